package org.sverka.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Lets children make turns under strace. A child is used again until it is killed. */
final class Turns implements AutoCloseable {
  private static final List<String> SHORT = List.of("-s", "64");

  private final Settings settings;
  private final Template warm;
  private final BlockingQueue<Worker> idle = new LinkedBlockingQueue<>();

  Turns(Settings settings, Template warm) {
    this.settings = settings;
    this.warm = warm;
  }

  /** What came of a turn: what the child said, and what it called. */
  record Made(Said said, List<Call> calls) {
    /** The calls that a fault was injected into and that were about the folder. */
    List<Call> hits(Path folder) {
      return calls.stream().filter(c -> c.isInjected() && c.touches(folder.toString())).toList();
    }

    /** Whether a fault was injected, but only into calls that had nothing to do with the folder. */
    boolean isAstray(Path folder) {
      return hits(folder).isEmpty() && calls.stream().anyMatch(Call::isInjected);
    }
  }

  /** A turn with nothing wrong, recorded with all that was written. */
  Made record(String what, Path directory, int count) throws IOException, InterruptedException {
    return make(what, directory, count, List.of());
  }

  /**
   * A turn with faults.
   *
   * @param faults options of strace
   */
  Made torture(String what, Path directory, int count, List<String> faults)
      throws IOException, InterruptedException {
    List<String> options = new java.util.ArrayList<>(SHORT);
    options.addAll(faults);
    return make(what, directory, count, options);
  }

  /** A turn without a trace. */
  Said plain(String what, Path directory, int count) throws IOException, InterruptedException {
    Worker worker = worker();
    worker.prepare(what, directory, count);
    worker.go();
    Said said = Said.of(worker.said());
    giveBack(worker);
    return said;
  }

  private Made make(String what, Path directory, int count, List<String> options)
      throws IOException, InterruptedException {
    Worker worker = worker();
    worker.prepare(what, directory, count);
    Tracer tracer = Tracer.attach(settings, worker.pid(), options);
    worker.go();
    Said said = Said.of(worker.said());
    List<Call> calls = tracer.end();
    if (calls.stream().anyMatch(Turns::mayHoldLock)) {
      worker.kill();
    }
    giveBack(worker);
    return new Made(said, calls);
  }

  /** A process that could not let go of its lock has it until it ends. */
  private static boolean mayHoldLock(Call call) {
    return call.isInjected() && call.name().matches("fcntl|close|flock");
  }

  /** A child that is ready; whoever takes it ends it. */
  Worker take() throws IOException, InterruptedException {
    return worker();
  }

  private Worker worker() throws IOException, InterruptedException {
    for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (worker.isAlive()) {
        return worker;
      }
    }
    Worker fresh = Worker.start(settings);
    // One turn without a fault, so that the next need not load what it is made of.
    Path scratch = warm.copy(settings.work(), "warm");
    fresh.prepare("turn", scratch, 1);
    fresh.go();
    List<String> unused = fresh.said();
    fresh.release();
    Folders.delete(scratch);
    return fresh;
  }

  private void giveBack(Worker worker) throws IOException {
    if (worker.isAlive()) {
      try {
        worker.release();
        idle.add(worker);
      } catch (IOException e) {
        worker.close();
      }
    }
  }

  @Override
  public void close() {
    idle.forEach(Worker::close);
  }
}
