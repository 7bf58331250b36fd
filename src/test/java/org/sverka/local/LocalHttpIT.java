package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients, browsers and strangers do on the wire. */
class LocalHttpIT {
  private static final String BOOK = "/v4/spreadsheets/" + LocalServerFixture.ID;

  @TempDir Path directory;
  private LocalServerFixture server;

  @BeforeEach
  void start() {
    server = new LocalServerFixture(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String get(String path) throws Exception {
    return server.send("GET", path, null).body();
  }

  private HttpResponse<String> asPerson(String path, String body) throws Exception {
    return server.send("POST", path, body, "X-Sverka-Editor", "page");
  }

  private void protectThirdColumn() throws Exception {
    String request =
        "{\"requests\":[{\"addProtectedRange\":{\"protectedRange\":{\"range\":{\"startColumnIndex\":2,"
            + "\"endColumnIndex\":3},\"description\":\"Заполняет Сверка\"}}}]}";
    assertThat(server.send("POST", BOOK + ":batchUpdate", request).statusCode()).isEqualTo(200);
  }

  private static String typed(String range, String value) {
    return "{\"valueInputOption\":\"USER_ENTERED\",\"data\":[{\"range\":\""
        + range
        + "\",\"values\":[[\""
        + value
        + "\"]]}]}";
  }

  @Test
  void slashesBeforeAndAfter_areForgiven() throws Exception {
    assertThat(get(BOOK + "/?fields=spreadsheetId&prettyPrint=false"))
        .isEqualTo("{\"spreadsheetId\":\"roadmap\"}");
    assertThat(server.send("POST", BOOK + "/:batchUpdate", "{}").body())
        .contains("Must specify at least one request.");
  }

  @Test
  void overriddenMethod_gzippedBody_encodedColon_areUnderstood() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"values\":[[\"сжато\"]]}".getBytes(StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.root()).resolve(BOOK + "/values/A1?valueInputOption=RAW"))
            .header("X-HTTP-Method-Override", "PUT")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            server
                .send(
                    "POST",
                    BOOK + "/values/A1%3Aappend?valueInputOption=RAW",
                    "{\"values\":[[\"x\"]]}")
                .body())
        .contains("Лист1!A2");
    assertThat(get(BOOK + "/values/A1?prettyPrint=false")).contains("[[\"сжато\"]]");
  }

  @Test
  void snakeCase_andLoneRequest_areUnderstood() throws Exception {
    String body =
        "{\"requests\":{\"update_cells\":{\"start\":{\"row_index\":1},\"fields\":\"user_entered_value\","
            + "\"rows\":[{\"values\":[{\"user_entered_value\":{\"string_value\":\"x\"}}]}]}}}";
    assertThat(server.send("POST", BOOK + ":batchUpdate", body).statusCode()).isEqualTo(200);
    assertThat(get(BOOK + "/values/A2?prettyPrint=false")).contains("[[\"x\"]]");
  }

  @Test
  void wrongType_isNamedWithItsPlace() throws Exception {
    String body = "{\"requests\":[{\"updateCells\":{\"start\":{\"rowIndex\":\"x\"}}}]}";
    assertThat(server.send("POST", BOOK + ":batchUpdate?prettyPrint=false", body).body())
        .contains(
            "Invalid value at 'requests[0].update_cells.start.row_index' (TYPE_INT32), \\\"x\\\"")
        .contains("fieldViolations");
  }

  @Test
  void maskThatNamesNothing_isRefused() throws Exception {
    HttpResponse<String> answer = server.send("GET", BOOK + "?fields=sheets.foo", null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Cannot find matching fields for path 'sheets.foo'.");
  }

  @Test
  void person_isStoppedByProtection_andToldWhy() throws Exception {
    protectThirdColumn();
    HttpResponse<String> answer = asPerson(BOOK + "/values:batchUpdate", typed("C2", "x"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("You are trying to edit a protected cell or object.")
        .contains("Заполняет Сверка");
    assertThat(asPerson(BOOK + "/values:batchUpdate", typed("B2", "x")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void person_mayMoveWholeRows_underAProtectedColumn_butNotUnprotectIt() throws Exception {
    protectThirdColumn();
    String insert =
        "{\"requests\":[{\"insertDimension\":{\"range\":{\"dimension\":\"ROWS\",\"startIndex\":1,\"endIndex\":2}}}]}";
    assertThat(asPerson(BOOK + ":batchUpdate", insert).statusCode()).isEqualTo(200);
    String id = get(BOOK + "?fields=sheets.protectedRanges.protectedRangeId").replaceAll("\\D", "");
    String unprotect =
        "{\"requests\":[{\"deleteProtectedRange\":{\"protectedRangeId\":" + id + "}}]}";
    assertThat(asPerson(BOOK + ":batchUpdate", unprotect).statusCode()).isEqualTo(400);
  }

  @Test
  void service_isNotStopped() throws Exception {
    protectThirdColumn();
    assertThat(server.send("POST", BOOK + "/values:batchUpdate", typed("C2", "x")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void otherSites_mayNotWrite() throws Exception {
    String body = typed("A1", "чужое");
    assertThat(
            server
                .send("POST", BOOK + "/values:batchUpdate", body, "Origin", "http://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            server.send("POST", BOOK + "/values:batchUpdate", body, "Origin", "null").statusCode())
        .isEqualTo(403);
    String own = server.root().substring(0, server.root().length() - 1);
    assertThat(server.send("POST", BOOK + "/values:batchUpdate", body, "Origin", own).statusCode())
        .isEqualTo(200);
  }

  @Test
  void foreignHostName_isRefused() throws Exception {
    URI root = URI.create(server.root());
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String request =
          "GET " + BOOK + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void files_outsideOfThePage_areNotFound() throws Exception {
    for (String path :
        new String[] {
          "/page/../db/V1__workbooks.sql", "/page/%2e%2e/db/V1__workbooks.sql", "/page//etc/passwd"
        }) {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(server.root() + path.substring(1)).toURL().openConnection();
      assertThat(connection.getResponseCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void webjars_areServed_withAStrictPolicy() throws Exception {
    HttpResponse<String> answer =
        server.send("GET", "/webjars/tabulator-tables/6.3.1/dist/css/tabulator.min.css", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(
            server
                .send(
                    "GET",
                    "/webjars/tabulator-tables/6.3.1/dist/css/tabulator.min.css",
                    null,
                    "If-None-Match",
                    tag)
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void page_readsOutlineAndCells() throws Exception {
    assertThat(asPerson(BOOK + "/values:batchUpdate", typed("B1", "1,5")).statusCode())
        .isEqualTo(200);
    assertThat(get("/local/v1/spreadsheets/roadmap"))
        .contains("\"revision\":2", "\"title\":\"Лист1\"");
    assertThat(get("/local/v1/spreadsheets/roadmap/sheets/0"))
        .contains("\"rows\":[{\"hidden\":false,\"cells\":[{},{\"v\":\"1,5\",\"t\":\"n\"}]}]");
  }

  @Test
  void listener_hearsOfAChange_andCatchesUp() throws Exception {
    assertThat(asPerson(BOOK + "/values:batchUpdate", typed("A1", "раз")).statusCode())
        .isEqualTo(200);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.root()).resolve("/local/v1/spreadsheets/roadmap/events"))
            .header("Last-Event-ID", "1")
            .build();
    HttpResponse<Stream<String>> events =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = events.body()) {
      Iterator<String> data = lines.filter(line -> line.startsWith("data:")).iterator();
      assertThat(data.next())
          .isEqualTo(
              "data: {\"revision\":2,\"sheetId\":0,\"cells\":[{\"row\":0,\"column\":0,\"v\":\"раз\",\"t\":\"s\"}]}");
      assertThat(asPerson(BOOK + "/values:batchUpdate", typed("A1", "два")).statusCode())
          .isEqualTo(200);
      assertThat(data.next()).contains("\"revision\":3", "два");
    }
  }

  @Test
  void listenerFromLongAgo_isToldToReload() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.root()).resolve("/local/v1/spreadsheets/roadmap/events"))
            .header("Last-Event-ID", "77")
            .build();
    HttpResponse<InputStream> events =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream stream = events.body()) {
      StringBuilder text = new StringBuilder();
      while (text.indexOf("reload") < 0) {
        text.append((char) stream.read());
      }
      assertThat(text.toString()).contains("event: change");
    }
  }
}
