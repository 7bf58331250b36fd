package org.sverka.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running {@link Child}. */
final class Worker implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 180;

  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private Worker(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts one; what it needs for a turn, and for a turn that fails, is loaded before it is used.
   */
  static Worker start(Settings settings) throws IOException {
    List<String> command = new ArrayList<>(settings.java());
    command.add(Child.class.getName());
    Process process =
        new ProcessBuilder(command)
            .directory(settings.work().toFile())
            .redirectError(settings.work().resolve("child.err").toFile())
            .start();
    return new Worker(process);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Tells it what to do next; it waits for {@link #go}. */
  void prepare(String what, Path directory, int count) throws IOException {
    send(what + " " + directory + " " + count);
    String ready = out.readLine();
    if (!"ready".equals(ready)) {
      throw new IOException("The child said " + ready);
    }
  }

  void go() throws IOException {
    send("go");
  }

  /** What it says until it has ended its turn, or its life. */
  List<String> said() throws IOException, InterruptedException {
    return said(line -> {});
  }

  /** The same, and tells somebody of each line when it is said. */
  List<String> said(Consumer<String> listener) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    Thread watch = new Thread(this::killInTime);
    watch.setDaemon(true);
    watch.start();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      listener.accept(line);
      if (line.equals("end")) {
        break;
      }
    }
    watch.interrupt();
    watch.join();
    return lines;
  }

  /** Lets it wait for what comes next. */
  void release() throws IOException {
    send("bye");
  }

  void kill() throws InterruptedException {
    boolean unused = process.toHandle().destroyForcibly();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("A child outlives its killing");
    }
  }

  private void killInTime() {
    try {
      TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
      boolean unused = process.toHandle().destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
