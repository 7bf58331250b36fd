package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.google.KeyFiles;

/** Credentials that are withdrawn while the service runs, and others that take their place. */
class StandstillIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private GuardedSheet sheet;
  private Path file;
  private Service service;
  private Webmaster webmaster;

  @BeforeEach
  void begin() throws Exception {
    sheet = new GuardedSheet(folder);
    file = KeyFiles.save(folder.resolve("key.json"), sheet.key("first@example.com"));
    service =
        Service.start(
            Settings.read(
                Path.of("").toAbsolutePath(),
                Map.of(
                    "--http-port",
                    "0",
                    "--management-port",
                    "0",
                    "--poll-seconds",
                    "1",
                    "--spreadsheet-id",
                    "roadmap",
                    "--credentials",
                    file.toString(),
                    "--sheets-root-url",
                    sheet.root(),
                    "--drive-root-url",
                    sheet.root(),
                    "--data-dir",
                    folder.resolve("data").toString()),
                Map.of()),
            InstantSource.system());
    webmaster = new Webmaster(service.httpPort());
    Eventually.holdsWithin(LONG, () -> assertThat(state()).isEqualTo("running"));
    Eventually.holdsWithin(
        LONG, () -> assertThat(status().path("checkedAt").asText()).isNotEmpty());
  }

  @AfterEach
  void end() {
    service.stop();
    sheet.close();
  }

  @Test
  void deletedAccount_stopsTheCallsAndLeavesTheFeedUp() {
    sheet.tell("DELETE", "accounts/first@example.com", Map.of());

    Eventually.holdsWithin(
        LONG,
        () -> assertThat(state()).startsWith("stopped: ").contains("does not exist any more"));
    assertThat(webmaster.get("").statusCode()).isEqualTo(200);
    assertThat(status().path("lastError").asText()).contains("first@example.com");
  }

  @Test
  void otherKeyInTheSameFile_isTakenUpWithoutARestart() throws Exception {
    sheet.tell("DELETE", "accounts/first@example.com", Map.of());
    Eventually.holdsWithin(LONG, () -> assertThat(state()).startsWith("stopped: "));

    KeyFiles.save(file, sheet.key("second@example.com"));

    Eventually.holdsWithin(LONG, () -> assertThat(service.lastError()).isEmpty());
    assertThat(state()).isEqualTo("running");
  }

  @Test
  void operatorsWord_isTakenAtOnce() throws Exception {
    sheet.tell("DELETE", "accounts/first@example.com", Map.of());
    Eventually.holdsWithin(LONG, () -> assertThat(state()).startsWith("stopped: "));
    sheet.tell("PUT", "accounts/first@example.com", Map.of("roles", Map.of("*", "WRITER")));

    manage("POST", "/sync");

    Eventually.holdsWithin(LONG, () -> assertThat(state()).isEqualTo("running"));
  }

  @Test
  void status_showsNoSecret() throws Exception {
    String key = new JsonMapper().readTree(file.toFile()).path("private_key").asText();
    sheet.tell("DELETE", "accounts/first@example.com", Map.of());
    Eventually.holdsWithin(LONG, () -> assertThat(state()).startsWith("stopped: "));

    assertThat(Files.readString(file)).contains("BEGIN PRIVATE KEY");
    assertThat(manage("GET", "/status"))
        .doesNotContain("PRIVATE KEY", "ya29", key.substring(40, 80));
  }

  private String state() {
    return status().path("state").asText();
  }

  private JsonNode status() {
    try {
      return new JsonMapper().readTree(manage("GET", "/status")).path("roadmaps").path(0);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String manage(String method, String path) throws Exception {
    URI address = URI.create("http://localhost:" + service.managementPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
