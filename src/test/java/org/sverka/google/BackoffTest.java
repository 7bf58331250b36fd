package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-12T14:05:00Z");
  private static final Backoff LEAST = new Backoff(HttpLimits.standard(), () -> 0);

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,32", "60,32", "2000,32"})
  void pause_doublesUpToTheCap(int attempt, long seconds) {
    assertThat(LEAST.pause(attempt, "", NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void pause_hasJitter() {
    Backoff most = new Backoff(HttpLimits.standard(), () -> 0.5);

    assertThat(most.pause(2, "", NOW)).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void retryAfter_inSecondsIsHonoured() {
    assertThat(LEAST.pause(1, "20", NOW)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void retryAfter_asADateIsHonoured() {
    assertThat(LEAST.pause(1, "Thu, 12 Mar 2026 14:05:07 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "1000000000", "Fri, 13 Mar 2026 14:05:07 GMT"})
  void retryAfter_isCapped(String value) {
    assertThat(LEAST.pause(1, value, NOW)).isEqualTo(Duration.ofSeconds(32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-5", "soon", "1e9", "99999999999999999999", "Thu, 12 Mar 2020 14:05:07 GMT", "0"})
  void retryAfter_thatMakesNoSenseCountsAsNothing(String value) {
    assertThat(LEAST.pause(1, value, NOW)).isEqualTo(Duration.ofSeconds(1));
  }
}
