package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What has come of the program since some moment, in log, feed and sheet. */
final class Watch {
  static final String NUMBER = "№ п/п";
  static final String TEXT = "Наименование мероприятия";
  static final String STATUS = "Статус";
  static final String SPB = "Ход исполнения (Санкт-Петербург)";
  static final String KALININGRAD = "Ход исполнения (Калининградская область)";
  static final String DATE = "Дата исполнения";
  static final String EVIDENCE = "Подтверждение";
  static final String CHECK = "Проверка";

  private final Bench bench;
  private final long revision;
  private final JsonNode feed;
  private final List<List<String>> rows;
  private final long writes;

  private Watch(Bench bench) {
    this.bench = bench;
    this.revision = bench.webmaster().revision();
    this.feed = bench.webmaster().feed();
    this.rows = bench.editor().rows();
    this.writes = bench.count(Exchange.Kind.WRITE);
  }

  static Watch on(Bench bench) {
    return new Watch(bench);
  }

  /** The entries since then. */
  List<JsonNode> entries() {
    return bench.webmaster().entries(revision);
  }

  /** The entries since then, each as {@code measure type column verdict}. */
  List<String> log() {
    return entries().stream().map(Watch::line).toList();
  }

  /** An entry in brief. */
  static String line(JsonNode entry) {
    return String.join(
        " ",
        word(entry, "measure"),
        word(entry, "type"),
        word(entry, "column"),
        word(entry, "verdict").replace("-with-warnings", ""));
  }

  /** What an entry says of something; empty if it does not apply. */
  static String word(JsonNode entry, String key) {
    return entry.path(key).isNull() ? "" : entry.path(key).asText();
  }

  /** The rules that the entries name. */
  List<String> rules() {
    return entries().stream()
        .flatMap(entry -> entry.path("findings").findValuesAsText("rule").stream())
        .toList();
  }

  /** Nothing has been entered, and the feed is the same to the byte. */
  void nothingHasHappened() {
    assertThat(log()).isEmpty();
    assertThat(bench.webmaster().feed()).isEqualTo(feed);
  }

  /** Whatever the log says, the site shows what it did. */
  void siteIsAsItWas() {
    assertThat(bench.webmaster().feed().path("sections")).isEqualTo(feed.path("sections"));
  }

  void nothingIsWritten() {
    assertThat(writes()).isZero();
  }

  /** How often the sheet has been written to. */
  long writes() {
    return bench.count(Exchange.Kind.WRITE) - writes;
  }

  /** All that people or the document have put into the sheet is there, in whatever order. */
  void sheetIsAsItWas() {
    assertThat(content(bench.editor().rows())).containsExactlyInAnyOrderElementsOf(content(rows));
  }

  private static List<String> content(List<List<String>> table) {
    int check = table.get(0).indexOf(CHECK);
    return table.stream()
        .map(row -> String.join("|", row.subList(0, Math.min(check, row.size()))))
        .map(row -> row.replaceFirst("\\|+$", ""))
        .filter(row -> !row.isEmpty())
        .toList();
  }

  /** What the measure shows on the site. */
  JsonNode shown(String measure) {
    return bench.webmaster().measure(measure);
  }

  /** How the verdict on a row begins. */
  String verdict(String measure) {
    return bench.editor().cell(measure, CHECK);
  }
}
