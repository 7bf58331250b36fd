package org.sverka.sync;

import java.time.Duration;

/**
 * How a sheet stands with the loop that looks at it. Moments are nanoseconds of a monotonic clock.
 *
 * @param endedAt when the last look ended
 * @param tendedAt when its tab was last seen to
 * @param stirredAt when somebody last edited it, or there was news of it
 * @param failures how many looks have failed in a row
 * @param chance from 0 to 1, drawn at the last failure
 * @param putOffFor how long the quota has put off the next look; zero if it has not
 * @param moved how many looks in a row found that rows had moved
 */
record Standing(
    long endedAt,
    long tendedAt,
    long stirredAt,
    int failures,
    double chance,
    Duration putOffFor,
    int moved) {
  private static final long LONG_AGO = Duration.ofDays(1).toNanos();

  /** Never looked at. */
  static Standing unseen(long now) {
    long before = now - LONG_AGO;
    return new Standing(before, before, before, 0, 0, Duration.ZERO, 0);
  }

  /** After a look that went through. */
  Standing looked(boolean edited, boolean rowsMoved, long now) {
    return new Standing(
        now, tendedAt, edited ? now : stirredAt, 0, 0, Duration.ZERO, rowsMoved ? moved + 1 : 0);
  }

  /** After a look that failed. */
  Standing failed(double drawn, long now) {
    return new Standing(now, tendedAt, stirredAt, failures + 1, drawn, Duration.ZERO, 0);
  }

  /** After a look that was put off. */
  Standing putOff(Duration wait, long now) {
    return new Standing(now, tendedAt, stirredAt, failures, chance, wait, moved);
  }

  /** After its tab was seen to. */
  Standing tended(long now) {
    return new Standing(endedAt, now, stirredAt, failures, chance, putOffFor, moved);
  }

  /** After news of it. */
  Standing stirred(long now) {
    return new Standing(endedAt, tendedAt, now, failures, chance, putOffFor, moved);
  }
}
