package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that asks for a secret. */
class SecretGateIT {
  private static final String WORD = "blue whale 1813";
  private static final String SHEET = "v4/spreadsheets/roadmap";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private LocalSheetServer server;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    LocalSheetSettings settings =
        new LocalSheetSettings(
            LocalSheetSettings.LOOPBACK,
            0,
            directory.resolve("sheet.db"),
            "roadmap",
            "Дорожная карта",
            SheetSecret.of(WORD));
    server =
        LocalSheetServer.start(vertx, settings, CLOCK)
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    server.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v4/spreadsheets/roadmap",
    "POST, v4/spreadsheets/roadmap:batchUpdate",
    "GET, drive/v3/files/roadmap",
    "GET, local/v1/spreadsheets/roadmap",
    "GET, local/v1/spreadsheets/roadmap/events",
    "POST, local/v1/spreadsheets/roadmap/presence",
    "GET, local/v1/enter"
  })
  void requestWithoutTheSecret_isRefused(String method, String path) throws Exception {
    HttpResponse<String> answer = send(request(path).method(method, body("{}")));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"sheet\"");
    assertThat(answer.body()).contains("UNAUTHENTICATED").doesNotContain(WORD);
  }

  @Test
  void pageWithoutTheSecret_isTheForm() throws Exception {
    HttpResponse<String> answer = send(request("spreadsheets/d/roadmap/edit"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Общее слово").doesNotContain("Дорожная карта");
    assertThat(send(request("page/page.css")).statusCode()).isEqualTo(200);
  }

  @Test
  void rightWord_givesACookieThatOpensEverything() throws Exception {
    HttpResponse<String> answer = enter(WORD);
    String cookie = answer.headers().firstValue("Set-Cookie").orElse("");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(cookie)
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
    assertThat(cookie).matches("sverka-sheet=[A-Za-z0-9_-]{43};.*");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(send(request(SHEET).header("Cookie", pair)).statusCode()).isEqualTo(200);
    assertThat(send(request("spreadsheets/d/roadmap/edit").header("Cookie", pair)).statusCode())
        .isEqualTo(200);
    assertThat(send(request(SHEET).header("Cookie", "sverka-sheet=guess")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void clientOfTheApi_sendsTheSecretItself() throws Exception {
    assertThat(bearer(WORD).statusCode()).isEqualTo(200);
    assertThat(bearer("blue whale 1812").statusCode()).isEqualTo(401);
  }

  @Test
  void wrongWord_isRefused() throws Exception {
    HttpResponse<String> answer = enter("синий кит");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void manyWrongWords_makeEvenTheRightOneWait() throws Exception {
    String cookie = enter(WORD).headers().firstValue("Set-Cookie").orElse("");
    for (int i = 0; i < WrongWords.FROM_ONE; i++) {
      assertThat(enter("guess" + i).statusCode()).isEqualTo(i == 9 ? 429 : 401);
    }
    HttpResponse<String> answer = enter(WORD);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(send(request(SHEET).header("Cookie", pair)).statusCode()).isEqualTo(200);
    assertThat(bearer(server.accessToken()).statusCode()).isEqualTo(200);
  }

  @Test
  void ownProcess_isLetInByItsToken() throws Exception {
    assertThat(bearer(server.accessToken()).statusCode()).isEqualTo(200);
    assertThat(bearer("x" + server.accessToken()).statusCode()).isEqualTo(401);
    assertThat(bearer("").statusCode()).isEqualTo(401);
  }

  @Test
  void wordFromAnotherSite_isNotTaken() throws Exception {
    HttpResponse<String> answer =
        send(
            request("local/v1/enter")
                .header("Origin", "https://example.org")
                .POST(body("{\"word\":\"" + WORD + "\"}")));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> enter(String word) throws Exception {
    return send(request("local/v1/enter").POST(body("{\"word\":\"" + word + "\"}")));
  }

  private HttpResponse<String> bearer(String token) throws Exception {
    return send(request(SHEET).header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path));
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
