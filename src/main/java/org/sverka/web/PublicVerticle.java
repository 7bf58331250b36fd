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
import io.vertx.core.net.SocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.feed.QueryException;

/** One event loop of the public server: takes requests, finds their route, sends answers. */
final class PublicVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(PublicVerticle.class);
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final int FIRST_REQUEST_SECONDS = 10;
  private static final int NEXT_REQUEST_SECONDS = 30;

  private final Routes routes;
  private final Optional<DriveHook> hook;
  private final Failures failures;
  private final Route.Freshness oldest;
  private final HttpServerOptions options;
  private final SocketAddress address;
  private final InstantSource clock;
  private final AtomicInteger port;
  private final Connections connections =
      new Connections(FIRST_REQUEST_SECONDS, NEXT_REQUEST_SECONDS);
  private CharSequence date;

  /**
   * @param hook the one thing that may be posted; nothing may if it is empty
   * @param port is told where the server listens
   */
  PublicVerticle(
      Routes routes,
      Optional<DriveHook> hook,
      Failures failures,
      Route.Freshness oldest,
      HttpServerOptions options,
      SocketAddress address,
      InstantSource clock,
      AtomicInteger port) {
    this.routes = routes;
    this.hook = hook;
    this.failures = failures;
    this.oldest = oldest;
    this.options = options;
    this.address = address;
    this.clock = clock;
    this.port = port;
    this.date = httpDate();
  }

  @Override
  public Future<?> start() {
    long unused =
        vertx.setPeriodic(
            1_000,
            timer -> {
              date = httpDate();
              connections.tick();
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

  private CharSequence httpDate() {
    return HttpHeaders.createOptimized(HttpDates.write(clock.instant()));
  }

  Context context() {
    return context;
  }

  void addHeaders(MultiMap response) {
    response.add(HttpHeaders.DATE, date);
  }

  private void handle(HttpServerRequest request) {
    connections.asked(request.connection());
    Exchange exchange = exchange(request, request.path());
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
    if (HttpMethod.OPTIONS.equals(method)) {
      asked.sendMethods(METHODS);
      return;
    }
    if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
      throw new ProblemException(Problem.notAllowed(METHODS));
    }
    Exchange exchange = asked;
    if (asked.path().indexOf('%') >= 0) {
      exchange = exchange(request, Query.decode(asked.path()));
    }
    exchange.answer();
  }

  /** What the parser could not read: too long, or no HTTP. Nothing after it can be trusted. */
  private void refuse(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    int status =
        cause instanceof TooLongHttpLineException
            ? 414
            : cause instanceof TooLongHttpHeaderException ? 431 : 400;
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
    Problem problem;
    if (cause instanceof ProblemException known) {
      problem = known.problem();
    } else if (cause instanceof QueryException query) {
      problem = Problem.of(query);
    } else {
      LOG.atError().setCause(cause).log("A request could not be answered");
      problem = Problem.of(500, "internal-error");
    }
    exchange.send(failures.ready(problem, exchange.policy()));
  }

  void end(HttpServerRequest request, HttpServerResponse response) {
    done(request, response.end());
  }

  void end(HttpServerRequest request, HttpServerResponse response, Buffer body) {
    done(request, response.end(body));
  }

  /**
   * A request with a body is not one of ours. Its connection is not used again, so that nothing in
   * the body can be taken for the next request.
   */
  private void done(HttpServerRequest request, Future<Void> written) {
    connections.answered(request.connection());
    MultiMap headers = request.headers();
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    if ((length != null && !length.equals("0"))
        || headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
      written.onComplete(result -> request.connection().close());
    }
  }
}
