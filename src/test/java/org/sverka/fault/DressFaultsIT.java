package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;
import static org.sverka.fault.Watch.KALININGRAD;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.STATUS;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.cli.Editor;

/** How cells are merged, hidden, coloured, filtered and protected. */
class DressFaultsIT {
  /** What only a person can mend is asked for again after five minutes. */
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(6);

  @RegisterExtension static final Bench bench = Bench.own();

  private static Editor editor() {
    return bench.editor();
  }

  @Test
  void f43_mergedCells_hideAReportAndDeleteNothing() {
    editor().type("1.1", KALININGRAD, "Подписан план работы");
    bench.cycles(2);
    Watch watch = bench.watch();
    int row = editor().rowOf("1.1");
    editor().merge(row, editor().columnOf(SPB));
    bench.cycles(2);
    assertThat(watch.log()).containsExactly("1.1 structure  accepted");
    assertThat(watch.rules()).containsExactly("merged-cells");
    assertThat(watch.verdict("1.1")).contains("Предупреждение. Ячейки");
    assertThat(editor().cell("1.1", KALININGRAD)).isEmpty();
    watch.siteIsAsItWas();
    bench.scratch();
    editor().unmerge(row, editor().columnOf(SPB));
    bench.cycles(2);
    assertThat(editor().cell("1.1", KALININGRAD)).isEqualTo("Подписан план работы");
    assertThat(watch.shown("1.1").at("/progress/kaliningrad").asText())
        .isEqualTo("Подписан план работы");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "4, 5", "9, 10", "0, 12"})
  void f43_cellsMergedOverManyRows_areNoMassDeletion(int from, int to) {
    Watch watch = bench.watch();
    mergeTenRows("mergeCells", ", \"mergeType\": \"MERGE_ALL\"", from, to);
    bench.pass(Duration.ofMinutes(2));
    assertThat(watch.log()).allMatch(line -> line.endsWith(" structure  accepted"));
    assertThat(watch.rules()).isNotEmpty().containsOnly("merged-cells");
    watch.siteIsAsItWas();
    mergeTenRows("unmergeCells", "", from, to);
    bench.cycles(3);
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  private static void mergeTenRows(String request, String more, int from, int to) {
    editor()
        .ask(
            """
            {"%s": {"range": {"sheetId": TAB, "startRowIndex": 20, "endRowIndex": 30,
              "startColumnIndex": %d, "endColumnIndex": %d}%s}}"""
                .formatted(request, from, to, more));
  }

  private static Named<String> dress(String name, String request) {
    return Named.of(name, request);
  }

  static Stream<Named<String>> dresses() {
    String rows =
        "{\"sheetId\": TAB, \"startRowIndex\": 1, \"endRowIndex\": 30,"
            + " \"startColumnIndex\": 0, \"endColumnIndex\": 12}";
    String lines =
        "{\"sheetId\": TAB, \"dimension\": \"ROWS\", \"startIndex\": 3, \"endIndex\": 9}";
    return Stream.of(
        dress("a filter", "{\"setBasicFilter\": {\"filter\": {\"range\": %s}}}".formatted(rows)),
        dress("no filter", "{\"clearBasicFilter\": {\"sheetId\": TAB}}"),
        dress(
            "a filter view",
            "{\"addFilterView\": {\"filter\": {\"title\": \"Моё\", \"range\": %s}}}"
                .formatted(rows)),
        dress(
            "hidden rows",
            """
            {"updateDimensionProperties": {"range": %s, "properties": {"hiddenByUser": true},
              "fields": "hiddenByUser"}}"""
                .formatted(lines)),
        dress("a group of rows", "{\"addDimensionGroup\": {\"range\": %s}}".formatted(lines)),
        dress(
            "frozen rows",
            """
            {"updateSheetProperties": {"properties": {"sheetId": TAB,
              "gridProperties": {"frozenRowCount": 5}}, "fields": "gridProperties.frozenRowCount"}}"""),
        dress("notes", repeat(rows, "\"note\": \"позвонить\"", "note")),
        dress(
            "colours",
            repeat(
                rows,
                "\"userEnteredFormat\": {\"backgroundColor\": {\"red\": 1}}",
                "userEnteredFormat.backgroundColor")),
        dress(
            "bands",
            """
            {"addBanding": {"bandedRange": {"range": %s, "rowProperties":
              {"firstBandColor": {"red": 1}, "secondBandColor": {"blue": 1}}}}}"""
                .formatted(rows)),
        dress(
            "a protected range of the owner's",
            """
            {"addProtectedRange": {"protectedRange": {"range": %s, "description": "Не трогать",
              "warningOnly": true}}}"""
                .formatted(rows)),
        dress("no drop-downs", "{\"setDataValidation\": {\"range\": %s}}".formatted(rows)));
  }

  private static String repeat(String range, String cell, String fields) {
    return "{\"repeatCell\": {\"range\": %s, \"cell\": {%s}, \"fields\": \"%s\"}}"
        .formatted(range, cell, fields);
  }

  @ParameterizedTest
  @MethodSource("dresses")
  void f49_whateverIsNoContent_changesNothing(String request) {
    Watch watch = bench.watch();
    editor().ask(request);
    bench.cycles(2);
    watch.nothingHasHappened();
    bench.scratch();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "FALSE"})
  void f49_checkboxInPlaceOfTheStatus_isRefusedWithTheWordsThatMayStandThere(String box) {
    String measure = box.equals("TRUE") ? "2.1" : "3.1";
    Watch watch = bench.watch();
    int row = editor().rowOf(measure);
    int column = editor().columnOf(STATUS);
    editor()
        .ask(
            """
            {"setDataValidation": {"range": {"sheetId": TAB, "startRowIndex": %d,
              "endRowIndex": %d, "startColumnIndex": %d, "endColumnIndex": %d},
              "rule": {"condition": {"type": "BOOLEAN"}}}}"""
                .formatted(row, row + 1, column, column + 1));
    editor().type(measure, STATUS, box);
    bench.cycle();
    assertThat(watch.log()).containsExactly(measure + " edit status rejected");
    assertThat(watch.verdict(measure)).startsWith("Ошибка. ").contains("В работе");
    assertThat(watch.shown(measure).path("status").asText()).isEqualTo("not-started");
  }

  @Test
  void f49_rangeProtectedAgainstSverka_isNamedAndTheFeedGoesOn() {
    bench.answer(
        WRITE,
        ALWAYS,
        StandIn.refusal(
            400,
            "INVALID_ARGUMENT",
            "Invalid requests[0].updateCells: You are trying to edit a protected cell or object."
                + " Please contact the spreadsheet owner to remove protection if you need to"
                + " edit."));
    Probe probe = bench.probe();
    bench.cycles(3);
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    assertThat(bench.management().state()).contains("is protected against sverka@example.com");
    bench.pass(Duration.ofMinutes(30));
    assertThat(bench.struck(WRITE)).isBetween(2L, 16L);
    bench.mend();
    bench.pass(ASKED_AGAIN);
    probe.hasLanded();
  }
}
