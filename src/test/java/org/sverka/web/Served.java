package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sverka.sync.PublishedRoadmap;

/** A public server on a free port, and a client of it. */
final class Served implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final PublicServer server;

  Served(PublishedRoadmap... roadmaps) {
    this(PublicServer.Terms.OPEN, roadmaps);
  }

  Served(PublicServer.Terms terms, PublishedRoadmap... roadmaps) {
    server =
        await(
            PublicServer.start(
                vertx,
                "127.0.0.1",
                0,
                List.of(roadmaps),
                "https://sverka.example/",
                Optional.empty(),
                terms,
                new SimpleMeterRegistry()));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Nothing happened for 30 seconds", e);
    }
  }

  /** Waits until it is so, for a minute at most. */
  static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("a minute has passed").isLessThan(end);
      LockSupport.parkNanos(100_000_000);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.port();
  }

  /** Gets a path; headers are names and values in turn. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, HttpResponse.BodyHandlers.ofString(), headers);
  }

  HttpResponse<byte[]> bytes(String path, String... headers) {
    return send("GET", path, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, HttpResponse.BodyHandlers.ofString(), headers);
  }

  private <T> HttpResponse<T> send(
      String method, String path, HttpResponse.BodyHandler<T> handler, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The path that the response leads on to by that name; empty if by none. */
  static String link(HttpResponse<?> response, String rel) {
    Pattern link = Pattern.compile("<(?:https://sverka\\.example)?([^>]*)>; rel=\"" + rel + "\"");
    Matcher found = link.matcher(header(response, "Link"));
    return found.find() ? found.group(1) : "";
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
  }
}
