package org.sverka.local;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.sheets.v4.Sheets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** A running server on a free port, with the official clients pointed at it. */
final class LocalServerFixture implements AutoCloseable {
  static final String ID = "roadmap";

  private final Vertx vertx = Vertx.vertx();
  private final Path file;
  private final Clock clock;
  private LocalSheetServer server;

  LocalServerFixture(Path directory) {
    this(directory, Clock.systemUTC());
  }

  LocalServerFixture(Path directory, Clock clock) {
    this.clock = clock;
    file = directory.resolve("sheet.db");
    start();
  }

  private void start() {
    LocalSheetSettings settings =
        new LocalSheetSettings(LocalSheetSettings.LOOPBACK, 0, file, ID, "Дорожная карта");
    server = await(LocalSheetServer.start(vertx, settings, clock));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Stops the server and starts it again on the same file. */
  void restart() {
    await(server.close());
    start();
  }

  DriveLag driveLag() {
    return server.driveLag();
  }

  String root() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  Sheets sheets() {
    return new Sheets.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
        .setRootUrl(root())
        .setApplicationName("test")
        .build();
  }

  Drive drive() {
    return new Drive.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
        .setRootUrl(root())
        .setApplicationName("test")
        .build();
  }

  /** Sends a request as it is. */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root()).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
  }
}
