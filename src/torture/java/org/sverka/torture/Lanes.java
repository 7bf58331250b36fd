package org.sverka.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Works on cases side by side. */
final class Lanes implements AutoCloseable {
  private static final long BETWEEN_TWO_WORDS = TimeUnit.SECONDS.toNanos(30);

  private final ExecutorService threads;
  private final List<Future<Void>> begun = new ArrayList<>();

  Lanes(Settings settings) {
    this.threads = Executors.newFixedThreadPool(settings.lanes());
  }

  /** Something to be done, that may fail. */
  interface Work {
    void run() throws Exception;
  }

  void add(Work work) {
    Callable<Void> callable =
        () -> {
          work.run();
          return null;
        };
    begun.add(threads.submit(callable));
  }

  /** Waits for all, and tells now and then how many are done. */
  void join() throws Exception {
    long told = System.nanoTime();
    for (int done = 0; done < begun.size(); done++) {
      if (System.nanoTime() - told > BETWEEN_TWO_WORDS) {
        System.err.println("  " + done + " of " + begun.size());
        told = System.nanoTime();
      }
      begun.get(done).get();
    }
    begun.clear();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
