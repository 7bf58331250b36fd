package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal through the whole loop: what is refused, what a reviewer says of it. */
class ReviewIT {
  private static final String JOURNAL = "Журнал проверки";

  private Service service;
  private Editor editor;
  private Editor reviewer;
  private Webmaster webmaster;

  @BeforeEach
  void start(@TempDir Path data) {
    Running running = Running.on(data, Instant::now);
    service = running.service();
    editor = running.editor();
    reviewer = new Editor(service.sheetLink(), JOURNAL);
    webmaster = running.webmaster();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private String newestAbout(String place) {
    Eventually.holds(
        () -> {
          assertThat(reviewer.rows()).hasSizeGreaterThan(1);
          assertThat(reviewer.rows().get(1)).contains(place);
        });
    return reviewer.rows().get(1).get(0);
  }

  @Test
  void refusedEdit_isReviewedInTheSheetAndTheReviewIsInTheLog() {
    editor.type("3.2", "Статус", "Готово");
    String entry = newestAbout("3.2, «Статус»");
    assertThat(reviewer.cell(entry, "Решение")).isEqualTo("отклонено");
    assertThat(reviewer.cell(entry, "Стало")).isEqualTo("Готово");
    assertThat(reviewer.link(entry, "Где"))
        .matches("#gid=\\d+&range=F" + (editor.rowOf("3.2") + 1));

    reviewer.type(entry, "Рассмотрено", "Так и задумано");

    Eventually.holds(() -> assertThat(reviewer.cell(entry, "Ответ")).startsWith("Записано"));
    JsonNode review = webmaster.entries(Long.parseLong(entry)).get(0);
    assertThat(review.path("type").asText()).isEqualTo("review");
    assertThat(review.path("about").asText()).isEqualTo(entry);
    assertThat(review.path("measure").asText()).isEqualTo("3.2");
    assertThat(review.path("column").asText()).isEqualTo("reviewed");
    assertThat(review.path("after").asText()).isEqualTo("Так и задумано");
    assertThat(review.path("verdict").asText()).isEqualTo("accepted");
    assertThat(webmaster.page("/log/" + review.path("seq").asText()))
        .contains("Рассмотрение", "Рассмотрено", "О записи № " + entry);
    assertThat(webmaster.measure("3.2").path("status").asText()).isEqualTo("not-started");
  }

  @Test
  void faultWithoutAReason_isAskedForOne() {
    editor.type("3.2", "Статус", "Готово");
    String entry = newestAbout("3.2, «Статус»");

    reviewer.type(entry, "Рассмотрено", "Ошибка в данных");

    Eventually.holds(
        () -> assertThat(reviewer.cell(entry, "Ответ")).contains("в чём ошибка, не сказано"));
    reviewer.type(entry, "Примечание", "Такого статуса нет");
    Eventually.holds(
        () ->
            assertThat(reviewer.cell(entry, "Ответ"))
                .startsWith("Записано")
                .doesNotContain("не сказано"));
  }

  @Test
  void refusedReview_staysInTheSheetWithTheReasonBesideIt() {
    editor.type("3.2", "Статус", "В работе");
    String entry = newestAbout("3.2, «Статус»");

    reviewer.type(entry, "Рассмотрено", "посмотрел");

    Eventually.holds(
        () -> assertThat(reviewer.cell(entry, "Ответ")).startsWith("Ошибка. «Рассмотрено»"));
    assertThat(reviewer.cell(entry, "Рассмотрено")).isEqualTo("посмотрел");
    JsonNode review = webmaster.entries(Long.parseLong(entry)).get(0);
    assertThat(review.path("verdict").asText()).isEqualTo("rejected");
    assertThat(review.path("findings").findValuesAsText("rule"))
        .containsExactly("status-vocabulary");
  }
}
