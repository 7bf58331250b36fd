package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryIT {
  @TempDir private Path data;

  /** The flags with which the scripts start it. */
  private static List<String> flags() throws IOException {
    String script = Files.readString(Path.of("scripts/common.sh"));
    return Pattern.compile("-XX:[\\w:+=]+")
        .matcher(script)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.addAll(
        List.of(
            "-Xmx96m",
            "-cp",
            System.getProperty("java.class.path"),
            Glutton.class.getName(),
            "serve",
            "--http-port=0",
            "--management-port=0",
            "--local-sheet-port=0",
            "--data-dir=" + data));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void f65_memoryThatHasRunOut_endsTheProcessAndTheNextGoesOn() throws Exception {
    Process process = start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      Editor editor = new Editor(lines.readLine().substring("Sheet: ".length()));
      Eventually.holdsWithin(Duration.ofSeconds(60), () -> assertThat(editor.rows()).hasSize(54));
      editor.type("3.2", "Статус", "Готово");
      Eventually.holds(() -> assertThat(editor.cell("3.2", "Проверка")).contains("Готово"));

      process.outputWriter().append('!').flush();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(Exit.UNAVAILABLE);
    } finally {
      process.destroyForcibly();
    }

    Running again = Running.on(data, InstantSource.system());
    try {
      assertThat(again.webmaster().entries(0))
          .filteredOn(entry -> entry.path("measure").asText().equals("3.2"))
          .extracting(entry -> entry.path("type").asText())
          .containsOnlyOnce("edit");
    } finally {
      again.service().stop();
    }
  }
}
