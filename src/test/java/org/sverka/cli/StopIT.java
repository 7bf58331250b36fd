package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
  @TempDir private Path data;

  @Test
  void f66_serverThatNeverAnswers_keepsNoStopBeyondTenSeconds() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      silent.setSoTimeout(60_000);
      Service service = start("http://127.0.0.1:" + silent.getLocalPort() + "/");
      try (Socket look = silent.accept();
          Socket news = silent.accept()) {
        assertThat(look.getInputStream().read()).isPositive();
        assertThat(news.getInputStream().read()).isPositive();
        long begun = System.nanoTime();

        service.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      }
      // The data directory is free again.
      start("http://127.0.0.1:" + silent.getLocalPort() + "/").stop();
    }
  }

  private Service start(String root) {
    return Service.start(
        Settings.read(
            Path.of("").toAbsolutePath(),
            Map.of(
                "--http-port",
                "0",
                "--management-port",
                "0",
                "--spreadsheet-id",
                "roadmap",
                "--sheets-root-url",
                root,
                "--drive-root-url",
                root,
                "--data-dir",
                data.toString()),
            Map.of()),
        InstantSource.system());
  }
}
