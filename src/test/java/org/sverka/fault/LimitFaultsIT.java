package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;
import static org.sverka.fault.Watch.SPB;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.cli.Editor;

/** A spreadsheet that can take no more, and one that is not the right one. */
class LimitFaultsIT {
  /** What only a person can mend is asked for again after five minutes. */
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(6);

  @RegisterExtension static final Bench bench = Bench.own();

  static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of(
            "no more cells",
            StandIn.refusal(
                400,
                "INVALID_ARGUMENT",
                "Invalid requests[0].insertDimension: This action would increase the number of"
                    + " cells in the workbook above the limit of 10000000 cells."),
            "has reached the limit of 10,000,000 cells"),
        Arguments.of(
            "no more room",
            StandIn.json(
                403,
                """
                {"error": {"code": 403, "status": "PERMISSION_DENIED",
                  "message": "The user's Drive storage quota has been exceeded.",
                  "errors": [{"domain": "usageLimits", "reason": "storageQuotaExceeded",
                    "message": "The user's Drive storage quota has been exceeded."}]}}"""),
            "is full. Free space there"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  void f51_sheetThatTakesNoMore_isReadOnAndWhatCanNotBeWrittenIsNamed(
      String what, ResponseDefinitionBuilder refusal, String named) {
    bench.answer(WRITE, ALWAYS, refusal);
    Probe probe = bench.probe();
    bench.cycles(3);
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    assertThat(bench.management().lastError()).contains(named);
    bench.pass(Duration.ofMinutes(30));
    assertThat(bench.struck(WRITE)).isBetween(2L, 80L);
    assertThat(bench.ears().alarms(named)).isEqualTo(1);
    bench.feedStands();
    bench.mend();
    bench.pass(ASKED_AGAIN);
    probe.hasLanded();
    assertThat(bench.management().lastError()).isEmpty();
  }

  @Test
  void f52_copyOfTheSpreadsheetConfiguredByMistake_isNeitherJudgedNorWrittenTo() {
    bench.editor().type("1.1", SPB, "Проведена бизнес-миссия");
    bench.cycles(2);
    String copy = bench.sheet().copy();
    Editor other = bench.sheet().editor().of(copy);
    other.type("1.1", SPB, "Отчёт другой области");
    List<List<String>> rows = other.rows();
    Watch watch = bench.watch();
    bench.stop();

    bench.start(Map.of("--spreadsheet-id", copy));
    bench.pass(Duration.ofMinutes(2));
    watch.nothingHasHappened();
    assertThat(bench.management().lastError())
        .contains(copy)
        .contains("the data directory belongs to spreadsheet roadmap")
        .contains("correct SVERKA_SPREADSHEET_ID");
    assertThat(bench.ears().alarms("correct SVERKA_SPREADSHEET_ID")).isEqualTo(1);
    assertThat(other.rows()).isEqualTo(rows);
    watch.nothingIsWritten();
    assertThat(bench.count(READ)).isPositive();
    bench.feedStands();

    bench.stop();
    bench.start(Map.of());
    bench.pass(Duration.ofMinutes(1));
    bench.scratch();
    assertThat(other.rows()).isEqualTo(rows);
  }
}
