package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Three edits that people make in one row: a report that is right, a status that is wrong, and a
 * signed text that nobody may change. What has to come of them is known.
 */
final class Probe {
  private static final String TEXT = "Наименование мероприятия";
  private static final String REPORT = "Ход исполнения (Санкт-Петербург)";
  private static final String STATUS = "Статус";

  private final Bench bench;
  private final String measure;
  private final String signed;
  private final String report;
  private final String status;
  private final long before;
  private final String feed;
  private final List<List<String>> rows;

  private Probe(Bench bench, int number) {
    this.bench = bench;
    this.feed = bench.webmaster().get("").body();
    this.before = bench.webmaster().revision();
    List<List<String>> sheet = bench.editor().rows();
    this.measure = measure(sheet, number);
    this.signed = bench.webmaster().measure(measure).path("text").asText();
    this.report = "Проведена рабочая встреча № " + number;
    this.status = "Готово " + number;
    type(sheet, REPORT, report);
    type(sheet, STATUS, status);
    type(sheet, TEXT, signed + " и ещё " + number);
    this.rows = bench.editor().rows();
  }

  static Probe typed(Bench bench, int number) {
    return new Probe(bench, number);
  }

  private void type(List<List<String>> sheet, String header, String text) {
    bench.editor().type(row(sheet), sheet.get(0).indexOf(header), text);
  }

  private int row(List<List<String>> sheet) {
    return numbers(sheet).indexOf(measure);
  }

  private static List<String> numbers(List<List<String>> sheet) {
    int column = sheet.get(0).indexOf(Watch.NUMBER);
    return sheet.stream().map(row -> row.size() > column ? row.get(column) : "").toList();
  }

  private static String measure(List<List<String>> sheet, int number) {
    List<String> all = numbers(sheet).stream().filter(text -> text.matches("\\d+\\.\\d+")).toList();
    return all.get(number % all.size());
  }

  /** Nothing has come of them: in the log, on the site, in the sheet. */
  void isUnseen() {
    assertThat(bench.webmaster().revision()).isEqualTo(before);
    isNotPublished();
    isNotWritten();
  }

  /** The site is as it was. */
  void isNotPublished() {
    assertThat(bench.webmaster().feed().path("sections"))
        .isEqualTo(Bench.json(feed).path("sections"));
  }

  /** No edit has been logged. */
  void isNotLogged() {
    assertThat(types()).isEmpty();
  }

  /** Nothing was written to the sheet. */
  void isNotWritten() {
    assertThat(bench.editor().rows()).isEqualTo(rows);
  }

  /** All has come of them that has to, in the log, on the site and in the sheet, and once. */
  void hasLanded() {
    isLogged();
    isPublished();
    isRestored();
  }

  void isLogged() {
    assertThat(types())
        .containsExactlyInAnyOrder(
            measure + " edit text rejected",
            measure + " repair text ",
            measure + " edit status rejected",
            measure + " edit progress.spb accepted");
  }

  void isPublished() {
    JsonNode published = bench.webmaster().measure(measure);
    assertThat(published.path("text").asText()).isEqualTo(signed);
    assertThat(published.path("progress").path("spb").asText()).isEqualTo(report);
    assertThat(published.path("held").findValuesAsText("column")).contains("status");
  }

  void isRestored() {
    List<List<String>> sheet = bench.editor().rows();
    assertThat(cell(sheet, TEXT)).isEqualTo(signed);
    assertThat(cell(sheet, STATUS)).isEqualTo(status);
    assertThat(cell(sheet, "Проверка")).startsWith("Ошибка");
    assertThat(cell(sheet, "На сайте")).isNotEmpty();
  }

  private String cell(List<List<String>> sheet, String header) {
    List<String> row = sheet.get(row(sheet));
    int column = sheet.get(0).indexOf(header);
    return column < row.size() ? row.get(column) : "";
  }

  private List<String> types() {
    return bench.webmaster().entries(before).stream()
        .filter(entry -> Set.of("edit", "repair").contains(entry.path("type").asText()))
        .map(Watch::line)
        .toList();
  }
}
