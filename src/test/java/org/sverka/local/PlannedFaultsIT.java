package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sverka.local.AdminFixture.BOOK;
import static org.sverka.local.AdminFixture.FILE;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that a test plans, as clients and sockets see them. */
class PlannedFaultsIT {
  private static final String VALUES = BOOK + "/values/A1?prettyPrint=false";

  @TempDir Path directory;
  private AdminFixture server;

  @BeforeEach
  void start() {
    server = new AdminFixture(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String effect(String effect) {
    return "{\"effect\":" + effect + "}";
  }

  private HttpResponse<String> read() throws Exception {
    return server.send("GET", VALUES, "");
  }

  private String rawWrite(String text) throws IOException {
    return server.raw(
        "PUT",
        BOOK + "/values/A1?valueInputOption=RAW&prettyPrint=false",
        "{\"values\":[[\"" + text + "\"]]}");
  }

  @ParameterizedTest
  @CsvSource({
    "429, RESOURCE_EXHAUSTED",
    "500, INTERNAL",
    "503, UNAVAILABLE",
    "401, UNAUTHENTICATED"
  })
  void status_comesWithGooglesBody(int status, String name) throws Exception {
    int rule = server.plan(effect("{\"status\":" + status + "}"));
    GoogleJsonResponseException refusal =
        catchThrowableOfType(
            GoogleJsonResponseException.class,
            () -> server.sheets(rq -> {}).spreadsheets().get("roadmap").execute());
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(refusal.getDetails().get("status")).isEqualTo(name);
    assertThat(server.fired(rule)).isEqualTo(1);
  }

  @Test
  void status_onDrive_hasAListOfErrors() throws Exception {
    server.plan(effect("{\"status\":503}"));
    JsonNode body = AdminFixture.json(server.send("GET", FILE, ""));
    assertThat(body.at("/error/errors/0/reason").asText()).isEqualTo("backendError");
  }

  @Test
  void badGateway_isAPageAndNoJson() throws Exception {
    server.plan(effect("{\"status\":502}"));
    HttpResponseException refusal =
        catchThrowableOfType(
            HttpResponseException.class,
            () -> server.sheets(rq -> {}).spreadsheets().get("roadmap").execute());
    assertThat(refusal.getStatusCode()).isEqualTo(502);
    assertThat(refusal.getHeaders().getContentType()).startsWith("text/html");
  }

  @Test
  void retryAfter_isSentIfAskedFor() throws Exception {
    server.plan(effect("{\"status\":429,\"headers\":{\"Retry-After\":\"2\"}}"));
    assertThat(read().headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void refusedWrite_isNotApplied() throws Exception {
    server.plan(effect("{\"status\":503}"));
    assertThat(server.write("A1", "x").statusCode()).isEqualTo(503);
    assertThat(server.cell("A1")).isEmpty();
  }

  @Test
  void refusedWrite_canHaveBeenApplied() throws Exception {
    server.plan(effect("{\"status\":503,\"applied\":true}"));
    assertThat(server.write("A1", "x").statusCode()).isEqualTo(503);
    assertThat(server.cell("A1")).isEqualTo("x");
  }

  @Test
  void lostAnswer_isNoAnswer() throws Exception {
    int rule = server.plan(effect("{\"delivery\":\"LOST\"}"));
    assertThat(rawWrite("x")).isEmpty();
    assertThat(server.cell("A1")).isEmpty();
    assertThat(server.fired(rule)).isEqualTo(1);
  }

  @Test
  void lostAnswer_canHaveBeenApplied() throws Exception {
    server.plan(effect("{\"delivery\":\"LOST\",\"applied\":true}"));
    assertThat(rawWrite("x")).isEmpty();
    assertThat(server.cell("A1")).isEqualTo("x");
  }

  @Test
  void cutAnswer_endsAfterSoManyBytesOfItsBody() throws Exception {
    int whole = read().body().getBytes(StandardCharsets.UTF_8).length;
    server.plan(effect("{\"delivery\":\"CUT\",\"bytes\":10}"));
    String answer = server.raw("GET", VALUES, "");
    assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: " + whole);
    assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo("{\"range\":\"");
  }

  @Test
  void cutAnswer_breaksTheOfficialClient() throws Exception {
    int rule = server.plan("{\"times\":0,\"effect\":{\"delivery\":\"CUT\",\"bytes\":10}}");
    assertThatThrownBy(
            () -> server.sheets(rq -> {}).spreadsheets().values().get("roadmap", "A1").execute())
        .isInstanceOf(IOException.class);
    assertThat(server.fired(rule)).isPositive();
  }

  @Test
  void wrongLength_isClaimed() throws Exception {
    server.plan(effect("{\"delivery\":\"WRONG_LENGTH\",\"bytes\":99999}"));
    String answer = server.raw("GET", VALUES, "");
    assertThat(answer).containsIgnoringCase("content-length: 99999").endsWith("\"ROWS\"}");
  }

  @Test
  void unansweredRequest_keepsItsConnection() throws Exception {
    int rule = server.plan(effect("{\"delivery\":\"NEVER\"}"));
    try (Socket socket = server.connect()) {
      AdminFixture.ask(socket, "GET", VALUES, "");
      socket.setSoTimeout(500);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(server.fired(rule)).isEqualTo(1);
    }
  }

  @Test
  void delayBefore_holdsUpTheWrite() throws Exception {
    server.plan(effect("{\"delayBeforeMillis\":60000}"));
    try (Socket socket = server.connect()) {
      AdminFixture.ask(
          socket, "PUT", BOOK + "/values/A1?valueInputOption=RAW", "{\"values\":[[\"x\"]]}");
      socket.setSoTimeout(500);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(server.cell("A1")).isEmpty();
    }
  }

  @Test
  void delayAfter_holdsUpTheAnswerOnly() throws Exception {
    server.plan(effect("{\"delayAfterMillis\":60000}"));
    try (Socket socket = server.connect()) {
      AdminFixture.ask(
          socket, "PUT", BOOK + "/values/A1?valueInputOption=RAW", "{\"values\":[[\"x\"]]}");
      Deadline.within(Duration.ofSeconds(20)).until(() -> server.cell("A1").equals("x"));
      socket.setSoTimeout(500);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void shortDelay_endsWithTheAnswer() throws Exception {
    server.plan(effect("{\"delayBeforeMillis\":40,\"delayAfterMillis\":40}"));
    long start = System.nanoTime();
    assertThat(read().statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(80));
  }

  @Test
  void loginPage_comesWith200() throws Exception {
    server.plan(effect("{\"loginPage\":true}"));
    HttpResponse<String> answer = read();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
    assertThat(answer.body()).startsWith("<!doctype html>");
  }

  @Test
  void emptyAnswer_andEmptyObject_canBeSent() throws Exception {
    server.plan(effect("{\"status\":200}"));
    server.plan(effect("{\"status\":200,\"body\":{}}"));
    assertThat(read().body()).isEmpty();
    assertThat(read().body()).isEqualTo("{}");
  }

  @Test
  void trimmedAnswer_hasFewerRanges() throws Exception {
    server.plan(effect("{\"trim\":{\"at\":\"/valueRanges\",\"keep\":1}}"));
    var answer =
        server
            .sheets(rq -> {})
            .spreadsheets()
            .values()
            .batchGet("roadmap")
            .setRanges(List.of("A1", "A2", "A3"))
            .execute();
    assertThat(answer.getValueRanges()).hasSize(1);
  }

  @Test
  void staleRead_isOfAnEarlierRevision_once() throws Exception {
    for (String text : List.of("раз", "два", "три")) {
      assertThat(server.write("A1", text).statusCode()).isEqualTo(200);
    }
    server.plan(effect("{\"revisionsBack\":2}"));
    assertThat(read().body()).contains("раз");
    assertThat(read().body()).contains("три");
  }

  @Test
  void staleVersion_isToldByDriveWhileItLags() throws Exception {
    String path = FILE + "?fields=version&prettyPrint=false";
    String before = server.send("GET", path, "").body();
    JsonNode lagging = server.admin("PUT", "/lag", "{\"seconds\":180}");
    assertThat(lagging).isNotNull();
    assertThat(server.write("A1", "x").statusCode()).isEqualTo(200);
    assertThat(server.send("GET", path, "").body()).isEqualTo(before);
    JsonNode current = server.admin("PUT", "/lag", "{\"seconds\":0}");
    assertThat(current).isNotNull();
    assertThat(server.send("GET", path, "").body()).isNotEqualTo(before);
  }

  @Test
  void staleRule_doesNotTouchAWrite() throws Exception {
    assertThat(server.write("A1", "раз").statusCode()).isEqualTo(200);
    server.plan(effect("{\"revisionsBack\":1}"));
    assertThat(server.write("A2", "два").statusCode()).isEqualTo(200);
    assertThat(server.cell("A1") + server.cell("A2")).isEqualTo("раздва");
  }

  @Test
  void nthAndTimes_chooseTheRequests() throws Exception {
    int rule = server.plan("{\"nth\":2,\"times\":2,\"effect\":{\"status\":503}}");
    StringBuilder statuses = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      statuses.append(read().statusCode()).append(' ');
    }
    assertThat(statuses).hasToString("200 503 503 200 200 ");
    JsonNode told = server.admin("GET", "/rules/" + rule, "");
    assertThat(told.get("seen").asInt()).isEqualTo(5);
    assertThat(told.get("fired").asInt()).isEqualTo(2);
  }

  @Test
  void rules_standInLine() throws Exception {
    server.plan(effect("{\"status\":503}"));
    server.plan(effect("{\"status\":429}"));
    assertThat(read().statusCode()).isEqualTo(503);
    assertThat(read().statusCode()).isEqualTo(429);
    assertThat(read().statusCode()).isEqualTo(200);
  }

  @Test
  void methodAndPath_chooseTheRequests() throws Exception {
    int rule =
        server.plan(
            "{\"match\":{\"api\":\"SHEETS\",\"method\":\"PUT\",\"path\":\"/values/B\"},\"effect\":{\"status\":503}}");
    assertThat(read().statusCode()).isEqualTo(200);
    assertThat(server.write("A1", "x").statusCode()).isEqualTo(200);
    assertThat(server.fired(rule)).isZero();
    assertThat(server.write("B1", "x").statusCode()).isEqualTo(503);
  }

  @Test
  void page_isLeftAlone_unlessNamed() throws Exception {
    server.plan("{\"times\":0,\"effect\":{\"status\":503}}");
    assertThat(server.status("/local/v1/spreadsheets/roadmap")).isEqualTo(200);
    assertThat(server.status("/page/index.html")).isEqualTo(200);
    assertThat(server.write("A1", "x", "X-Sverka-Editor", "page").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesOwnRequests_canBeNamed() throws Exception {
    server.plan("{\"match\":{\"api\":\"PAGE\",\"path\":\"^/local/\"},\"effect\":{\"status\":503}}");
    assertThat(server.status("/page/index.html")).isEqualTo(200);
    assertThat(server.status("/local/v1/spreadsheets/roadmap")).isEqualTo(503);
    assertThat(server.status("/local/v1/spreadsheets/roadmap")).isEqualTo(200);
  }

  @Test
  void pagesOwnRequests_canBeHeldUp() throws Exception {
    int rule = server.plan("{\"match\":{\"api\":\"PAGE\"},\"effect\":{\"delayBeforeMillis\":10}}");
    assertThat(server.status("/local/v1/spreadsheets/roadmap")).isEqualTo(200);
    assertThat(server.fired(rule)).isEqualTo(1);
  }

  @Test
  void writesOfThePage_canBeNamed() throws Exception {
    server.plan("{\"match\":{\"caller\":\"PAGE\"},\"effect\":{\"status\":503,\"applied\":true}}");
    assertThat(server.write("A1", "клиент").statusCode()).isEqualTo(200);
    assertThat(server.write("A1", "человек", "X-Sverka-Editor", "page").statusCode())
        .isEqualTo(503);
    assertThat(server.cell("A1")).isEqualTo("человек");
  }

  @Test
  void removedRule_strikesNoMore() throws Exception {
    int rule = server.plan("{\"times\":0,\"effect\":{\"status\":503}}");
    assertThat(read().statusCode()).isEqualTo(503);
    server.admin("DELETE", "/rules/" + rule, "");
    assertThat(read().statusCode()).isEqualTo(200);
  }
}
