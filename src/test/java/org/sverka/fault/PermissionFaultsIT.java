package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.TABS;
import static org.sverka.fault.Exchange.Kind.TOKEN;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.Host.ACCOUNT;
import static org.sverka.fault.StandIn.ALWAYS;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.google.KeyFiles;

/** Permissions that are taken away while the program runs, and given back. */
class PermissionFaultsIT {
  /** What only a person can mend is asked for again after five minutes. */
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(6);

  @RegisterExtension static final Bench bench = Bench.shared();

  @AfterEach
  void welcomeAgain() throws IOException {
    bench.mend();
    KeyFiles.save(bench.credentials(), bench.key(ACCOUNT));
    bench.pass(ASKED_AGAIN);
  }

  @Test
  void f17_tokenRefusedInTheMiddle_isRenewedOnceAndTheTurnGoesOn() {
    bench.sheet().revokeTokens();
    Probe probe = bench.probe();
    bench.cycle();
    probe.hasLanded();
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.count(TOKEN)).isEqualTo(1);
  }

  @Test
  void f17_tokenRefusedAtTheWrite_isRenewedOnceAndTheTurnGoesOn() {
    bench.answer(
        WRITE, 1, StandIn.refusal(401, "UNAUTHENTICATED", "Request had invalid credentials."));
    Probe probe = bench.probe();
    bench.cycle();
    probe.hasLanded();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
    assertThat(bench.count(TOKEN)).isEqualTo(1);
  }

  @Test
  void f18_keyThatIsGoodForNothing_isTriedSeldomUntilAnotherTakesItsPlace() throws IOException {
    bench.sheet().deleteAccount();
    Probe probe = assertStandsStill("does not exist any more", 24);

    KeyFiles.save(bench.credentials(), bench.key("other@example.com"));

    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.management().state()).isEqualTo("running");
  }

  @Test
  void f18_personsPermissionRevoked_isTriedOnceAnHourUntilItIsGivenAgain() throws IOException {
    KeyFiles.save(
        bench.credentials(), KeyFiles.client("client", "GOCSPX-canary", bench.tokenUri()));
    KeyFiles.permit(bench.credentials(), bench.sheet().permission());
    bench.cycles(2);
    assertThat(bench.management().lastError()).isEmpty();
    bench.sheet().revokeTokens();
    Probe probe = assertStandsStill("scripts/sverka authorize", 4);

    KeyFiles.permit(bench.credentials(), bench.sheet().permission());

    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.ears().all()).doesNotContain("GOCSPX-canary");
  }

  private static Probe assertStandsStill(String advice, int most) {
    Probe probe = bench.probe();
    bench.cycles(3);
    assertThat(bench.management().state()).startsWith("stopped: ").contains(advice);
    int asked = bench.journal().size();
    bench.pass(Duration.ofHours(1));
    assertThat(bench.journal().size() - asked).as("requests in an hour").isLessThanOrEqualTo(most);
    assertThat(bench.ears().alarms(advice)).isEqualTo(1);
    probe.isUnseen();
    bench.feedStands();
    return probe;
  }

  @Test
  void f20_readerOnly_goesOnReadingAndSaysWhatItCanNotWrite() {
    bench.sheet().role("READER");
    Probe probe = bench.probe();
    bench.cycles(3);
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    assertThat(bench.management().state()).startsWith("stopped: ").contains("as an editor");
    bench.pass(Duration.ofMinutes(30));
    assertThat(bench.struck(WRITE)).isBetween(2L, 8L);
    bench.feedStands();
    bench.sheet().role("WRITER");
    bench.pass(ASKED_AGAIN);
    probe.hasLanded();
    assertThat(bench.management().state()).isEqualTo("running");
  }

  @Test
  void f21_noAccessAnyMore_isAskedForSeldomAndNothingIsTakenForDeleted() {
    bench.sheet().role("NONE");
    assertIsLeftAlone("as an editor", () -> bench.sheet().role("WRITER"));
  }

  @Test
  void f23_spreadsheetThatIsGone_isNamedAndNothingIsTakenForDeleted() {
    var gone = StandIn.refusal(404, "NOT_FOUND", "Requested entity was not found.");
    bench.answer(READ, ALWAYS, gone);
    bench.answer(TABS, ALWAYS, gone);
    bench.answer(WRITE, ALWAYS, gone);
    assertIsLeftAlone("There is no spreadsheet", bench::mend);
  }

  private static void assertIsLeftAlone(String named, Runnable remedy) {
    Probe probe = bench.probe();
    bench.cycles(3);
    assertThat(bench.management().state()).startsWith("stopped: ").contains(named);
    bench.pass(Duration.ofMinutes(30));
    assertThat(bench.struck(READ)).isBetween(2L, 8L);
    assertThat(bench.ears().alarms(named)).isEqualTo(1);
    probe.isUnseen();
    bench.feedStands();
    remedy.run();
    bench.pass(ASKED_AGAIN);
    probe.hasLanded();
    assertThat(bench.management().state()).isEqualTo("running");
  }

  @Test
  void f23_spreadsheetInTheBin_isNamedAndNothingIsTakenForDeleted() {
    String feed = bench.webmaster().get("").body();
    bench.sheet().bin(true);
    bench.pass(Duration.ofMinutes(2));
    assertThat(bench.management().lastError()).contains("is in the bin");
    assertThat(bench.webmaster().get("").body()).isEqualTo(feed);
    assertThat(bench.count(WRITE)).isZero();
    bench.sheet().bin(false);
    bench.pass(Duration.ofMinutes(2));
    assertThat(bench.management().lastError()).isEmpty();
    bench.scratch();
  }
}
