package org.sverka.google;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The requests of one kind that a credential may send: a bucket of tokens that fills steadily.
 * Whoever finds it empty is given the next token and waits for it, so that turns are in the order
 * of asking.
 */
final class Allowance {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Quota.Limit limit;
  private final TimeMeter clock;
  private final Bucket bucket;
  private final Deque<Long> sent = new ArrayDeque<>();

  Allowance(Quota.Limit limit, TimeMeter clock) {
    this.limit = limit;
    this.clock = clock;
    this.bucket =
        Bucket.builder()
            .addLimit(
                bandwidth ->
                    bandwidth
                        .capacity(limit.burst())
                        .refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
            .withCustomTimePrecision(clock)
            .build();
  }

  /**
   * Takes a token, waiting for it if need be.
   *
   * @return whether it was taken; not if that would take longer than {@code longest}
   */
  boolean take(Duration longest, BlockingStrategy waiting) throws InterruptedException {
    if (!bucket.asBlocking().tryConsume(1, longest, waiting)) {
      return false;
    }
    synchronized (sent) {
      sent.addLast(clock.currentTimeNanos());
      forget();
    }
    return true;
  }

  /** Leaves nothing for a minute, counted from now; not longer if it is said again. */
  void empty() {
    long surplus = bucket.getAvailableTokens() + limit.perMinute();
    if (surplus > 0) {
      long unused = bucket.consumeIgnoringRateLimits(surplus);
    }
  }

  /** How long until a token is there. */
  Duration untilNext() {
    return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  Quota.Usage usage() {
    synchronized (sent) {
      forget();
      return new Quota.Usage(sent.size(), Math.max(0, bucket.getAvailableTokens()), limit);
    }
  }

  private void forget() {
    long now = clock.currentTimeNanos();
    while (!sent.isEmpty() && now - sent.getFirst() >= MINUTE) {
      sent.removeFirst();
    }
  }
}
