package org.sverka.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what has to come true within ten seconds, as the people who use Sverka do. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Eventually() {}

  /** A check that fails by throwing an {@link AssertionError}. */
  interface Check {
    void run() throws Exception;
  }

  static void holds(Check check) {
    holdsWithin(PATIENCE, check);
  }

  /** With more patience, for what waits on retries. */
  static void holdsWithin(Duration patience, Check check) {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError notYet) {
        if (Instant.now().isAfter(deadline)) {
          throw notYet;
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
          .join();
    }
  }
}
