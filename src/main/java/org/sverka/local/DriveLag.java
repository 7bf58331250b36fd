package org.sverka.local;

import java.time.Clock;
import java.time.Duration;

/**
 * How far Drive is behind the sheet: {@code version}, {@code modifiedTime}, {@code
 * lastModifyingUser}, changes, revisions and pushes tell of an edit only after this time, as
 * Google's do (about three minutes). Nothing lags unless told to. May be set at any time, by any
 * thread.
 */
public final class DriveLag {
  /** The longest lag; as long as every single change is remembered. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private volatile Duration lag = Duration.ZERO;

  /**
   * Sets the lag for all files from now on.
   *
   * @throws IllegalArgumentException if it is negative or longer than {@link #LONGEST}
   */
  public void set(Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A lag is between 0 and " + LONGEST + ", not " + value);
    }
    lag = value;
  }

  public Duration current() {
    return lag;
  }

  Horizon horizon(Clock clock) {
    Duration now = lag;
    return now.isZero() ? Horizon.NONE : Horizon.at(clock.instant().minus(now));
  }
}
