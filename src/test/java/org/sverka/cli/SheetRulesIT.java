package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands across and around the cells, through the whole loop. */
class SheetRulesIT {
  private static final String SPB = "Ход исполнения (Санкт-Петербург)";
  private static final String KALININGRAD = "Ход исполнения (Калининградская область)";
  private static final String REPORT = "Подписан план работы";

  private Service service;
  private Editor editor;
  private Webmaster webmaster;

  @BeforeEach
  void start(@TempDir Path data) {
    Running running = Running.on(data, Instant::now);
    service = running.service();
    editor = running.editor();
    webmaster = running.webmaster();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private String published() {
    return webmaster.measure("1.1").at("/progress/kaliningrad").asText();
  }

  private List<String> rules(long after) {
    return webmaster.entries(after).stream()
        .flatMap(entry -> entry.path("findings").findValuesAsText("rule").stream())
        .toList();
  }

  /** F43: values outside the top left of merged cells read as empty; that deletes nothing. */
  @Test
  void mergedCells_deleteNothingAndSaySo() {
    editor.type("1.1", KALININGRAD, REPORT);
    Eventually.holds(() -> assertThat(published()).isEqualTo(REPORT));
    long before = webmaster.revision();
    int row = editor.rowOf("1.1");
    editor.merge(row, editor.columnOf(SPB));

    Eventually.holds(
        () -> assertThat(editor.cell("1.1", "Проверка")).startsWith("Предупреждение. Ячейки"));
    assertThat(rules(before)).containsExactly("merged-cells");
    assertThat(published()).isEqualTo(REPORT);

    editor.unmerge(row, editor.columnOf(SPB));
    Eventually.holds(() -> assertThat(editor.cell("1.1", KALININGRAD)).isEqualTo(REPORT));
    Eventually.holds(
        () -> assertThat(editor.cell("1.1", "Проверка")).isEqualTo("Проверено, замечаний нет."));
    assertThat(webmaster.entries(before)).hasSize(1);
  }

  @Test
  void textBesideTheTable_isNotedAndLeftAlone() {
    long before = webmaster.revision();
    editor.addColumn();
    int beside = editor.rows().get(0).size();
    editor.type(0, beside, "Для себя");
    editor.type(editor.rowOf("1.1"), beside, "позвонить в комитет");

    Eventually.holds(() -> assertThat(rules(before)).containsExactly("text-outside-table"));
    JsonNode entry = webmaster.entries(before).get(0);
    assertThat(entry.path("verdict").asText()).isEqualTo("accepted");
    assertThat(entry.at("/findings/0/severity").asText()).isEqualTo("note");
    assertThat(editor.cell(editor.rowOf("1.1"), beside)).isEqualTo("позвонить в комитет");
    assertThat(webmaster.feed().toString()).doesNotContain("позвонить");
  }
}
