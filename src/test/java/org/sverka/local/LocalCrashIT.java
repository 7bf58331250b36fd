package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCrashIT {
  @TempDir Path directory;

  @Test
  void killedServer_keepsEveryAnsweredChange() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalServerProcess.class.getName(),
                directory.resolve("sheet.db").toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && !line.startsWith("port ")) {
        line = output.readLine();
      }
      assertThat(line).as("the server came up").isNotNull();
      String root =
          "http://127.0.0.1:"
              + line.substring("port ".length())
              + "/v4/spreadsheets/roadmap/values/";
      for (int row = 1; row <= 20; row++) {
        HttpRequest write =
            HttpRequest.newBuilder(URI.create(root + "A" + row + "?valueInputOption=RAW"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"values\":[[\"row " + row + "\"]]}"))
                .build();
        assertThat(
                HttpClient.newHttpClient()
                    .send(write, HttpResponse.BodyHandlers.discarding())
                    .statusCode())
            .isEqualTo(200);
      }
    } finally {
      assertThat(process.destroyForcibly().waitFor()).isNotZero();
    }
    try (LocalServerFixture again = new LocalServerFixture(directory)) {
      assertThat(
              again.sheets().spreadsheets().values().get("roadmap", "A1:A30").execute().getValues())
          .hasSize(20)
          .last()
          .isEqualTo(java.util.List.of("row 20"));
    }
  }
}
