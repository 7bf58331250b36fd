package org.sverka.web;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One event loop of the public server: takes requests, finds their route, sends answers. */
final class PublicVerticle extends VerticleBase {
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final int PIECE_BYTES = 256 << 10;

  /** What asks for the server as a whole. */
  private static final String ASTERISK = "*";

  private final List<Site> sites;
  private final Routes routes;
  private final Optional<DriveHook> hook;
  private final Failures failures;
  private final Route.Freshness oldest;
  private final HttpServerOptions options;
  private final SocketAddress address;
  private final InstantSource clock;
  private final AtomicInteger port;
  private final ClientLimit limit;
  private final Connections connections;
  private final Traffic traffic;
  private final Framing framing = new Framing();
  private final List<Runnable> subscriptions = new ArrayList<>();
  private @Nullable EventStreams streams;
  private String date;

  /**
   * @param hook the one thing that may be posted; nothing may if it is empty
   * @param port is told where the server listens
   */
  PublicVerticle(
      List<Site> sites,
      Routes routes,
      Optional<DriveHook> hook,
      Failures failures,
      PublicServer.Terms terms,
      Traffic traffic,
      Route.Freshness oldest,
      HttpServerOptions options,
      SocketAddress address,
      InstantSource clock,
      AtomicInteger port) {
    this.sites = List.copyOf(sites);
    this.routes = routes;
    this.hook = hook;
    this.failures = failures;
    this.oldest = oldest;
    this.options = options;
    this.address = address;
    this.clock = clock;
    this.port = port;
    this.limit = terms.limit();
    this.traffic = traffic;
    this.connections = new Connections(limit, terms.patience().first(), terms.patience().next());
    this.date = httpDate();
  }

  @Override
  public Future<?> start() {
    EventStreams opened = new EventStreams(context);
    streams = opened;
    for (Site site : sites) {
      subscriptions.add(
          site.onRevision(event -> context.runOnContext(nothing -> opened.tell(site, event))));
    }
    long unused =
        vertx.setPeriodic(
            1_000,
            timer -> {
              date = httpDate();
              connections.tick();
              opened.tick();
            });
    return vertx
        .createHttpServer(options)
        .connectionHandler(connections::opened)
        .invalidRequestHandler(this::refuse)
        .requestHandler(this::handle)
        .listen(address)
        .map(
            (HttpServer server) -> {
              port.set(server.actualPort());
              return server;
            });
  }

  @Override
  public Future<?> stop() {
    subscriptions.forEach(Runnable::run);
    return Future.succeededFuture();
  }

  /** Those who wait for events on this loop. */
  EventStreams streams() {
    return Objects.requireNonNull(streams, "Requests come after the start");
  }

  private String httpDate() {
    return HttpDates.write(clock.instant());
  }

  Context context() {
    return context;
  }

  /** The time, as a header says it. */
  String date() {
    return date;
  }

