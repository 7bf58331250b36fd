package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.google.HttpLimits;

/** Servers that keep one waiting, or that are not who they should be. */
class StallFaultsIT {
  /** As few seconds as a busy machine lets a good answer take. */
  private static final HttpLimits HASTY =
      new HttpLimits(
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          2,
          Duration.ofSeconds(1),
          Duration.ofSeconds(32),
          8 * 1024 * 1024);

  @RegisterExtension static final Bench bench = new Bench(HASTY);

  private boolean elsewhere;

  @AfterEach
  void back() {
    if (elsewhere) {
      bench.stop();
      bench.start(Map.of());
    }
  }

  @Test
  void f07_trickle_endsWithTheDeadlineOfTheWholeAnswer() {
    bench.wire().damage(READ, ALWAYS, Damage.trickle());
    bench.outage(1);
    assertThat(bench.struck(READ)).isEqualTo(2);
    assertThat(bench.ears().all()).contains("longer than 4 s");
  }

  @Test
  void f07_trickleAfterAWrite_isReadBack() {
    bench.wire().damage(WRITE, 1, Damage.trickle());
    assertReadBack();
  }

  @Test
  void f09_serverThatNeverAnswers_isWaitedForNoLongerThanItsDeadline() {
    bench.wire().hold(READ, ALWAYS, Damage.silence());
    bench.outage(1);
    assertThat(bench.struck(READ)).isEqualTo(2);
    assertThat(bench.ears().all()).contains("does not answer in time");
  }

  @Test
  void f25_writeThatIsDoneAndNeverAnswered_isFoundByReadingBackAndLoggedOnce() {
    bench.wire().damage(WRITE, 1, Damage.silence());
    assertReadBack();
  }

  private static void assertReadBack() {
    Probe probe = bench.probe();
    bench.cycle();
    probe.isLogged();
    probe.isRestored();
    assertThat(bench.management().lastError()).contains("unknown");
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
  }

  @Test
  void f09_connectionsThatAreSwallowed_areGivenUp() throws IOException {
    Probe probe = bench.probe();
    bench.wire().door().swallow();
    bench.cycle();
    probe.isUnseen();
    assertThat(bench.management().lastError()).contains("does not answer in time");
    bench.feedStands();
    bench.wire().door().openAgain();
    bench.cycles(2);
    probe.hasLanded();
  }

  @Test
  void f09_nameThatCanNotBeLookedUp_isSaidAndTheFeedStaysUp() {
    // No name server has to be asked about a name with a part that is longer than any may be.
    assertGoesOnElsewhere("http://" + "x".repeat(64) + ".invalid", "can't be looked up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void f09_certificateThatIsNotTrusted_isNeverBypassed(String host) {
    assertGoesOnElsewhere("https://" + host + ":" + bench.standIn().tlsPort(), "is not trusted");
  }

  /** The program is started with another server, and then with the right one again. */
  private void assertGoesOnElsewhere(String url, String error) {
    Probe probe = bench.probe();
    elsewhere = true;
    bench.stop();
    bench.start(Map.of("--sheets-root-url", url));
    bench.cycles(2);
    probe.isUnseen();
    assertThat(bench.management().lastError()).contains(error);
    assertThat(bench.count(READ)).isZero();
    bench.stop();
    bench.start(Map.of());
    elsewhere = false;
    bench.cycles(2);
    probe.hasLanded();
  }
}
