package org.sverka.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs {@link CommitForever} and kills it in the midst of its work. */
final class KilledProcess {
  private KilledProcess() {}

  /**
   * Kills it some time after it has reported so many commits.
   *
   * @return the number that it reported last
   */
  static long lastReported(Path directory, int commits, int moreNanos) throws Exception {
    Process process = start(directory);
    long last = 0;
    try (BufferedReader out = process.inputReader()) {
      for (int i = 0; i < commits; i++) {
        last = parse(out.readLine(), last);
      }
      busy(moreNanos);
      // Unlike the process itself, its handle leaves open what it has said.
      var unused = process.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = parse(line, last);
      }
    } finally {
      process.destroyForcibly();
    }
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("The process outlives its killing");
    }
    return last;
  }

  /** Starts it; whoever calls ends it. */
  static Process start(Path directory) throws IOException {
    return start(CommitForever.class, directory);
  }

  /** The same of another program. */
  static Process start(Class<?> program, Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  // A line can be cut by the kill; what was not said whole was not promised.
  private static long parse(String line, long last) {
    long number = line == null || !line.matches("\\d+") ? last : Long.parseLong(line);
    return Math.max(number, last);
  }

  private static void busy(int nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
