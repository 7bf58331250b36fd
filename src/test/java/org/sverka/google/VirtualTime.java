package org.sverka.google;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that stands still until it is moved, and on which waiting takes no time. */
public final class VirtualTime implements TimeMeter, BlockingStrategy {
  private long nanos;

  /** Goes on. */
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** Goes on to a moment. */
  public void goTo(long moment) {
    nanos = Math.max(nanos, moment);
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }

  @Override
  public void park(long time) {
    nanos += time;
  }
}
