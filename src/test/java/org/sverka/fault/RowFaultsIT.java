package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Watch.NUMBER;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.TEXT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.cli.Editor;

/** People insert, delete and copy rows, change their numbers, and type while Sverka writes. */
class RowFaultsIT {
  @RegisterExtension static final Bench bench = Bench.own();

  private static Editor editor() {
    return bench.editor();
  }

  /** Somebody does something after the next read and before the write that follows from it. */
  private static void beforeTheWrite(Runnable deed) {
    bench.wire().reword(READ, 1, Damage.meanwhile(deed));
  }

  @Test
  void f33_rowInsertedBetweenReadAndWrite_isNoticedAndEachVerdictComesIntoItsRow() {
    Probe probe = bench.probe();
    beforeTheWrite(() -> editor().insertRow(1));
    bench.cycles(2);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.ears().all()).contains("planning again");
    probe.hasLanded();
    assertThat(editor().rows().get(1)).allMatch(String::isEmpty);
    editor().deleteRow(1);
  }

  @Test
  void f33_rowDeletedBetweenReadAndWrite_comesBackAndTheWriteGoesToTheRightRow() {
    editor().type("1.2", SPB, "Ярмарка проведена");
    bench.cycles(2);
    Watch watch = bench.watch();
    editor().type("7.1", TEXT, "Обмен новостями");
    beforeTheWrite(() -> editor().deleteRow(editor().rowOf("1.2")));
    bench.cycles(3);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(watch.log())
        .containsExactly(
            "7.1 edit text rejected", "7.1 repair text ", "1.2 row  rejected", "1.2 repair  ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @ParameterizedTest
  @ValueSource(strings = {NUMBER, TEXT, Watch.CHECK})
  void f30_columnInsertedBetweenReadAndWrite_isLeftEmpty(String header) {
    Probe probe = bench.probe();
    Watch watch = bench.watch();
    int place = editor().columnOf(header);
    beforeTheWrite(() -> column("insertDimension", place));
    bench.cycles(3);
    assertThat(bench.struck(READ)).isEqualTo(1);
    probe.hasLanded();
    assertThat(editor().rows())
        .allSatisfy(row -> assertThat(row.size() <= place || row.get(place).isEmpty()).isTrue());
    assertThat(watch.log()).hasSize(4);
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
  void f33_rowsSortedBetweenReadAndWrite_whatWasOverwrittenComesBackAndPassesForNoEdit(
      String tags) {
    bench.sheet().sortTags(tags);
    Probe probe = bench.probe();
    Watch watch = bench.watch();
    beforeTheWrite(() -> editor().sort(editor().columnOf(TEXT)));
    bench.cycles(3);
    assertThat(bench.struck(READ)).isEqualTo(1);
    probe.hasLanded();
    assertThat(watch.log()).hasSize(4);
    bench.sheet().sortTags("STAYS");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void f34_rowCopiedWithItsNumber_isSaidInBothAndTheOriginalCounts(int below) {
    String measure = "8." + (below + 1);
    editor().type(measure, SPB, "Ярмарка вакансий проведена " + below);
    bench.cycles(2);
    Watch watch = bench.watch();
    int row = editor().rowOf(measure);
    int copy = row + below;
    int original = row + 1 - below;
    editor().copyRow(row, copy);
    bench.cycle();
    assertThat(watch.log()).containsExactly(measure + " row  rejected");
    assertThat(watch.rules()).containsExactly("duplicate-measure");
    assertThat(editor().cell(copy, editor().columnOf(Watch.CHECK))).startsWith("Ошибка. ");
    assertThat(editor().cell(original, editor().columnOf(Watch.CHECK))).contains(measure);

    editor().type(copy, editor().columnOf(SPB), "В копии другое " + below);
    bench.cycle();
    watch.siteIsAsItWas();
    editor().type(original, editor().columnOf(SPB), "Проведены две ярмарки " + below);
    bench.cycle();
    assertThat(watch.shown(measure).at("/progress/spb").asText())
        .isEqualTo("Проведены две ярмарки " + below);
    assertThat(editor().cell(copy, editor().columnOf(SPB))).isEqualTo("В копии другое " + below);

    editor().deleteRow(copy);
    bench.cycles(2);
    assertThat(watch.log())
        .containsExactly(
            measure + " row  rejected",
            measure + " row  rejected",
            measure + " edit progress.spb accepted",
            measure + " row  accepted");
    assertThat(watch.verdict(measure)).isEqualTo("Проверено, замечаний нет.");
  }

  @Test
  void f34_wholeTableCopiedBelowItself_isSaidInEachRowAndEnteredOnce() {
    Watch watch = bench.watch();
    List<List<String>> rows = editor().rows();
    editor().pasteBelow(rows);
    bench.cycles(2);
    assertThat(watch.log()).containsExactly(" row  rejected");
    watch.siteIsAsItWas();
    assertThat(editor().cell(rows.size() + 2, editor().columnOf(Watch.CHECK)))
        .startsWith("Ошибка. ");
    for (int i = 2 * rows.size() - 1; i >= rows.size(); i--) {
      editor().deleteRow(i);
    }
    bench.cycles(2);
    assertThat(watch.log()).containsExactly(" row  rejected", " row  accepted");
    watch.sheetIsAsItWas();
  }

  @ParameterizedTest
  @CsvSource({"6.1, ''", "6.2, '  '", "7.2, 99.9", "7.3, 7.4", "7.4, '7,4'", "7.5, 7.5a"})
  void f35_numberTypedOver_isPutBackAndTheReportStaysWithItsMeasure(String measure, String typed) {
    editor().type(measure, SPB, "Отчёт о " + measure);
    bench.cycles(2);
    Watch watch = bench.watch();
    editor().type(measure, NUMBER, typed);
    bench.cycles(2);
    assertThat(watch.log())
        .containsExactly(measure + " edit number rejected", measure + " repair number ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @Test
  void f35_rowWiped_comesBackWithWhatWasInIt() {
    editor().type("9.1", SPB, "Форум состоялся");
    bench.cycles(2);
    Watch watch = bench.watch();
    int row = editor().rowOf("9.1");
    editor().paste(row, List.of(editor().rows().get(row).stream().map(cell -> "").toList()));
    bench.cycles(2);
    assertThat(watch.log()).containsExactly("9.1 row  rejected", "9.1 repair  ");
    assertThat(watch.entries().get(0).path("before").asText()).contains("Форум состоялся");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @Test
  void f35_rowOfNoMeasure_isRefusedWhereItStandsAndKeptInTheLog() {
    Watch watch = bench.watch();
    int row = editor().rows().size();
    editor().pasteBelow(List.of(List.of("13.1", "Мероприятие от себя", "", "", "", "В работе")));
    bench.cycle();
    assertThat(watch.log()).containsExactly(" row  rejected");
    assertThat(watch.entries().get(0).path("after").asText()).contains("Мероприятие от себя");
    assertThat(watch.rules()).containsExactly("unknown-measure");
    watch.siteIsAsItWas();
    assertThat(editor().cell(row, editor().columnOf(Watch.CHECK))).startsWith("Ошибка. ");
    assertThat(editor().cell(row, 1)).isEqualTo("Мероприятие от себя");
    editor().deleteRow(row);
    bench.cycle();
  }

  @Test
  void f36_sameCellTypedIntoDuringTheRepair_isKeptInTheLogAsACollision() {
    Watch watch = bench.watch();
    editor().type("10.1", TEXT, "Первая правка");
    beforeTheWrite(() -> editor().type("10.1", TEXT, "Вторая правка"));
    bench.cycles(3);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(watch.log())
        .containsExactly(
            "10.1 edit text rejected",
            "10.1 repair text ",
            "10.1 edit text rejected",
            "10.1 repair text ");
    assertThat(watch.entries().get(2).path("after").asText()).isEqualTo("Вторая правка");
    assertThat(watch.entries().get(2).findValuesAsText("rule")).contains("collision");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @Test
  void f36_sameCellPutRightDuringTheRepair_isNoCollision() {
    Watch watch = bench.watch();
    String signed = editor().cell("10.2", TEXT);
    editor().type("10.2", TEXT, "Правка по ошибке");
    beforeTheWrite(() -> editor().type("10.2", TEXT, signed));
    bench.cycles(3);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(watch.log()).containsExactly("10.2 edit text rejected", "10.2 repair text ");
    watch.sheetIsAsItWas();
  }

  @Test
  void f37_otherCellOfTheRowTypedIntoDuringTheRepair_isLeftAlone() {
    Watch watch = bench.watch();
    editor().type("10.3", TEXT, "Правка подписанного");
    beforeTheWrite(() -> editor().type("10.3", SPB, "Форум проведён"));
    bench.cycles(2);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(watch.log())
        .containsExactly(
            "10.3 edit text rejected", "10.3 repair text ", "10.3 edit progress.spb accepted");
    assertThat(editor().cell("10.3", SPB)).isEqualTo("Форум проведён");
    assertThat(watch.shown("10.3").at("/progress/spb").asText()).isEqualTo("Форум проведён");
  }
}
