package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Watch.DATE;
import static org.sverka.fault.Watch.KALININGRAD;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.STATUS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.cli.Editor;

/** People change the tab, its columns, its header and the order of its rows. */
class TabFaultsIT {
  /** What is gone is believed to be gone at the second look. */
  private static final Duration SECOND_LOOK = Duration.ofSeconds(70);

  @RegisterExtension static final Bench bench = Bench.own();

  private static Editor editor() {
    return bench.editor();
  }

  @Test
  void f28_renamedTab_isFoundByItsId() {
    Watch watch = bench.watch();
    Editor renamed = editor().in("План");
    rename(editor(), "План");
    bench.cycles(2);
    watch.nothingHasHappened();
    renamed.type("5.1", SPB, "Проведён форум");
    bench.cycle();
    assertThat(watch.shown("5.1").at("/progress/spb").asText()).isEqualTo("Проведён форум");
    assertThat(renamed.cell("5.1", "На сайте")).startsWith("опубликовано");
    rename(renamed, Editor.TAB);
    bench.scratch();
  }

  private static void rename(Editor editor, String title) {
    editor.ask(
        """
        {"updateSheetProperties":
          {"properties": {"sheetId": TAB, "title": "%s"}, "fields": "title"}}"""
            .formatted(title));
  }

