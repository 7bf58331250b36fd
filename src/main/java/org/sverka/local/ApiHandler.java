package org.sverka.local;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
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
  private final FaultSource faults;

  /** Finds and carries out the call that a request means. Blocks. */
  interface Call {
    Answer carryOut(ApiRequest request);
  }

  ApiHandler(String root, WorkerExecutor workers, Call call, FaultSource faults) {
    this.root = root;
    this.workers = workers;
    this.call = call;
    this.faults = faults;
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
    HttpServerRequest request = context.request();
    faults
        .next(request)
        .ifPresentOrElse(
            fault -> fault.answer(request, change -> reply(request, body, change.apply(call))),
            () -> reply(request, body, call).onSuccess(reply -> reply.send(context.response())));
  }

  private Future<Reply> reply(HttpServerRequest request, Buffer body, Call made) {
    return workers
        .executeBlocking(() -> carryOut(request, body, made), false)
        .onFailure(
            failure -> LOG.atError().setCause(failure).log("a request could not be carried out"));
  }

  private Reply carryOut(HttpServerRequest request, Buffer body, Call made) {
    boolean pretty = !"false".equalsIgnoreCase(request.getParam("prettyPrint"));
    try {
      if (body.length() > LARGEST_BODY) {
        throw new ApiException(413, "INVALID_ARGUMENT", "Request payload is too large.", null);
      }
      return Reply.of(made.carryOut(read(request, body)), pretty).forClient(request);
    } catch (ApiException e) {
      return Reply.refusal(e, pretty);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("method", request.method()).log("a request failed");
      return Reply.refusal(
          new ApiException(500, "INTERNAL", "Internal error encountered.", null), pretty);
    }
  }

  private ApiRequest read(HttpServerRequest request, Buffer body) {
    String method = method(request);
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
    String authorization = request.getHeader("Authorization");
    String type = request.getHeader("Content-Type");
    String baseUrl = "http://" + request.getHeader("Host");
    return new ApiRequest(
        method,
        ApiPath.parse(path.substring(root.length()), method.equals("POST")),
        query,
        type == null ? "" : type,
        body,
        authorization == null ? "" : authorization,
        editor(request),
        baseUrl);
  }

  /** The method that is meant, which need not be the one that was sent. */
  static String method(HttpServerRequest request) {
    String override = request.getHeader("X-HTTP-Method-Override");
    String sent = request.method().name();
    return override != null && sent.equals("POST") ? override : sent;
  }

  static Editor editor(HttpServerRequest request) {
    return "page".equals(request.getHeader(EDITOR_HEADER)) ? Editor.PERSON : Editor.SERVICE;
  }

  /** Answers an error without a body having been read. */
  static void refuse(RoutingContext context, ApiException problem) {
    Reply.refusal(problem, true).send(context.response());
  }
}
