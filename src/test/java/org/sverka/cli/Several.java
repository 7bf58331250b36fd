package org.sverka.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that carries out one command of the program after the other, for surroundings that a
 * test can't put itself into: fewer rights, a file system of its own.
 */
public final class Several {
  private static final int PATIENCE_SECONDS = 60;

  private Several() {}

  /** What came of a command: its exit code and what it said of errors. */
  record Answer(int exit, String said) {}

  /** Each line of standard input is a command; each line of the output is what came of one. */
  public static void main(String[] args) throws Exception {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      Answer answer = run(line.split(" ", -1));
      System.out.println(answer.exit() + " " + answer.said().strip().replace('\n', '|'));
    }
    Runtime.getRuntime().halt(0);
  }

  private static Answer run(String... command) throws ExecutionException, InterruptedException {
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            Path.of("").toAbsolutePath(),
            Map.of(),
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true));
    try {
      int exit =
          CompletableFuture.supplyAsync(() -> Sverka.run(surroundings, command))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Answer(exit, err.toString());
    } catch (TimeoutException e) {
      return new Answer(-1, "it was not refused");
    }
  }

  /**
   * Has commands carried out in such a process.
   *
   * @param by what starts it, such as {@code setpriv …}; may be empty
   */
  static List<Answer> run(List<String> by, List<String> commands) throws IOException {
    List<String> all = new ArrayList<>(by);
    all.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Several.class.getName()));
    Process process =
        new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<Answer> answers = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true)) {
      for (String command : commands) {
        in.println(command);
        String[] words = String.valueOf(out.readLine()).split(" ", 2);
        answers.add(
            words.length == 2
                ? new Answer(Integer.parseInt(words[0]), words[1])
                : new Answer(-1, words[0]));
      }
    } finally {
      process.destroyForcibly();
    }
    return answers;
  }
}