  /**
   * Who asks on without taking the answers waits: as long as a request is not looked at, Vert.x
   * reads no further ones, and {@link Connections} throws out who has taken nothing for long.
   */
  private void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.writeQueueFull()) {
      response.drainHandler(
          nothing -> {
            response.drainHandler(null);
            handle(request);
          });
      return;
    }
    take(request);
  }

  private void take(HttpServerRequest request) {
    if (connections.isEnding(request.connection())) {
      return;
    }
    boolean allowed = connections.asked(request);
    if (!framing.isClear(request)) {
      refuse(request, 400);
      return;
    }
    Exchange exchange = exchange(request, request.path());
    if (!allowed) {
      exchange.send(failures.flood(exchange.policy()));
      return;
    }
    try {
      answer(exchange, request);
    } catch (RuntimeException e) {
      fail(exchange, e);
    }
  }

  private Exchange exchange(HttpServerRequest request, String path) {
    Optional<Route> route = routes.find(path);
    return new Exchange(request, path, route.orElseGet(() -> nowhere(path)), this);
  }

  private Route nowhere(String path) {
    boolean data = path.startsWith("/api/") || path.startsWith("/schemas/");
    return new Route(
        data ? Policy.API : Policy.PAGE,
        oldest,
        exchange -> {
          throw ProblemException.notFound();
        });
  }

  private void answer(Exchange asked, HttpServerRequest request) {
    HttpMethod method = request.method();
    if (hook.isPresent() && hook.get().isFor(request)) {
      hook.get().take(request);
      end(request, request.response().setStatusCode(204));
      return;
    }
    if (isTooLong(request)) {
      throw new ProblemException(Problem.of(414, "bad-request"));
    }
    boolean options = HttpMethod.OPTIONS.equals(method);
    if (!options && !HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
      throw new ProblemException(Problem.notAllowed(METHODS));
    }
    Exchange exchange = asked;
    if (asked.path().indexOf('%') >= 0) {
      exchange = exchange(request, Query.decode(asked.path()));
    }
    if (options) {
      sayMethods(exchange);
    } else {
      exchange.answer();
    }
  }

  private void sayMethods(Exchange exchange) {
    if (!exchange.path().equals(ASTERISK) && routes.find(exchange.path()).isEmpty()) {
      throw ProblemException.notFound();
    }
    exchange.sendMethods(METHODS);
  }

  /** Over HTTP/1 the parser has seen to it. */
  private static boolean isTooLong(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        && request.uri().length() > PublicServer.LONGEST_LINE;
  }

  /** What the parser could not read: too long, or no HTTP. Nothing after it can be trusted. */
  private void refuse(HttpServerRequest request) {
    if (connections.isEnding(request.connection())) {
      return;
    }
    Throwable cause = request.decoderResult().cause();
    refuse(
        request,
        cause instanceof TooLongHttpLineException
            ? 414
            : cause instanceof TooLongHttpHeaderException ? 431 : 400);
  }

  private void refuse(HttpServerRequest request, int status) {
    connections.end(request.connection());
    Route route = new Route(Policy.API, oldest, exchange -> {});
    new Exchange(request, "", route, this)
        .send(failures.ready(Problem.of(status, "bad-request"), Policy.API));
    request.connection().close();
  }

  /** Answers with what went wrong. */
  void fail(Exchange exchange, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    exchange.send(failures.ready(Problem.of(cause), exchange.policy()));
  }

  /** The answer to what was asked wrongly, as opposed to what we did wrong. */
  Ready refusal(RuntimeException cause, Policy policy) {
    return failures.ready(Problem.of(cause), policy);
  }

  void end(HttpServerRequest request, HttpServerResponse response) {
    done(request, response.end());
  }

  void end(HttpServerRequest request, HttpServerResponse response, Buffer body) {
    send(request, response, body, 0);
  }

  /**
   * Sends what is left of a body. A large one goes piece by piece, so that who takes a piece in
   * time is not thrown out with those who have stopped reading.
   */
  private void send(HttpServerRequest request, HttpServerResponse response, Buffer body, int from) {
    int to = from + PIECE_BYTES;
    if (to >= body.length()) {
      done(request, response.end(from == 0 ? body : body.slice(from, body.length())));
      return;
    }
    connections.sending(request.connection());
    Future<Void> unused =
        response
            .write(body.slice(from, to))
            .onSuccess(written -> send(request, response, body, to))
            .onFailure(failure -> connections.answered(request.connection()));
  }

  /**
   * Lets a client hold an answer open.
   *
   * @return to be run when the answer has ended
   * @throws ProblemException if that client, or all together, hold too many
   */
  Runnable admitStream(HttpServerRequest request) {
    String client = connections.client(request);
    if (!limit.streams().enter(client)) {
      throw new ProblemException(Problem.later(503, "too-many-streams", 30));
    }
    return () -> {
      limit.streams().leave(client);
      connections.answered(request.connection());
    };
  }

  /**
   * A request with a body is not one of ours. Its connection is not used again, so that nothing in
   * the body can be taken for the next request; HTTP/2 has no such next.
   */
  private void done(HttpServerRequest request, Future<Void> written) {
    traffic.answered(request.response().getStatusCode());
    connections.answered(request.connection());
    if (request.version() == HttpVersion.HTTP_2) {
      return;
    }
    MultiMap headers = request.headers();
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    if ((length != null && !length.equals("0"))
        || headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
      connections.end(request.connection());
      written.onComplete(result -> request.connection().close());
    }
  }
}
