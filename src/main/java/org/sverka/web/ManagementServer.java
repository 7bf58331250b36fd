package org.sverka.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that the operator talks to: {@code /livez}, {@code /readyz}, {@code /metrics}, {@code
 * /status} and {@code POST /sync}. It has no login and belongs on the loopback address.
 */
public final class ManagementServer {
  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
  private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final int IDLE_SECONDS = 30;

  private final HttpServer server;

  private ManagementServer(HttpServer server) {
    this.server = server;
  }

  /**
   * What the server asks of the program; everything may block.
   *
   * @param ready whether the program can do its work
   * @param status what there is to know of it, for JSON; times as {@link java.time.Instant}
   * @param sync asks for a turn soon
   */
  public record Program(
      BooleanSupplier ready,
      Supplier<Map<String, Object>> status,
      Runnable sync,
      PrometheusMeterRegistry metrics) {}

  /**
   * Starts to listen.
   *
   * @param port 0 for any that is free
   * @return fails if the port is taken
   */
  public static Future<ManagementServer> start(
      Vertx vertx, String host, int port, Program program) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setHttp2ClearTextEnabled(false);
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> guarded(vertx, host, program, request))
        .listen(port, host)
        .map(ManagementServer::new);
  }

  /**
   * On the loopback address only who names it so is answered: else a page could give a name of its
   * own to this machine and read what is here.
   */
  private static void guarded(
      Vertx vertx, String host, Program program, HttpServerRequest request) {
    if (!isLoopback(host) || isOwn(request.authority())) {
      handle(vertx, program, request);
    } else {
      send(request, 403, "text/plain", "unknown host\n");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  private static boolean isOwn(@Nullable HostAndPort authority) {
    String host = authority == null ? "" : authority.host();
    return host.equalsIgnoreCase("localhost") || host.matches("[\\d.]+|\\[?[\\p{XDigit}:.]*:.*");
  }

  private static void handle(Vertx vertx, Program program, HttpServerRequest request) {
    switch (request.path()) {
      case "/livez" -> reading(request, () -> send(request, 200, "text/plain", "ok\n"));
      case "/readyz" -> reading(request, () -> later(vertx, request, () -> ready(program)));
      case "/metrics" -> reading(request, () -> later(vertx, request, () -> metrics(program)));
      case "/status" -> reading(request, () -> later(vertx, request, () -> status(program)));
      case "/sync" -> sync(vertx, program, request);
      default -> send(request, 404, "text/plain", "not found\n");
    }
  }

  private record Answer(int status, String contentType, String body) {}

  private static Answer ready(Program program) {
    return program.ready().getAsBoolean()
        ? new Answer(200, "text/plain", "ready\n")
        : new Answer(503, "text/plain", "not ready\n");
  }

  private static Answer metrics(Program program) {
    return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", program.metrics().scrape());
  }

  private static Answer status(Program program) throws JsonProcessingException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    program.status().get().forEach((key, value) -> node.set(key, tree(value)));
    String body = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    return new Answer(200, "application/json", body + "\n");
  }

  private static JsonNode tree(Object value) {
    return value instanceof Instant instant
        ? JsonNodeFactory.instance.textNode(instant.toString())
        : JSON.valueToTree(value);
  }

  /** A page in the operator's browser must not be able to do this, so nothing of a browser may. */
  private static void sync(Vertx vertx, Program program, HttpServerRequest request) {
    if (!HttpMethod.POST.equals(request.method())) {
      request.response().putHeader("Allow", "POST");
      send(request, 405, "text/plain", "use POST\n");
    } else if (request.headers().contains("Origin")) {
      send(request, 403, "text/plain", "not from a web page\n");
    } else {
      later(
          vertx,
          request,
          () -> {
            program.sync().run();
            return new Answer(202, "text/plain", "accepted\n");
          });
    }
  }

  private static void reading(HttpServerRequest request, Runnable answer) {
    if (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method())) {
      answer.run();
    } else {
      request.response().putHeader("Allow", "GET, HEAD");
      send(request, 405, "text/plain", "use GET\n");
    }
  }

  private static void later(Vertx vertx, HttpServerRequest request, Callable<Answer> work) {
    Future<Void> unused =
        vertx
            .executeBlocking(work, false)
            .onSuccess(answer -> send(request, answer.status, answer.contentType, answer.body))
            .onFailure(
                failure -> {
                  LOG.atError().setCause(failure).log("The operator's request failed");
                  send(request, 500, "text/plain", "failed; see the log\n");
                })
            .mapEmpty();
  }

  private static void send(HttpServerRequest request, int status, String contentType, String body) {
    HttpServerResponse response = request.response().setStatusCode(status);
    response.putHeader("Content-Type", contentType);
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("X-Content-Type-Options", "nosniff");
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(body);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.actualPort();
  }

  /** Stops listening and closes connections. */
  public Future<Void> close() {
    return server.close();
  }
}
