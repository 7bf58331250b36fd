package org.sverka.google;

import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sverka.sheet.SheetException;

/**
 * Where the browser brings the code: a port of its own on 127.0.0.1, for one consent. It takes one
 * request, which has to bear the {@code state} that was given out; all others are refused and the
 * wait goes on. Nothing of a request is ever shown.
 */
final class LoopbackReceiver implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/callback";
  private static final int IDLE_SECONDS = 10;
  private static final int LONGEST_CODE = 2048;

  private final HttpServer server;
  private final String state;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final Promise<Redirect> promise = Promise.promise();

  private LoopbackReceiver(Vertx vertx) {
    this.state = random();
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setHttp2ClearTextEnabled(false);
    this.server = vertx.createHttpServer(options).requestHandler(this::answer);
  }

  /**
   * Begins to listen.
   *
   * @throws SheetException if there is no port to be had
   */
  static LoopbackReceiver open(Vertx vertx) {
    LoopbackReceiver receiver = new LoopbackReceiver(vertx);
    try {
      receiver.server.listen(0, HOST).toCompletionStage().toCompletableFuture().join();
    } catch (RuntimeException e) {
      throw new SheetException(Words.operator("consent-no-port"), false, e);
    }
    return receiver;
  }

  /** Where the browser has to come, to the letter. */
  String redirectUri() {
    return "http://" + HOST + ":" + server.actualPort() + PATH;
  }

  /** What it has to bring: nobody can guess it. */
  String state() {
    return state;
  }

  /**
   * Waits for the browser.
   *
   * @throws SheetException if it has not come by then
   */
  Redirect await(Duration deadline) {
    try {
      return promise
          .future()
          .toCompletionStage()
          .toCompletableFuture()
          .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String text = Words.operator("consent-late", String.valueOf(deadline.toSeconds()));
      throw new SheetException(text, false, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Nobody fails it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SheetException(Words.operator("interrupted"), true, e);
    }
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    if (!isOurs(request.authority())) {
      refuse(request, 421, ConsentPage.FOREIGN);
    } else if (!PATH.equals(request.path())) {
      refuse(request, 404, ConsentPage.FOREIGN);
    } else if (!HttpMethod.GET.equals(request.method())) {
      request.response().putHeader("Allow", "GET");
      refuse(request, 405, ConsentPage.FOREIGN);
    } else {
      redirected(request);
    }
  }

  private void redirected(HttpServerRequest request) {
    MultiMap parameters;
    try {
      parameters = request.params();
    } catch (IllegalArgumentException e) {
      refuse(request, 400, ConsentPage.FOREIGN);
      return;
    }
    if (!isExpected(parameters.getAll("state"))) {
      refuse(request, 403, ConsentPage.FOREIGN);
      return;
    }
    List<String> codes = parameters.getAll("code");
    List<String> errors = parameters.getAll("error");
    if (codes.size() + errors.size() != 1 || !codes.stream().allMatch(this::isCode)) {
      refuse(request, 400, ConsentPage.FOREIGN);
    } else if (!taken.compareAndSet(false, true)) {
      refuse(request, 410, ConsentPage.SPENT);
    } else if (codes.isEmpty()) {
      failed(request, errors.get(0));
    } else {
      take(request, ConsentPage.RECEIVED, new Redirect.Code(codes.get(0)));
    }
  }

  private void failed(HttpServerRequest request, String error) {
    if (error.equals("access_denied")) {
      take(request, ConsentPage.DENIED, new Redirect.Denied());
    } else {
      String code = error.matches("[a-z_]{1,40}") ? error : "unknown";
      take(request, ConsentPage.FAILED, new Redirect.Failed(code));
    }
  }

  private void take(HttpServerRequest request, ConsentPage page, Redirect redirect) {
    page.send(request.response().setStatusCode(200))
        .onComplete(sent -> promise.tryComplete(redirect));
  }

  private static void refuse(HttpServerRequest request, int status, ConsentPage page) {
    page.send(request.response().setStatusCode(status)).onComplete(sent -> {});
  }

  /** A page elsewhere may give this machine a name of its own; such a name is not answered to. */
  private boolean isOurs(HostAndPort authority) {
    return authority != null
        && authority.host().equals(HOST)
        && authority.port() == server.actualPort();
  }

  private boolean isExpected(List<String> states) {
    return states.size() == 1
        && MessageDigest.isEqual(
            states.get(0).getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isCode(String code) {
    return !code.isBlank() && code.length() <= LONGEST_CODE;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
