package org.sverka.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.SheetException;

/**
 * Does not try for ever with each look at the sheet to write what could not be written: after a few
 * times there are pauses, which double up to a minute. That a sheet can't be written keeps nobody
 * from reading it.
 */
final class WritePause {
  private static final Duration FIRST = Duration.ofSeconds(4);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  /** So often it is tried again with the next look. */
  private static final int AT_ONCE = 3;

  private final LongSupplier ticker;
  private @Nullable SheetException refusal;
  private int refusals;
  private long since;
  private Duration pause = Duration.ZERO;

  /**
   * @param ticker nanoseconds that no setting of the clock disturbs
   */
  WritePause(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /** A write was refused, put off, or got no answer. */
  void after(SheetException why) {
    refusal = why;
    since = ticker.getAsLong();
    if (!why.putOffFor().isZero()) {
      pause = why.putOffFor();
      return;
    }
    int late = ++refusals - AT_ONCE;
    Duration doubled = FIRST.multipliedBy(1L << Math.max(0, Math.min(late, MOST_DOUBLINGS)));
    pause = late <= 0 ? Duration.ZERO : doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** There is nothing to write any more. */
  void over() {
    refusal = null;
    refusals = 0;
    pause = Duration.ZERO;
  }

  /** Whether it is too early for another try. */
  boolean lasts() {
    // Without a refusal there is no moment to count from, and the ticker may be negative.
    return refusal != null && ticker.getAsLong() - since < pause.toNanos();
  }

  /** Why the last try failed; empty if it did not. */
  Optional<SheetException> refusal() {
    return Optional.ofNullable(refusal);
  }
}
