package org.sverka.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that are refused, and writes of which it is not known whether they were done. */
class WriteFaultsIT {
  /** A write that failed is tried again after a minute at the latest. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(64);

  @RegisterExtension static final Bench bench = Bench.shared();

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void f24_refusedBatch_isTakenAsNotDoneAndPlannedAnew(int times) {
    bench.answer(WRITE, times, poison());
    Probe probe = bench.probe();
    bench.cyclesUntilStruck(WRITE, times);
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    bench.pass(LONGEST_PAUSE);
    probe.hasLanded();
    assertThat(bench.struck(WRITE)).isEqualTo(times);
  }

  @Test
  void f24_batchThatIsAlwaysRefused_isTriedWithPausesAndNamed() {
    bench.answer(WRITE, ALWAYS, poison());
    Probe probe = bench.probe();
    bench.pass(Duration.ofMinutes(30));
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    assertThat(bench.management().lastError()).contains("Invalid requests[3]");
    assertThat(bench.struck(WRITE)).isBetween(10L, 80L);
    assertThat(bench.ears().alarms("Invalid requests[3]")).isEqualTo(1);
    bench.feedStands();
    bench.mend();
    bench.pass(LONGEST_PAUSE);
    probe.hasLanded();
  }

  static Stream<Named<Damage>> lostAnswers() {
    return Stream.of(
        Named.of("reset without a byte", Damage.lost()),
        Named.of("reset within the headers", Damage.lostInTheHeaders()),
        Named.of("reset after the headers", Damage.lostAfterTheHeaders()),
        Named.of("half of the body", Damage.cut(8)),
        Named.of("a chunk not finished", Damage.unfinishedChunk(15)));
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void f25_answerLostAfterTheWrite_isFoundByReadingBackAndLoggedOnce(Damage lost) {
    bench.wire().damage(WRITE, 1, lost);
    assertIsFoundOut();
  }

  static Stream<Map<String, ?>> ofTheSheet() {
    return Stream.of(
        Map.of("status", 503, "applied", true),
        Map.of("status", 500, "applied", true),
        Map.of("delivery", "LOST", "applied", true));
  }

  @ParameterizedTest
  @MethodSource("ofTheSheet")
  void f25_writeThatIsDoneThoughTheServerFails_isFoundByReadingBackAndLoggedOnce(
      Map<String, ?> effect) {
    bench.sheet().plan(":batchUpdate", 1, effect);
    assertIsFoundOut();
  }

  private static void assertIsFoundOut() {
    Probe probe = bench.probe();
    bench.cycle();
    probe.isLogged();
    probe.isRestored();
    assertThat(bench.management().lastError()).contains("unknown");
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
  }

  private static ResponseDefinitionBuilder poison() {
    return aResponse()
        .withStatus(400)
        .withHeader("Content-Type", "application/json; charset=UTF-8")
        .withBody(
            """
            {"error":{"code":400,"status":"INVALID_ARGUMENT","message":"Invalid requests[3].updateCells:
             Attempting to write column: 26, beyond the last column of: 25"}}"""
                .replace("\n", ""));
  }
}
