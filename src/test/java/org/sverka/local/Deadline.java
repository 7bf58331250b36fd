package org.sverka.local;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what will come, but not for ever. */
record Deadline(long nanos) {

  static Deadline within(Duration length) {
    return new Deadline(System.nanoTime() + length.toNanos());
  }

  void until(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      if (System.nanoTime() > nanos) {
        throw new AssertionError("It did not come in time");
      }
      Thread.onSpinWait();
    }
  }
}
