package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer tries, on the signed roadmap, through real HTTP and a real database. */
class WalkIT {
  @TempDir private Path data;
  private volatile Duration ahead = Duration.ZERO;
  private Service service;
  private Editor editor;
  private Webmaster webmaster;

  @BeforeEach
  void start() {
    Running running = Running.on(data, () -> Instant.now().plus(ahead));
    service = running.service();
    editor = running.editor();
    webmaster = running.webmaster();
    assertThat(editor.rows()).hasSize(54);
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private String status(String number) {
    return webmaster.measure(number).path("status").asText();
  }

  @Test
  void newSheet_hasHeaderSectionsAndMeasures() {
    List<List<String>> rows = editor.rows();
    assertThat(rows.get(0))
        .containsExactly(
            "№ п/п",
            "Наименование мероприятия",
            "Исполнители от Санкт-Петербурга",
            "Исполнители от Калининградской области",
            "Сроки исполнения",
            "Статус",
            "Ход исполнения (Санкт-Петербург)",
            "Ход исполнения (Калининградская область)",
            "Дата исполнения",
            "Подтверждение",
            "Проверка",
            "На сайте");
    assertThat(rows.stream().filter(row -> row.get(0).matches("\\d+"))).hasSize(12);
    assertThat(rows.stream().filter(row -> row.get(0).matches("\\d+\\.\\d+"))).hasSize(41);
  }

  @Test
  void statusTyped_reachesFeedLogAndRow() {
    long before = webmaster.revision();
    editor.type("1.1", "Статус", "В работе");
    Eventually.holds(() -> assertThat(status("1.1")).isEqualTo("in-progress"));
    assertThat(webmaster.revision()).isGreaterThan(before);
    List<JsonNode> entries = webmaster.entries(before);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).path("verdict").asText()).isEqualTo("accepted");
    assertThat(entries.get(0).path("before").asText()).isEmpty();
    assertThat(entries.get(0).path("after").asText()).isEqualTo("В работе");
    Eventually.holds(
        () ->
            assertThat(editor.cell("1.1", "На сайте"))
                .matches("опубликовано \\d\\d\\.\\d\\d \\d\\d:\\d\\d"));
  }

  @Test
  void wordOfSignedTextChanged_isPutBackAndNeverPublished() {
    long before = webmaster.revision();
    String signed = editor.cell("2.1", "Наименование мероприятия");
    editor.type("2.1", "Наименование мероприятия", signed.replace("опытом", "мнениями"));
    Eventually.holds(
        () -> assertThat(editor.cell("2.1", "Наименование мероприятия")).isEqualTo(signed));
    assertThat(webmaster.measure("2.1").path("text").asText()).isEqualTo(signed);
    List<JsonNode> entries = webmaster.entries(before);
    assertThat(webmaster.types(before)).containsExactly("edit", "repair");
    assertThat(entries.get(0).path("verdict").asText()).isEqualTo("rejected");
    JsonNode finding = entries.get(0).path("findings").get(0);
    assertThat(finding.path("rule").asText()).isEqualTo("canonical-text");
    assertThat(finding.path("message").asText()).contains("не совпадает с подписанным");
    assertThat(editor.cell("2.1", "Проверка")).contains("возвращён подписанный текст");
  }

  @Test
  void statusNotInList_staysInSheetAndIsHeld() {
    editor.type("3.2", "Статус", "Отложено");
    Eventually.holds(() -> assertThat(status("3.2")).isEqualTo("postponed"));
    long before = webmaster.revision();
    editor.type("3.2", "Статус", "Готово");
    Eventually.holds(
        () -> assertThat(editor.cell("3.2", "Проверка")).contains("«Готово» нет в списке"));
    assertThat(editor.cell("3.2", "Статус")).isEqualTo("Готово");
    JsonNode measure = webmaster.measure("3.2");
    assertThat(measure.path("status").asText()).isEqualTo("postponed");
    JsonNode held = measure.path("held").get(0);
    assertThat(held.path("column").asText()).isEqualTo("status");
    assertThat(held.path("entry").asLong()).isEqualTo(before + 1);
    assertThat(webmaster.entries(before).get(0).path("verdict").asText()).isEqualTo("rejected");
  }

  @Test
  void rowsSorted_changeNothing() {
    editor.type("3.2", "Статус", "Готово");
    Eventually.holds(() -> assertThat(editor.cell("3.2", "Проверка")).contains("Готово"));
    long before = webmaster.revision();
    String feed = webmaster.get("").body();
    editor.sort(1);
    ahead = ahead.plusSeconds(1);
    editor.type("1.1", "Статус", "В работе");
    Eventually.holds(() -> assertThat(status("1.1")).isEqualTo("in-progress"));
    assertThat(webmaster.types(before)).containsExactly("edit");
    assertThat(editor.cell("3.2", "Проверка")).contains("Готово");
    assertThat(feed).isNotEqualTo(webmaster.get("").body());
  }

  @Test
  void rowInsertedAbove_leavesVerdictsInTheirRows() {
    editor.type("3.2", "Статус", "Готово");
    editor.insertRow(2);
    Eventually.holds(() -> assertThat(editor.cell("3.2", "Проверка")).contains("Готово"));
    assertThat(editor.rows().stream().filter(row -> String.join("", row).contains("нет в списке")))
        .hasSize(1);
  }

  @Test
  void rowDeleted_comesBackWithItsProgress() {
    editor.type("7.6", "Ход исполнения (Санкт-Петербург)", "Проведён форум");
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("7.6").path("progress").path("spb").asText())
                .isEqualTo("Проведён форум"));
    long before = webmaster.revision();
    editor.deleteRow(editor.rowOf("7.6"));
    Eventually.holds(() -> assertThat(webmaster.types(before)).containsExactly("row", "repair"));
    Eventually.holds(
        () ->
            assertThat(editor.cell("7.6", "Ход исполнения (Санкт-Петербург)"))
                .isEqualTo("Проведён форум"));
    assertThat(editor.rowOf("7.6")).isEqualTo(editor.rowOf("7.5") + 1);
    assertThat(webmaster.measure("7.6").path("progress").path("spb").asText())
        .isEqualTo("Проведён форум");
  }

  @Test
  void rowPastedTwice_isMarkedInBothAndPublishedOnce() {
    long before = webmaster.revision();
    int original = editor.rowOf("1.3");
    editor.copyRow(original, original + 1);
    Eventually.holds(
        () ->
            assertThat(editor.cell(original + 1, editor.columnOf("Проверка")))
                .contains("уже есть в другой строке"));
    assertThat(editor.cell(original, editor.columnOf("Проверка")))
        .contains("стоит ещё в одной строке");
    assertThat(webmaster.types(before)).containsExactly("row");
    assertThat(webmaster.feed().path("summary").path("measures").asInt()).isEqualTo(41);
  }

  @Test
  void headerRenamed_isPutBack() {
    long before = webmaster.revision();
    editor.type(0, editor.columnOf("Статус"), "Состояние");
    Eventually.holds(() -> assertThat(editor.columnOf("Статус")).isEqualTo(5));
    assertThat(webmaster.types(before)).containsExactly("structure", "repair");
  }

  @Test
  void tabEmptied_isHeldThenPutBackWhole() {
    String since = editor.cell("1.1", "На сайте");
    ahead = ahead.plusSeconds(120);
    editor.type("1.1", "Статус", "В работе");
    Eventually.holds(() -> assertThat(editor.cell("1.1", "На сайте")).isNotEqualTo(since));
    long before = webmaster.revision();
    List<List<String>> whole = editor.rows();
    editor.clear();
    Eventually.holds(() -> assertThat(webmaster.types(before)).containsExactly("held"));
    assertThat(editor.rows()).isEmpty();
    ahead = ahead.plusSeconds(65);
    Eventually.holds(() -> assertThat(editor.rows()).isEqualTo(whole));
    assertThat(status("1.1")).isEqualTo("in-progress");
  }

  @Test
  void formulaTyped_isHeldAndFetchesNothing() {
    editor.type("1.1", "Ход исполнения (Санкт-Петербург)", "=IMPORTDATA(\"https://example.org\")");
    Eventually.holds(() -> assertThat(editor.cell("1.1", "Проверка")).contains("здесь формула"));
    assertThat(webmaster.measure("1.1").path("progress").path("spb").asText()).isEmpty();
  }

  @Test
  void cellOfFiftyThousandCharacters_isHeld() {
    editor.type("1.1", "Ход исполнения (Санкт-Петербург)", "я".repeat(50_000));
    Eventually.holds(
        () ->
            assertThat(editor.cell("1.1", "Проверка")).contains("помещается не больше 5\u00A0000"));
  }

  @Test
  void stoppedAndStarted_publishesTheSameAndPicksUpWhatWasEditedOnce() {
    editor.type("1.1", "Статус", "В работе");
    Eventually.holds(() -> assertThat(status("1.1")).isEqualTo("in-progress"));
    String tag = webmaster.get("").headers().firstValue("ETag").orElseThrow();
    service.stop();
    start();
    assertThat(webmaster.get("").headers().firstValue("ETag").orElseThrow()).isEqualTo(tag);
  }
}
