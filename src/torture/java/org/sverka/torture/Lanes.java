package org.sverka.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works on cases side by side. */
final class Lanes implements AutoCloseable {
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

  /** Waits for all. */
  void join() throws Exception {
    for (Future<Void> each : begun) {
      each.get();
    }
    begun.clear();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
