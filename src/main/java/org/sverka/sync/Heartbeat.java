package org.sverka.sync;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the same thing again and again on a worker thread, never twice at once: the next time is
 * fixed when the last has ended.
 */
final class Heartbeat {
  private final Alarms alarms;
  private final WorkerExecutor worker;
  private final Callable<Boolean> beat;
  private final Supplier<Duration> untilNext;
  private final Promise<Void> end = Promise.promise();
  private @Nullable Runnable disarming;
  private boolean running;
  private boolean hinted;
  private boolean stopped;

  /**
   * @param beat what to do; throws nothing
   * @param untilNext how long from now until the next time; asked whenever that may have changed
   */
  Heartbeat(Alarms alarms, WorkerExecutor worker, Runnable beat, Supplier<Duration> untilNext) {
    this.alarms = alarms;
    this.worker = worker;
    this.beat =
        () -> {
          beat.run();
          return true;
        };
    this.untilNext = untilNext;
  }

  /** As soon as it is not being done. May be called from anywhere, at any rate. */
  void now() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      if (running) {
        hinted = true;
        return;
      }
      disarm();
      running = true;
    }
    Future<Boolean> unused = worker.executeBlocking(beat, false).onComplete(result -> ended());
  }

  /** Fixes the next time anew, because what it depends on has changed. */
  synchronized void reconsider() {
    if (!stopped && !running) {
      arm();
    }
  }

  /** Never again; completes when it is not being done any more. */
  synchronized Future<Void> stop() {
    if (!stopped) {
      stopped = true;
      disarm();
      if (!running) {
        end.complete();
      }
    }
    return end.future();
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  private void ended() {
    boolean again;
    synchronized (this) {
      running = false;
      again = hinted;
      hinted = false;
      if (stopped) {
        end.complete();
        return;
      }
      if (!again) {
        arm();
      }
    }
    if (again) {
      now();
    }
  }

  private void arm() {
    disarm();
    disarming = alarms.set(untilNext.get(), this::now);
  }

  private void disarm() {
    if (disarming != null) {
      disarming.run();
      disarming = null;
    }
  }
}
