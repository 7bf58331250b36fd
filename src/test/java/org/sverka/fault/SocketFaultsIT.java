package org.sverka.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that break, and servers that are not there. */
class SocketFaultsIT {
  @RegisterExtension static final Bench bench = Bench.shared();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MALFORMED_RESPONSE_CHUNK")
  void f08_connectionThatBreaksOnce_isTriedAgainInTheSameTurn(Fault fault) {
    bench.answer(READ, 1, aResponse().withFault(fault));
    assertTriedAgain();
  }

  static Stream<Named<Damage>> resets() {
    return Stream.of(
        Named.of("before the headers", Damage.lost()),
        Named.of("within the headers", Damage.lostInTheHeaders()),
        Named.of("after the headers", Damage.lostAfterTheHeaders()),
        Named.of("in a chunk without a size", Damage.malformedChunk()));
  }

  @ParameterizedTest
  @MethodSource("resets")
  void f08_resetOnce_isTriedAgainInTheSameTurn(Damage reset) {
    bench.wire().damage(READ, 1, reset);
    assertTriedAgain();
  }

  private static void assertTriedAgain() {
    Probe probe = bench.probe();
    bench.cycle();
    probe.hasLanded();
    assertThat(bench.struck(READ)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MALFORMED_RESPONSE_CHUNK")
  void f08_connectionThatBreaksForLong_appliesNothingAndEndsByItself(Fault fault) {
    bench.answer(READ, ALWAYS, aResponse().withFault(fault));
    bench.outage(3);
    assertThat(bench.struck(READ)).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MALFORMED_RESPONSE_CHUNK")
  void f08_writeThatNeverGotThere_isFoundMissingByReadingBack(Fault fault) {
    bench.answer(WRITE, 1, aResponse().withFault(fault));
    assertReadBack();
  }

  @Test
  void f08_writeLostByTheSheetItself_isFoundMissingByReadingBack() {
    bench.sheet().plan(":batchUpdate", 1, Map.of("delivery", "LOST"));
    assertReadBack();
  }

  private static void assertReadBack() {
    Probe probe = bench.probe();
    bench.cycle();
    probe.isLogged();
    probe.isNotWritten();
    assertThat(bench.management().lastError()).contains("unknown");
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
  }

  @Test
  void f09_nobodyListens_isAFailureThatEndsByItself() throws IOException {
    Probe probe = bench.probe();
    bench.wire().door().shut();
    bench.cycles(3);
    probe.isUnseen();
    assertThat(bench.management().lastError()).contains("refuses connections");
    bench.feedStands();
    bench.wire().door().openAgain();
    bench.cycles(2);
    probe.hasLanded();
  }
}
