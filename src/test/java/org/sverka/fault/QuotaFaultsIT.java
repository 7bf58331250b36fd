package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that have had enough, or that fail. */
class QuotaFaultsIT {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(64);

  @RegisterExtension static final Bench bench = Bench.shared();

  @Test
  void f01_tooManyRequests_areNotRepeatedForAMinuteWhileTheFeedGrowsOld() {
    assertIsLeftAlone(quota(429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rateLimitExceeded", "userRateLimitExceeded"})
  void f22_quotaSaidAs403_isNoLostPermission(String reason) {
    assertIsLeftAlone(quota(403, "PERMISSION_DENIED", reason));
  }

  private static void assertIsLeftAlone(ResponseDefinitionBuilder refusal) {
    bench.answer(READ, ALWAYS, refusal);
    Probe probe = bench.probe();
    String checkedAt = bench.management().roadmap().path("checkedAt").asText();
    bench.pass(Duration.ofMinutes(12));
    probe.isUnseen();
    assertThat(bench.count(READ)).isBetween(5L, 13L);
    assertThat(bench.time().pauses()).allMatch(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
    assertThat(bench.management().state()).isEqualTo("running");
    assertThat(bench.management().roadmap().path("lagSeconds").asLong()).isGreaterThan(700);
    assertThat(bench.webmaster().feed().path("staleSince").asText()).isEqualTo(checkedAt);
    bench.feedStands();
    bench.mend();
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.webmaster().feed().path("staleSince").isNull()).isTrue();
  }

  @Test
  void f01_tooManyWrites_keepNoEditFromLogAndSite() {
    bench.answer(WRITE, ALWAYS, quota(429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED"));
    Probe probe = bench.probe();
    bench.pass(Duration.ofMinutes(5));
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    assertThat(bench.struck(WRITE)).isBetween(2L, 6L);
    bench.mend();
    bench.pass(LONGEST_PAUSE);
    probe.hasLanded();
  }

  @ParameterizedTest
  @CsvSource({"120, 32", "1000000000, 32", "date, 32", "-5, 0", "soon, 0", "'', 0"})
  void f02_retryAfter_isHonouredUpToALimitAndNonsenseIsNone(String asked, int atLeast) {
    Instant late = Instant.now().plusSeconds(3600);
    String value =
        asked.equals("date")
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(late.atOffset(ZoneOffset.UTC))
            : asked;
    bench.answer(READ, 1, json(503).withHeader("Retry-After", value));
    Probe probe = bench.probe();
    bench.cycle();
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.time().pauses()).hasSize(1);
    assertThat(bench.time().pauses().get(0))
        .isBetween(
            Duration.ofSeconds(Math.max(atLeast, 1)), Duration.ofSeconds(atLeast == 0 ? 2 : 32));
    bench.cycle();
    probe.hasLanded();
  }

  @ParameterizedTest
  @CsvSource({"120", "1000000000", "date", "-5", "soon"})
  void f02_retryAfterOfAQuota_isHonouredByAMinuteOfRest(String asked) {
    bench.answer(
        READ,
        1,
        quota(429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED").withHeader("Retry-After", asked));
    Probe probe = bench.probe();
    bench.cycle();
    long refused = bench.time().nanos();
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.struck(READ)).isEqualTo(1);
    Exchange next = bench.journal().stream().filter(e -> e.is(READ)).skip(1).findFirst().get();
    assertThat(Duration.ofNanos(next.at() - refused))
        .isBetween(Duration.ofSeconds(28), Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void f03_failureOnce_isNotEvenNoticed(int status) {
    bench.answer(READ, 1, json(status));
    Probe probe = bench.probe();
    bench.cycle();
    probe.hasLanded();
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.ears().alarms("")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void f03_fiveFailures_areRepeatedWithinABudget(int status) {
    bench.answer(READ, 5, json(status));
    Probe probe = bench.probe();
    bench.cycle();
    assertThat(bench.struck(READ)).isEqualTo(4);
    probe.isUnseen();
    bench.cycle();
    probe.hasLanded();
    assertThat(bench.struck(READ)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void f03_failuresOfAWrite_areReadBackEachTimeAndLoggedOnce(int status) {
    bench.answer(WRITE, 5, json(status));
    Probe probe = bench.probe();
    bench.cyclesUntilStruck(WRITE, 5);
    probe.isLogged();
    probe.isPublished();
    probe.isNotWritten();
    bench.pass(LONGEST_PAUSE);
    probe.hasLanded();
    assertThat(bench.struck(WRITE)).isEqualTo(5);
  }

  @Test
  void f03_failureForTwoHours_endsByItself() {
    Probe probe = bench.probe();
    for (int status : new int[] {500, 502, 503, 504}) {
      bench.mend();
      bench.answer(READ, ALWAYS, json(status));
      bench.pass(Duration.ofMinutes(30));
      probe.isUnseen();
    }
    bench.feedStands();
    assertThat(bench.struck(READ)).isGreaterThan(400);
    bench.mend();
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.management().lastError()).isEmpty();
  }

  private static ResponseDefinitionBuilder quota(int status, String name, String reason) {
    return json(status)
        .withBody(
            """
            {"error":{"code":%d,"message":"Quota exceeded","status":"%s","details":[
              {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s"}]}}"""
                .formatted(status, name, reason));
  }

  private static ResponseDefinitionBuilder json(int status) {
    return StandIn.json(status, "{}");
  }
}