  @Test
  void f28_deletedTab_isMissedAndMadeAnewAtTheSecondLook() {
    bench.scratch();
    Watch watch = bench.watch();
    editor().ask("{\"deleteSheet\": {\"sheetId\": TAB}}");
    bench.cycles(2);
    assertThat(watch.log()).containsExactly(" held  ");
    watch.siteIsAsItWas();
    watch.nothingIsWritten();
    bench.pass(SECOND_LOOK);
    assertThat(watch.log()).containsExactly(" held  ", " structure  rejected", " repair  ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
    bench.scratch();
  }

  @Test
  void f29_columnsInAnotherOrder_areFoundByTheirHeaders() {
    Watch watch = bench.watch();
    moveColumn(editor().columnOf(SPB), 1);
    moveColumn(0, 6);
    bench.cycles(2);
    watch.nothingHasHappened();
    bench.scratch();
    moveColumn(editor().columnOf(Watch.NUMBER), 0);
  }

  private static void moveColumn(int from, int to) {
    editor()
        .ask(
            """
            {"moveDimension": {"source": {"sheetId": TAB, "dimension": "COLUMNS",
              "startIndex": %d, "endIndex": %d}, "destinationIndex": %d}}"""
                .formatted(from, from + 1, to));
  }

  @Test
  void f30_columnInsertedAndColumnHidden_changeNothing() {
    Watch watch = bench.watch();
    int place = editor().columnOf(STATUS);
    insertColumn(place);
    editor()
        .ask(
            """
            {"updateDimensionProperties": {"range": {"sheetId": TAB, "dimension": "COLUMNS",
              "startIndex": %d, "endIndex": %d},
              "properties": {"hiddenByUser": true}, "fields": "hiddenByUser"}}"""
                .formatted(place + 1, place + 2));
    bench.cycles(2);
    watch.nothingHasHappened();
    bench.scratch();
    deleteColumn(place);
  }

  @Test
  void f30_deletedColumn_isMissedAndComesBackAtTheSecondLook() {
    bench.scratch();
    Watch watch = bench.watch();
    deleteColumn(editor().columnOf(SPB));
    bench.cycles(2);
    assertThat(watch.log()).containsExactly(" held  ");
    watch.siteIsAsItWas();
    watch.nothingIsWritten();
    bench.pass(SECOND_LOOK);
    assertThat(watch.log())
        .containsExactly(" held  ", " structure progress.spb rejected", " repair progress.spb ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
    bench.scratch();
  }

  @Test
  void f30_headerTwiceAndTheColumnItselfGone_waitsForAPersonAndSaysWhy() {
    int place = editor().columnOf(DATE);
    insertColumn(place);
    insertColumn(place);
    editor().type(0, place, DATE);
    editor().type(0, place + 1, DATE);
    deleteColumn(place + 2);
    Watch watch = bench.watch();
    Probe probe = bench.probe();
    // Long enough for the tab to be seen to.
    bench.pass(Duration.ofMinutes(11));
    assertThat(watch.log()).containsExactly(" structure completedOn rejected");
    assertThat(watch.entries().get(0).at("/findings/0/message").asText())
        .contains("«" + DATE + "»");
    probe.isNotPublished();
    probe.isNotWritten();
    deleteColumn(place);
    bench.cycles(2);
    probe.hasLanded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Статусс",
        "Cтатус",
        "CTATУC",
        "Статус ",
        "Ста\u200Bтус",
        "\u202EСтатус",
        "статус",
        "",
        "Подтверждение"
      })
  void f31_headerTypedOver_isPutBackAndNothingBelowItMoves(String typed) {
    bench.repeating("", "status");
    Watch watch = bench.watch();
    editor().type(0, editor().columnOf(STATUS), typed);
    bench.cycles(2);
    assertThat(watch.log()).containsExactly(" structure status rejected", " repair status ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
    bench.scratch();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Отчёт области"})
  void f31_headersSwapped_arePutBackAndNoReportChangesItsParty(String other) {
    bench.repeating("", "progress.spb");
    bench.repeating("", "progress.kaliningrad");
    editor().type("7.1", SPB, "Отчёт города");
    editor().type("7.1", KALININGRAD, other);
    bench.cycles(2);
    Watch watch = bench.watch();
    int ours = editor().columnOf(SPB);
    int theirs = editor().columnOf(KALININGRAD);
    editor().type(0, ours, KALININGRAD);
    editor().type(0, theirs, SPB);
    bench.cycles(2);
    assertThat(watch.log())
        .containsExactlyInAnyOrder(
            " structure progress.spb rejected",
            " repair progress.spb ",
            " structure progress.kaliningrad rejected",
            " repair progress.kaliningrad ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
    bench.scratch();
  }

  @Test
  void f31_headerGivenToAnEmptyColumn_doesNotTakeTheContentAlong() {
    bench.repeating("", "status");
    editor().type("7.2", STATUS, "В работе");
    bench.cycles(2);
    Watch watch = bench.watch();
    int place = editor().columnOf(STATUS);
    insertColumn(place);
    editor().type(0, place, STATUS);
    editor().type(0, place + 1, "Статус прежний");
    bench.cycles(2);
    assertThat(watch.log()).containsExactly(" structure status rejected", " repair status ");
    watch.siteIsAsItWas();
    deleteColumn(place);
    watch.sheetIsAsItWas();
    bench.scratch();
  }

  @Test
  void f31_columnThatOnlyLooksLikeOurs_isNotTakenForIt() {
    int place = editor().columnOf(STATUS);
    insertColumn(place + 1);
    editor().type(0, place + 1, "Cтатус");
    editor().type(editor().rowOf("5.1"), place + 1, "Исполнено");
    deleteColumn(place);
    Watch watch = bench.watch();
    bench.cycles(2);
    watch.nothingIsWritten();
    bench.pass(SECOND_LOOK);
    assertThat(watch.log())
        .containsExactly(
            " held  ", " structure status rejected", " repair status ", " structure  accepted");
    watch.siteIsAsItWas();
    assertThat(watch.rules()).contains("text-outside-table");
    deleteColumn(editor().columnOf("Cтатус"));
    bench.scratch();
  }

  private static void insertColumn(int place) {
    column("insertDimension", place);
  }

  private static void deleteColumn(int place) {
    column("deleteDimension", place);
  }

  private static void column(String request, int place) {
    editor()
        .ask(
            """
            {"%s": {"range": {"sheetId": TAB, "dimension": "COLUMNS",
              "startIndex": %d, "endIndex": %d}}}"""
                .formatted(request, place, place + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STAYS", "FOLLOWS"})
  void f32_rowsSorted_areNoChange(String tags) {
    bench.sheet().sortTags(tags);
    Watch watch = bench.watch();
    editor().sort(editor().columnOf(Watch.TEXT));
    bench.cycles(2);
    watch.nothingHasHappened();
    bench.scratch();
    bench.sheet().sortTags("STAYS");
  }
}
