package org.sverka.sync;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Has things done later. */
public interface Alarms {
  /**
   * Has something done once, soon after so much time.
   *
   * @param task must not block
   * @return calls it off, if it has not been done yet
   */
  Runnable set(Duration in, Runnable task);

  /** Those of Vert.x, which go by a clock that never jumps. */
  static Alarms of(Vertx vertx) {
    return (in, task) -> {
      long timer = vertx.setTimer(Math.max(1, in.toMillis()), fired -> task.run());
      return () -> {
        boolean unused = vertx.cancelTimer(timer);
      };
    };
  }
}
