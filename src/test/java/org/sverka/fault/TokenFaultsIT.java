package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.TOKEN;
import static org.sverka.fault.Host.ACCOUNT;
import static org.sverka.fault.StandIn.ALWAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token endpoint that answers oddly. */
class TokenFaultsIT {
  @RegisterExtension static final Bench bench = Bench.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {",\"expires_in\":0", "", ",\"expires_in\":\"3600\"", ",\"expires_in\":-5"})
  void f19_oddLifeOfAToken_isNoReasonToAskMoreThanOnceAMinute(String life) {
    bench.sheet().revokeTokens();
    String token = bench.sheet().token(ACCOUNT);
    bench.answer(
        TOKEN, ALWAYS, StandIn.json(200, "{\"access_token\":\"" + token + "\"" + life + "}"));
    Probe probe = bench.probe();
    bench.pass(Duration.ofMinutes(10));
    assertThat(bench.count(TOKEN)).isBetween(1L, 11L);
    bench.mend();
    bench.pass(Duration.ofMinutes(2));
    probe.hasLanded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"expires_in\":3600}", "no JSON", "{}"})
  void f19_answerWithoutAToken_isAskedForOnceAMinuteAndStopsNothing(String answer) {
    bench.sheet().revokeTokens();
    bench.answer(TOKEN, ALWAYS, StandIn.json(200, answer));
    Probe probe = bench.probe();
    bench.pass(Duration.ofMinutes(10));
    probe.isUnseen();
    bench.feedStands();
    assertThat(bench.count(TOKEN)).isBetween(3L, 11L);
    bench.mend();
    bench.pass(Duration.ofMinutes(2));
    probe.hasLanded();
  }

  @ParameterizedTest
  @ValueSource(ints = {600, -600})
  void f19_clockTenMinutesOff_isNamedAndAskedAgainSeldom(int seconds) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    bench.sheet().revokeTokens();
    bench.answer(
        TOKEN,
        ALWAYS,
        StandIn.json(
                400,
                """
                {"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token
                 (60 minutes). Check your iat and exp values in the JWT claim."}"""
                    .replace("\n", ""))
            .withHeader("Date", date));
    Probe probe = bench.probe();
    bench.pass(Duration.ofMinutes(20));
    probe.isUnseen();
    assertThat(bench.management().state()).startsWith("stopped: ").contains("The clock of this");
    assertThat(bench.count(TOKEN)).isBetween(2L, 5L);
    bench.feedStands();
    bench.mend();
    bench.pass(Duration.ofMinutes(6));
    probe.hasLanded();
    assertThat(bench.management().state()).isEqualTo("running");
  }
}
