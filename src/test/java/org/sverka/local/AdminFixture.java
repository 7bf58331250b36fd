package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.sheets.v4.Sheets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server with its admin port open and a clock that stands still. */
final class AdminFixture implements AutoCloseable {
  static final String BOOK = "/v4/spreadsheets/" + LocalServerFixture.ID;
  static final String FILE = "/drive/v3/files/" + LocalServerFixture.ID;
  static final String SCOPES = "https://www.googleapis.com/auth/";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 20_000;

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalSheetServer server;
  private final int adminPort;

  AdminFixture(Path directory) {
    LocalSheetSettings settings =
        new LocalSheetSettings(
            LocalSheetSettings.LOOPBACK,
            0,
            directory.resolve("sheet.db"),
            LocalServerFixture.ID,
            "Дорожная карта");
    server = await(LocalSheetServer.start(vertx, settings, clock));
    adminPort = await(server.openAdmin(0));
  }

  private static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }

  String root() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  String adminRoot() {
    return "http://127.0.0.1:" + adminPort + "/";
  }

  HandClock clock() {
    return clock;
  }

  /** Asks the admin port for something that it must not refuse. */
  JsonNode admin(String method, String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = sendTo(adminRoot(), method, path, body);
    if (answer.statusCode() != 200) {
      throw new AssertionError(method + " " + path + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Plans a fault and returns its number. */
  int plan(String rule) throws IOException, InterruptedException {
    return admin("POST", "/rules", rule).get("id").asInt();
  }

  int fired(int rule) throws IOException, InterruptedException {
    return admin("GET", "/rules/" + rule, "").get("fired").asInt();
  }

  /** Demands tokens and makes one for an account with that role on the usual spreadsheet. */
  String demand(String role, String... scopes) throws IOException, InterruptedException {
    admin("PUT", "/auth", "{\"demanded\":true}");
    admin(
        "PUT",
        "/accounts/clerk@example.org",
        "{\"project\":\"7\",\"roles\":{\"roadmap\":\"" + role + "\"}}");
    String scope = scopes.length == 0 ? "" : ",\"scope\":\"" + String.join(" ", scopes) + "\"";
    return admin("POST", "/tokens", "{\"email\":\"clerk@example.org\"" + scope + "}")
        .get("access_token")
        .asText();
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return sendTo(root(), method, path, body, headers);
  }

  HttpResponse<String> sendTo(
      String root, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Writes one cell by the plainest of clients, which tries nothing twice. */
  HttpResponse<String> write(String cell, String text, String... headers)
      throws IOException, InterruptedException {
    return send(
        "PUT",
        BOOK + "/values/" + cell + "?valueInputOption=RAW",
        "{\"values\":[[\"" + text + "\"]]}",
        headers);
  }

  /** What stands in a cell; empty if nothing does. Asked for as the page, which no rule touches. */
  String cell(String cell) throws IOException, InterruptedException {
    String body = send("GET", BOOK + "/values/" + cell, "", "X-Sverka-Editor", "page").body();
    return JSON.readTree(body).at("/values/0/0").asText();
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  Sheets sheets(HttpRequestInitializer initializer) {
    return new Sheets.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root())
        .setApplicationName("test")
        .build();
  }

  Drive drive(HttpRequestInitializer initializer) {
    return new Drive.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root())
        .setApplicationName("test")
        .build();
  }

  /** Everything that comes back on a connection of its own, up to its end. */
  String raw(String method, String path, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      ask(socket, method, path, body);
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sends a request and leaves the connection open. */
  static void ask(Socket socket, String method, String path, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  Socket connect() throws IOException {
    return new Socket("127.0.0.1", server.port());
  }

  int status(String path) throws IOException {
    return ((HttpURLConnection) URI.create(root()).resolve(path).toURL().openConnection())
        .getResponseCode();
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
  }
}
