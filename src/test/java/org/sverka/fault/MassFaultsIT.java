package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.STATUS;
import static org.sverka.fault.Watch.TEXT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.cli.Editor;

/** Much of the sheet changes at one blow. For ten thousand rows at once see PastedRowsIT. */
class MassFaultsIT {
  private static final List<String> REPORTED =
      List.of("1.1", "1.2", "2.1", "3.1", "4.1", "5.1", "6.1", "7.1", "8.1", "9.1", "10.1", "11.1");

  /** Not yet a minute, after which a second look counts. */
  private static final Duration TOO_SOON = Duration.ofSeconds(45);

  @RegisterExtension static final Bench bench = Bench.own();

  private static Editor editor() {
    return bench.editor();
  }

  /** People report on many measures, not more at a time than people do. */
  private static void report(String text) {
    for (int i = 0; i < REPORTED.size(); i++) {
      editor().type(REPORTED.get(i), SPB, text + " " + i);
      if (i % 4 == 3) {
        bench.cycle();
      }
    }
    bench.cycle();
  }

  private static void wipe(int fromRow) {
    List<List<String>> rows = editor().rows();
    rows.forEach(row -> bench.repeating(row.isEmpty() ? "" : row.get(0), ""));
    bench.repeating("", "");
    editor()
        .paste(
            fromRow,
            rows.subList(fromRow, rows.size()).stream()
                .map(row -> rows.get(0).stream().map(cell -> "").toList())
                .toList());
  }

  @Test
  void f45_wholeTabCleared_isHeldAndComesBackWholeAfterASecondLook() {
    report("Проведена встреча");
    Watch watch = bench.watch();
    editor().clear();
    bench.cycle();
    bench.pass(TOO_SOON);
    isHeld(watch);
    bench.pass(TOO_SOON);
    assertThat(watch.log())
        .startsWith(" held  ")
        .contains(" structure number rejected", " repair number ", "1.1 row  rejected");
    assertThat(watch.writes()).isLessThanOrEqualTo(2);
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
    bench.scratch();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void f45_rowsCleared_areHeldAndEachComesBackAfterASecondLook(int fromRow) {
    report("Проведён форум " + fromRow);
    Watch watch = bench.watch();
    int gone = (int) editor().rows().stream().skip(fromRow).filter(r -> !r.isEmpty()).count();
    wipe(fromRow);
    bench.cycle();
    bench.pass(TOO_SOON);
    isHeld(watch);
    bench.pass(TOO_SOON);
    assertThat(watch.log().stream().filter(line -> line.endsWith("row  rejected"))).hasSize(gone);
    assertThat(watch.log().stream().filter(line -> line.endsWith("repair  "))).hasSize(gone);
    assertThat(watch.log()).hasSize(1 + 2 * gone);
    assertThat(watch.writes()).isLessThanOrEqualTo(2);
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @Test
  void f45_clearedTabThatIsUndoneInTime_leavesThatItWasHeldAndThatItWentAway() {
    report("Проведён семинар");
    Watch watch = bench.watch();
    List<List<String>> rows = editor().rows();
    editor().clear();
    bench.cycles(2);
    editor().paste(0, rows);
    bench.pass(Duration.ofMinutes(3));
    assertThat(watch.log()).containsExactly(" held  ", " held  ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @Test
  void f47_versionOfLastMonth_isHeldAndThenJudgedRowByRow() {
    report("Отчёт прошлого месяца");
    List<List<String>> old = editor().rows();
    bench.pass(Duration.ofMinutes(5));
    report("Отчёт этого месяца");
    editor().type("12.1", STATUS, "В работе");
    editor().type("12.2", STATUS, "Нечто");
    bench.cycles(2);
    Watch watch = bench.watch();
    List<List<String>> version = new ArrayList<>(old);
    int text = editor().columnOf(TEXT);
    int foul = editor().rowOf("1.3");
    List<String> row = new ArrayList<>(old.get(foul));
    row.set(text, "Как было до подписания");
    version.set(foul, row);
    editor().paste(0, version);
    bench.cycle();
    bench.pass(TOO_SOON);
    isHeld(watch);
    bench.pass(TOO_SOON);
    assertThat(watch.log())
        .hasSize(1 + REPORTED.size() + 4)
        .startsWith(" held  ")
        .contains(
            "1.1 edit progress.spb accepted",
            "12.1 edit status accepted",
            "12.2 edit status accepted",
            "1.3 edit text rejected",
            "1.3 repair text ");
    assertThat(watch.shown("7.1").at("/progress/spb").asText())
        .isEqualTo("Отчёт прошлого месяца 7");
    assertThat(watch.shown("12.1").path("status").asText()).isEqualTo("not-started");
    assertThat(watch.shown("12.2").path("held")).isEmpty();
    bench.scratch();
  }

  /** One entry, and nothing else. */
  private static void isHeld(Watch watch) {
    assertThat(watch.log()).containsExactly(" held  ");
    watch.siteIsAsItWas();
    watch.nothingIsWritten();
  }
}
