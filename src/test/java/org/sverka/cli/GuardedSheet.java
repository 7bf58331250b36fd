package org.sverka.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sverka.google.KeyFiles;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;

/** A sheet that runs by itself and lets nobody in without a token, as Google's does. */
public final class GuardedSheet implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalSheetServer server;
  private final int admin;

  public GuardedSheet(Path data) {
    server =
        done(
            LocalSheetServer.start(
                vertx,
                new LocalSheetSettings(
                    LocalSheetSettings.LOOPBACK, 0, data.resolve("s.db"), "roadmap", "Сверка")));
    admin = done(server.openAdmin(0));
    tell("PUT", "auth", Map.of("demanded", true));
  }

  public String root() {
    return "http://localhost:" + server.port() + "/";
  }

  String tokenUri() {
    return root() + "token";
  }

  /** Makes an account that may edit everything, and gives out a key of it. */
  String key(String email) {
    return key(email, tokenUri());
  }

  /** The same with another address of the token endpoint. */
  public String key(String email, String tokenUri) {
    KeyPair keys = KeyFiles.keys();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    tell("PUT", "accounts/" + email, Map.of("publicKey", pem, "roles", Map.of("*", "OWNER")));
    return KeyFiles.serviceAccount(email, tokenUri, keys);
  }

  /** Asks the admin port for something. */
  public JsonNode tell(String method, String path, Map<String, ?> body) {
    return send(method, "http://127.0.0.1:" + admin + "/" + path, body);
  }

  /** Makes a spreadsheet and answers its id. */
  String spreadsheet(String token) {
    return send(
            "POST",
            root() + "v4/spreadsheets",
            Map.of("properties", Map.of("title", "Черновик")),
            "Authorization",
            "Bearer " + token)
        .path("spreadsheetId")
        .asText();
  }

  /** Copies a file and answers the id of the copy. */
  public String copy(String spreadsheetId, String token) {
    return send(
            "POST",
            root() + "drive/v3/files/" + spreadsheetId + "/copy",
            Map.of("name", "Копия"),
            "Authorization",
            "Bearer " + token)
        .path("id")
        .asText();
  }

  /** Puts a file into the bin, or takes it out. */
  public void bin(String spreadsheetId, boolean in, String token) {
    JsonNode unused =
        send(
            "PATCH",
            root() + "drive/v3/files/" + spreadsheetId,
            Map.of("trashed", in),
            "Authorization",
            "Bearer " + token);
  }

  /** What tabs a spreadsheet has. */
  String tabs(String spreadsheetId, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    root() + "v4/spreadsheets/" + spreadsheetId + "?fields=sheets.properties"))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode send(String method, String address, Map<String, ?> body, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
      if (headers.length > 0) {
        request.headers(headers);
      }
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    done(server.close());
    done(vertx.close());
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
