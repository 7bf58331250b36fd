package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** When the sheet was last read whole and what it said made durable. Written by one thread. */
final class Looks {
  /** However quiet a sheet is, it is looked at more often; that it was not is a fault. */
  static final Duration OVERDUE = Duration.ofMinutes(10);

  private final LongSupplier ticker;
  private final Instant began;
  private volatile @Nullable Instant at;
  private long tick;
  private long count;

  /**
   * @param ticker nanoseconds that no setting of the clock disturbs
   * @param began from when on the sheet is to be read
   */
  Looks(LongSupplier ticker, Instant began) {
    this.ticker = ticker;
    this.began = began;
    this.tick = ticker.getAsLong();
  }

  void made(Instant now) {
    at = now;
    count++;
    tick = ticker.getAsLong();
  }

  /** That the look was overdue has been said. */
  void excused() {
    tick = ticker.getAsLong();
  }

  /** When the last one was; empty if there was none yet. */
  Optional<Instant> last() {
    return Optional.ofNullable(at);
  }

  /** How many there were. */
  long count() {
    return count;
  }

  /** Since when there has been none, if one is overdue. */
  Optional<Instant> overdueSince() {
    return ticker.getAsLong() - tick < OVERDUE.toNanos()
        ? Optional.empty()
        : Optional.of(last().orElse(began));
  }
}
