package org.sverka.sync;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Two clocks: people's, which may be set forward and back, and one that only goes on. Moments that
 * are told go by the first, intervals by the second.
 *
 * @param wall people's
 * @param nanos nanoseconds since some moment
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {
  /** Those of the machine. */
  public static Clocks system() {
    return new Clocks(InstantSource.system(), System::nanoTime);
  }
}
