package org.sverka.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.google.KeyFiles;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;

/** The whole program with a Drive that pushes, and strangers who pretend to be it. */
class DetectionIT {
  private static final String CHANGES = "/drive/v3/changes";

  @RegisterExtension
  static final WireMockExtension drive =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path sheetData;
  @TempDir private Path data;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private LocalSheetServer sheet;
  private Service service;

  @BeforeEach
  void begin() throws Exception {
    sheet =
        LocalSheetServer.start(
                vertx,
                new LocalSheetSettings(
                    LocalSheetSettings.LOOPBACK, 0, sheetData.resolve("s.db"), "roadmap", "Сверка"))
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    drive.stubFor(
        get(urlPathEqualTo(CHANGES + "/startPageToken"))
            .willReturn(okJson("{\"startPageToken\":\"1\"}")));
    drive.stubFor(get(urlPathEqualTo(CHANGES)).willReturn(okJson("{\"newStartPageToken\":\"1\"}")));
    onFile(false);
    drive.stubFor(
        post(urlPathEqualTo(CHANGES + "/watch"))
            .willReturn(
                okJson(
                    "{\"resourceId\":\"res\",\"expiration\":\""
                        + Instant.now().plusSeconds(500_000).toEpochMilli()
                        + "\"}")));
    drive.stubFor(
        any(urlPathEqualTo("/drive/v3/channels/stop")).willReturn(aResponse().withStatus(204)));
  }

  private void start(String... more) {
    Map<String, String> options = new HashMap<>();
    options.put("--http-port", "0");
    options.put("--management-port", "0");
    options.put("--poll-seconds", "9999");
    options.put("--spreadsheet-id", "roadmap");
    options.put("--sheets-root-url", "http://localhost:" + sheet.port() + "/");
    options.put("--drive-root-url", drive.baseUrl());
    options.put("--public-url", "https://sverka.example");
    options.put("--data-dir", data.toString());
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    service =
        Service.start(
            Settings.read(Path.of("").toAbsolutePath(), options, Map.of()), InstantSource.system());
    Eventually.holds(() -> assertThat(status().at("/channel/state").asText()).isEqualTo("open"));
    Eventually.holds(() -> assertThat(status().at("/roadmaps/0/checkedAt").asText()).isNotEmpty());
  }

  @AfterEach
  void end() throws Exception {
    service.stop();
    sheet.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private String management(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.managementPort() + path))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private JsonNode status() throws IOException, InterruptedException {
    return json.readTree(management("/status"));
  }

  private long turns() throws IOException, InterruptedException {
    return management("/metrics")
        .lines()
        .filter(line -> line.startsWith("sverka_turns_seconds_count"))
        .mapToLong(line -> (long) Double.parseDouble(line.replaceFirst(".* ", "")))
        .sum();
  }

  private CompletableFuture<HttpResponse<Void>> push(String id, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.httpPort() + "/hooks/drive"))
            .header("X-Goog-Channel-ID", id)
            .header("X-Goog-Channel-Token", token)
            .header("X-Goog-Resource-ID", "res")
            .header("X-Goog-Resource-State", "change")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
  }

  private JsonNode channel() throws IOException {
    return json.readTree(
        drive.findAll(postRequestedFor(urlPathEqualTo(CHANGES + "/watch"))).get(0).getBody());
  }

  private static int questions() {
    return drive.findAll(getRequestedFor(urlPathEqualTo(CHANGES))).size();
  }

  @Test
  void tenThousandForgedPushes_changeNothingAndReadNothing() throws Exception {
    // Without the limit of requests, so that every one of them comes as far as it can.
    start("--requests-per-second", "0");
    String id = channel().path("id").asText();
    // The second is due at once, when the sheet has been claimed.
    Eventually.holds(() -> assertThat(turns()).isEqualTo(2));
    long revision = status().at("/roadmaps/0/revision").asLong();
    for (int batch = 0; batch < 100; batch++) {
      List<CompletableFuture<HttpResponse<Void>>> sent = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        sent.add(push(id, "guess-" + batch + "-" + i));
      }
      for (CompletableFuture<HttpResponse<Void>> answer : sent) {
        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
      }
    }
    assertThat(turns()).isEqualTo(2);
    assertThat(status().at("/roadmaps/0/revision").asLong()).isEqualTo(revision);
    assertThat(status().at("/channel/pushedAt").asText()).isEmpty();
    assertThat(status().at("/roadmaps/0/mode").asText()).isIn("quiet", "under-edit");
  }

  @Test
  void rightPush_hasDriveAskedAtOnce() throws Exception {
    start("--poll-seconds", "1");
    int before = questions();
    pushed();
    Eventually.holds(() -> assertThat(questions()).isGreaterThan(before));
    assertThat(status().at("/channel/pushedAt").asText()).isNotEmpty();
    assertThat(status().at("/news/heardAt").asText()).isNotEmpty();
  }

  @Test
  void sheetInTheBin_stopsTheLooksAndNotTheFeedUntilItIsTakenOut() throws Exception {
    start("--poll-seconds", "1");
    onFile(true);
    drive.stubFor(
        get(urlPathEqualTo(CHANGES))
            .willReturn(
                okJson(
                    "{\"newStartPageToken\":\"1\","
                        + "\"changes\":[{\"fileId\":\"roadmap\",\"file\":{\"trashed\":true}}]}")));
    pushed();
    Eventually.holds(() -> assertThat(state()).startsWith("stopped: ").contains("in the bin"));
    HttpRequest feed =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.httpPort() + "/api/v1/roadmaps"))
            .build();
    assertThat(client.send(feed, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);

    onFile(false);
    drive.stubFor(get(urlPathEqualTo(CHANGES)).willReturn(okJson("{\"newStartPageToken\":\"1\"}")));
    pushed();

    Eventually.holds(() -> assertThat(state()).isEqualTo("running"));
    assertThat(status().at("/roadmaps/0/lastError").asText()).isEmpty();
  }

  private static void onFile(boolean trashed) {
    drive.stubFor(
        get(urlPathMatching("/drive/v3/files/.*"))
            .willReturn(okJson("{\"trashed\":" + trashed + "}")));
  }

  private String state() throws IOException, InterruptedException {
    return status().at("/roadmaps/0/state").asText();
  }

  private void pushed() throws Exception {
    JsonNode channel = channel();
    assertThat(
            push(channel.path("id").asText(), channel.path("token").asText())
                .get(60, TimeUnit.SECONDS)
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void otherCredentials_beginAnewInTheLogOfTheirAccount() throws Exception {
    drive.stubFor(
        post(urlPathEqualTo("/token"))
            .willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":3600}")));
    Path key = sheetData.resolve("key.json");
    for (String account : List.of("one@example.com", "one@example.com", "two@example.com")) {
      KeyFiles.save(key, KeyFiles.serviceAccount(account, drive.baseUrl() + "/token"));
      start("--credentials", key.toString());
      service.stop();
    }

    drive.verify(2, getRequestedFor(urlPathEqualTo(CHANGES + "/startPageToken")));
  }

  @Test
  void stop_closesTheChannel() throws Exception {
    start();
    service.stop();
    drive.verify(1, postRequestedFor(urlPathEqualTo("/drive/v3/channels/stop")));
  }
}
