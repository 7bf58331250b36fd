package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.local.ApiRequest.Answer;

/**
 * Takes an HTTP request in, has the call carried out by a worker, and sends the answer in Google's
 * manner.
 */
final class ApiHandler implements Handler<RoutingContext> {
  static final String EDITOR_HEADER = "X-Sverka-Editor";

  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  private final String root;
  private final WorkerExecutor workers;
  private final Call call;

  /** Finds and carries out the call that a request means. Blocks. */
  interface Call {
    Answer carryOut(ApiRequest request);
  }

  ApiHandler(String root, WorkerExecutor workers, Call call) {
    this.root = root;
    this.workers = workers;
    this.call = call;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          // What is too large is read on but not kept, so that the answer reaches the client.
          if (body.length() <= LARGEST_BODY) {
            body.appendBuffer(chunk);
          }
        });
    request.exceptionHandler(failure -> LOG.atDebug().setCause(failure).log("request broke off"));
    request.endHandler(end -> answer(context, body));
  }

  private void answer(RoutingContext context, Buffer body) {
    Future<Result> result = workers.executeBlocking(() -> result(context.request(), body), false);
    result
        .onSuccess(done -> send(context.response(), done))
        .onFailure(
            failure -> LOG.atError().setCause(failure).log("a request could not be carried out"));
  }

  private record Result(int status, Buffer body, boolean compressed) {
    static Result of(int status, JsonNode body, boolean pretty) {
      return new Result(status, Buffer.buffer(Json.bytes(body, pretty)), false);
    }

    Result forClient(HttpServerRequest request) {
      return Gzip.wanted(request.getHeader("Accept-Encoding"), body.length())
          ? new Result(status, Gzip.compress(body.getBytes()), true)
          : this;
    }
  }

  private Result result(HttpServerRequest request, Buffer body) {
    boolean pretty = !"false".equalsIgnoreCase(request.getParam("prettyPrint"));
    try {
      if (body.length() > LARGEST_BODY) {
        throw new ApiException(413, "INVALID_ARGUMENT", "Request payload is too large.", null);
      }
      Answer answer = call.carryOut(read(request, body));
      return answer.body() == null
          ? new Result(answer.status(), Buffer.buffer(), false)
          : Result.of(answer.status(), answer.body(), pretty).forClient(request);
    } catch (ApiException e) {
      return Result.of(e.code(), e.body(), pretty);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("method", request.method()).log("a request failed");
      ApiException internal =
          new ApiException(500, "INTERNAL", "Internal error encountered.", null);
      return Result.of(500, internal.body(), pretty);
    }
  }

  private ApiRequest read(HttpServerRequest request, Buffer body) {
    String override = request.getHeader("X-HTTP-Method-Override");
    boolean overridden = override != null && request.method().name().equals("POST");
    String method = overridden ? override : request.method().name();
    String path = request.path();
    if (!path.startsWith(root)) {
      throw ApiException.notFound();
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    request
        .params()
        .forEach(
            entry ->
                query
                    .computeIfAbsent(ApiSchema.camel(entry.getKey()), name -> new ArrayList<>())
                    .add(entry.getValue()));
    Editor editor =
        "page".equals(request.getHeader(EDITOR_HEADER)) ? Editor.PERSON : Editor.SERVICE;
    String baseUrl = "http://" + request.getHeader("Host");
    return new ApiRequest(
        method,
        ApiPath.parse(path.substring(root.length()), method.equals("POST")),
        query,
        body,
        editor,
        baseUrl);
  }

  /** Answers an error without a body having been read. */
  static void refuse(RoutingContext context, ApiException problem) {
    send(context.response(), Result.of(problem.code(), problem.body(), true));
  }

  private static void send(HttpServerResponse response, Result result) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(result.status());
    response.putHeader("Cache-Control", "private, no-cache");
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Vary", "Origin, X-Origin, Referer, Accept-Encoding");
    if (result.compressed()) {
      response.putHeader("Content-Encoding", "gzip");
    }
    if (result.body().length() > 0) {
      response.putHeader("Content-Type", "application/json; charset=UTF-8");
    }
    response
        .end(result.body())
        .onFailure(failure -> LOG.atDebug().setCause(failure).log("an answer was not taken"));
  }
}
