package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, killed and started again. */
class KillIT {
  @TempDir private Path data;
  private Process process;
  private Editor editor;
  private Webmaster webmaster;
  private int httpPort;
  private int sheetPort;

  private void start() throws IOException {
    if (httpPort == 0) {
      httpPort = freePort();
      sheetPort = freePort();
    }
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dfile.encoding=UTF-8",
                // It does not live long enough for more.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "org.sverka.cli.Sverka",
                "serve",
                "--http-port=" + httpPort,
                "--management-port=0",
                "--local-sheet-port=" + sheetPort,
                "--poll-seconds=1",
                "--data-dir=" + data)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String sheet = lines.readLine();
    assertThat(sheet).startsWith("Sheet: ");
    assertThat(lines.readLine()).startsWith("Page: ");
    assertThat(lines.readLine()).startsWith("Log: ");
    assertThat(lines.readLine()).contains("ready");
    editor = new Editor(sheet.substring("Sheet: ".length()));
    webmaster = new Webmaster(httpPort);
    Eventually.holds(() -> assertThat(editor.rows()).hasSize(54));
    Eventually.holds(() -> assertThat(editor.cell("12.3", "На сайте")).startsWith("опубликовано"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  @Test
  void f62_killedAndStartedAgain_servesTheSameAndJudgesNothingTwice() throws Exception {
    start();
    long first = webmaster.revision();
    editor.type("1.1", "Статус", "В работе");
    editor.type("3.2", "Статус", "Готово");
    Eventually.holds(() -> assertThat(editor.cell("3.2", "Проверка")).contains("Готово"));
    Eventually.holds(() -> assertThat(webmaster.revision()).isEqualTo(first + 2));
    String tag = webmaster.get("").headers().firstValue("ETag").orElseThrow();
    String log = webmaster.get("/changes").body();

    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    start();

    assertThat(webmaster.get("").headers().firstValue("ETag").orElseThrow()).isEqualTo(tag);
    assertThat(webmaster.get("/changes").body()).isEqualTo(log);
    editor.type("2.1", "Статус", "В работе");
    Eventually.holds(() -> assertThat(webmaster.types(first + 2)).containsExactly("edit"));
    assertThat(webmaster.entries(first + 2).get(0).path("measure").asText()).isEqualTo("2.1");
  }

  @Test
  void f66_terminatedWhileItJudges_endsInOrderWithinTenSecondsAndTearsNothing() throws Exception {
    start();
    long first = webmaster.revision();
    editor.type("1.1", "Статус", "В работе");
    editor.type("3.2", "Статус", "Готово");
    process.destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    // What a process that SIGTERM has ended in order answers for.
    assertThat(process.exitValue()).isEqualTo(143);

    start();
    Eventually.holds(() -> assertThat(editor.cell("3.2", "Проверка")).contains("Готово"));
    assertThat(webmaster.types(first)).containsExactly("edit", "edit");
    assertThat(verified()).isEqualTo(Exit.FINE);
  }

  private int verified() {
    PrintWriter out = new PrintWriter(new StringWriter());
    return Sverka.run(
        new Surroundings(Path.of("").toAbsolutePath(), Map.of(), out, out),
        "verify-log",
        data.toString());
  }

  @Test
  void f62_secondInstanceOnTheSameDirectory_isRefused() throws Exception {
    start();
    Process second =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.sverka.cli.Sverka",
                    "serve",
                    "--http-port=0",
                    "--management-port=0",
                    "--local-sheet-port=0",
                    "--data-dir=" + data))
            .start();
    String error = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(error).contains(data.toString());
  }
}
