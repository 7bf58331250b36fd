package org.sverka.google;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A clock that only goes on, whatever is done to people's, and on which one can wait. */
public interface SteadyClock {
  /** Nanoseconds since some moment. */
  long nanos();

  /** Lets so much time pass. */
  void pause(Duration length) throws InterruptedException;

  /** That of the machine. */
  static SteadyClock system() {
    return new SteadyClock() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration length) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
      }
    };
  }
}
