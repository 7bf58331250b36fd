package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer in its form on the wire.
 *
 * @param headers those that differ from answer to answer
 */
record Reply(int status, Map<String, String> headers, Buffer body) {
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);
  private static final String CHALLENGE =
      "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"";
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=UTF-8");

  static Reply empty(int status) {
    return new Reply(status, Map.of(), Buffer.buffer());
  }

  static Reply json(int status, JsonNode body, boolean pretty) {
    return new Reply(status, JSON, Buffer.buffer(Json.bytes(body, pretty)));
  }

  /** What a call has answered: JSON, content of another kind, or nothing. */
  static Reply of(ApiRequest.Answer answer, boolean pretty) {
    ApiRequest.Download download = answer.content();
    if (download != null) {
      // Content is hostile; no browser may take it for a page of this site.
      Map<String, String> headers =
          Map.of("Content-Type", download.type(), "Content-Disposition", "attachment");
      return new Reply(answer.status(), headers, download.bytes());
    }
    return answer.body() == null
        ? empty(answer.status())
        : json(answer.status(), answer.body(), pretty);
  }

  static Reply refusal(ApiException problem, boolean pretty) {
    Reply reply = json(problem.code(), problem.body(), pretty);
    return problem.code() == 401 ? reply.with("WWW-Authenticate", CHALLENGE) : reply;
  }

  /** Compressed if the client likes it and it is worth it. */
  Reply forClient(HttpServerRequest request) {
    return Gzip.wanted(request.getHeader("Accept-Encoding"), body.length())
        ? new Reply(status, headers, Gzip.compress(body.getBytes()))
            .with("Content-Encoding", "gzip")
        : this;
  }

  private Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  void send(HttpServerResponse response) {
    if (prepare(response)) {
      response
          .end(body)
          .onFailure(failure -> LOG.atDebug().setCause(failure).log("an answer was not taken"));
    }
  }

  /** Sets status and headers, unless there is nobody any more to answer to. */
  boolean prepare(HttpServerResponse response) {
    if (response.ended() || response.closed()) {
      return false;
    }
    response.setStatusCode(status);
    response.putHeader("Cache-Control", "private, no-cache");
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Vary", "Origin, X-Origin, Referer, Accept-Encoding");
    // Whoever stands before the API may have said something better, such as another realm.
    headers.forEach(
        (name, value) -> {
          if (!response.headers().contains(name)) {
            response.putHeader(name, value);
          }
        });
    return true;
  }
}
