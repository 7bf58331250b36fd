package org.sverka.google;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** How long to wait before a read is repeated: truncated exponential with jitter. */
record Backoff(HttpLimits limits, DoubleSupplier random) {
  /**
   * The pause after a failed attempt.
   *
   * @param attempt counted from 1
   * @param retryAfter what the server asked for, seconds or an HTTP date; nonsense counts as
   *     nothing
   */
  Duration pause(int attempt, String retryAfter, Instant now) {
    Duration wanted = wanted(retryAfter, now);
    Duration own = exponential(attempt);
    Duration longer = wanted.compareTo(own) > 0 ? wanted : own;
    return longer.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : longer;
  }

  private Duration exponential(int attempt) {
    double first = limits.firstPause().toMillis();
    double millis = first * Math.pow(2, attempt - 1) + first * random.getAsDouble();
    return Duration.ofMillis((long) Math.min(millis, (double) limits.longestPause().toMillis()));
  }

  private static Duration wanted(String retryAfter, Instant now) {
    String text = retryAfter.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    return HttpDate.parse(text)
        .filter(at -> at.isAfter(now))
        .map(at -> Duration.between(now, at))
        .orElse(Duration.ZERO);
  }
}
