package org.sverka.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.local.ApiHandler.Call;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.CannedAnswer;
import org.sverka.local.admin.Effect;
import org.sverka.local.admin.Trim;

/** The answer to one request under a fault: when, what, and how far it gets. */
final class FaultyAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(FaultyAnswer.class);

  private final Vertx vertx;
  private final Api api;
  private final Effect effect;
  private final IntFunction<Call> earlier;

  FaultyAnswer(Vertx vertx, Api api, Effect effect, IntFunction<Call> earlier) {
    this.vertx = vertx;
    this.api = api;
    this.effect = effect;
    this.earlier = earlier;
  }

  /** Carries a request out by a call that may be another than the usual one. */
  interface Work {
    Future<Reply> start(UnaryOperator<Call> change);
  }

  Effect effect() {
    return effect;
  }

  void answer(HttpServerRequest request, Work work) {
    pause(effect.before())
        .compose(now -> effect.isCarriedOut() ? work.start(this::changed) : nothing())
        .map(this::chosen)
        .compose(reply -> pause(effect.after()).map(now -> reply))
        .onSuccess(reply -> deliver(request, reply));
  }

  private Future<Void> pause(Duration length) {
    return length.isZero() ? Future.succeededFuture() : vertx.timer(length.toMillis()).mapEmpty();
  }

  private static Future<Reply> nothing() {
    return Future.succeededFuture(Reply.empty(200));
  }

  private Call changed(Call call) {
    return request -> {
      Call made =
          effect.revisionsBack() > 0 && Operation.reads(api, request)
              ? earlier.apply(effect.revisionsBack())
              : call;
      Answer answer = made.carryOut(request);
      Trim trim = effect.trim();
      return trim == null || answer.body() == null
          ? answer
          : new Answer(answer.status(), trim.apply(answer.body()));
    };
  }

  private Reply chosen(Reply real) {
    CannedAnswer canned = effect.canned();
    if (canned == null) {
      return real;
    }
    String body = canned.body();
    Reply usual =
        body == null
            ? UsualErrors.reply(api, canned.status())
            : new Reply(
                canned.status(), Map.of("Content-Type", canned.contentType()), Buffer.buffer(body));
    Map<String, String> headers = new TreeMap<>(usual.headers());
    headers.putAll(canned.headers());
    return new Reply(usual.status(), headers, usual.body());
  }

  private void deliver(HttpServerRequest request, Reply reply) {
    switch (effect.delivery().kind()) {
      case WHOLE -> reply.send(request.response());
      case LOST -> hangUp(request);
      case NEVER -> LOG.atDebug().log("a request is left without an answer");
      case CUT -> {
        int bytes = Math.min(effect.delivery().bytes(), reply.body().length());
        part(request, reply, reply.body().length(), reply.body().slice(0, bytes));
      }
      case WRONG_LENGTH -> part(request, reply, effect.delivery().bytes(), reply.body());
    }
  }

  private static void part(HttpServerRequest request, Reply reply, int claimed, Buffer sent) {
    HttpServerResponse response = request.response();
    if (reply.prepare(response)) {
      response.putHeader("Content-Length", Integer.toString(claimed));
      response.write(sent).onComplete(done -> hangUp(request));
    }
  }

  private static void hangUp(HttpServerRequest request) {
    request
        .connection()
        .close()
        .onFailure(failure -> LOG.atDebug().setCause(failure).log("a connection had gone"));
  }
}
