package org.sverka.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.sverka.sheet.Push;

/**
 * Takes what says that it is a push of Drive (<a
 * href="https://developers.google.com/workspace/drive/api/guides/push">push notifications</a>).
 * Whether it is one shows in no answer.
 *
 * @param receiver is called on the event loop and must answer at once
 */
record DriveHook(Consumer<Push> receiver) {
  boolean isFor(HttpServerRequest request) {
    return HttpMethod.POST.equals(request.method()) && Push.PATH.equals(request.path());
  }

  /** Reads the headers and nothing else: a push has no body. */
  void take(HttpServerRequest request) {
    receiver.accept(
        new Push(
            header(request, "X-Goog-Channel-ID"),
            header(request, "X-Goog-Resource-ID"),
            header(request, "X-Goog-Channel-Token"),
            header(request, "X-Goog-Resource-State")));
  }

  private static String header(HttpServerRequest request, String name) {
    String value = request.headers().get(name);
    return value == null ? "" : value;
  }
}
