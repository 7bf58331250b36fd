package org.sverka.web;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sverka.feed.QueryException;

/** One request and its answer. Lives on the event loop that the request came in on. */
final class Exchange {
  private static final Pattern REVISION = Pattern.compile("[1-9]\\d{0,17}");

  private final HttpServerRequest request;
  private final String path;
  private final Route route;
  private final PublicVerticle front;

  Exchange(HttpServerRequest request, String path, Route route, PublicVerticle front) {
    this.request = request;
    this.path = path;
    this.route = route;
    this.front = front;
  }

  /** Does what the route says. */
  void answer() {
    route.action().answer(this);
  }

  /** The path, its escapes resolved. */
  String path() {
    return path;
  }

  /** What follows the last slash of the path. */
  String tail() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Path and query as they were sent. */
  String address() {
    return request.uri();
  }

  boolean hasQuery() {
    return request.query() != null;
  }

  /**
   * The parameters of the query.
   *
   * @throws org.sverka.feed.QueryException if it is not a query
   */
  Map<String, String> query() {
    return Query.parse(request.query());
  }

  /**
   * For addresses that take no parameters.
   *
   * @throws QueryException if there are any
   */
  void refuseQuery() {
    if (hasQuery()) {
      for (String name : query().keySet()) {
        throw QueryException.unknownFilter(name, List.of());
      }
    }
  }

  Policy policy() {
    return route.policy();
  }

  /** Sends the answer once it is there. */
  void send(CompletableFuture<Ready> later) {
    if (later.isDone() && !later.isCompletedExceptionally()) {
      send(later.join());
      return;
    }
    Context context = front.context();
    CompletableFuture<?> unused =
        later.whenComplete(
            (ready, failure) ->
                context.runOnContext(
                    nothing -> {
                      if (failure == null) {
                        send(ready);
                      } else {
                        front.fail(this, failure);
                      }
                    }));
  }

  /** Sends the answer. */
  void send(Ready ready) {
    HttpServerResponse response = request.response();
    MultiMap asked = request.headers();
    Accepted accepted = AcceptEncoding.read(asked.get(HttpHeaders.ACCEPT_ENCODING));
    if (!ready.isWantedBy(asked, accepted)) {
      send(front.refusal(new ProblemException(Problem.of(412, "precondition-failed")), policy()));
      return;
    }
    boolean known = ready.isKnownTo(asked, accepted);
    MultiMap headers =
        ready.headers(accepted, known).at(front.date(), route.freshness().checkedAt());
    if (known) {
      sayUnchanged(response, headers);
      return;
    }
    setHeaders(response, headers);
    if (ready.status() != 200) {
      response.setStatusCode(ready.status());
    }
    if (HttpMethod.HEAD.equals(request.method())) {
      front.end(request, response);
    } else {
      front.end(request, response, ready.body(accepted));
    }
  }

  /**
   * Vert.x takes a header away from every 304, for which it copies those that several answers
   * share. It does so before it says that the headers are ended, so they are given to it then.
   */
  private void sayUnchanged(HttpServerResponse response, MultiMap headers) {
    response.headersEndHandler(nothing -> setHeaders(response, headers));
    front.end(request, response.setStatusCode(304));
  }

  private void setHeaders(HttpServerResponse response, MultiMap shared) {
    MultiMap headers = response.headers();
    if (request.version() == HttpVersion.HTTP_2 || !headers.isEmpty()) {
      headers.addAll(shared);
    } else {
      headers.setAll(shared);
    }
  }

  /**
   * The answer, or what is wrong with the question; so that a wrong one costs no more than a right
   * one, and is remembered like it.
   */
  Ready orRefusal(Supplier<Ready> render) {
    try {
      return render.get();
    } catch (QueryException | ProblemException e) {
      return front.refusal(e, policy());
    }
  }

  /** Keeps the answer open and sends each new revision of the roadmap down it. */
  void stream(Site site) {
    refuseQuery();
    HttpServerResponse response = request.response();
    boolean body = !HttpMethod.HEAD.equals(request.method());
    Runnable onEnd = body ? front.admitStream(request) : () -> {};
    MultiMap headers = response.headers();
    addHeaders(headers);
    route.policy().addTo(headers);
    headers.add(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    headers.add("X-Accel-Buffering", "no");
    if (!body) {
      front.end(request, response);
      return;
    }
    response.setChunked(true);
    front.streams().open(site, response, lastEventId(), onEnd);
  }

  /** The newest event that a reader who comes back has; what is no number is none. */
  private long lastEventId() {
    String header = request.getHeader("Last-Event-ID");
    return header != null && REVISION.matcher(header).matches() ? Long.parseLong(header) : 0;
  }

  /** Says what may be done here, to programs on other sites too. */
  void sendMethods(String methods) {
    HttpServerResponse response = request.response();
    MultiMap headers = response.headers();
    addHeaders(headers);
    route.policy().error().addTo(headers);
    headers.add("Allow", methods);
    if (route.policy().isApi()) {
      headers.add("Access-Control-Allow-Methods", methods);
      headers.add("Access-Control-Allow-Headers", "*");
      headers.add("Access-Control-Max-Age", "86400");
    }
    front.end(request, response.setStatusCode(204));
  }

  private void addHeaders(MultiMap headers) {
    HeaderBlock.addStamps(headers, front.date(), route.freshness().checkedAt());
  }
}
