package org.sverka.local;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/**
 * One listener's connection. Whoever does not keep up is cut off, and catches up by the id of the
 * last event when it comes back.
 */
final class EventStream {
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final int MOST_WAITING = 1024 * 1024;

  private final Vertx vertx;
  private final Context context;
  private final HttpServerResponse response;
  private volatile Runnable release = () -> {};

  EventStream(Vertx vertx, HttpServerResponse response) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.response = response;
  }

  void start(Document document, HttpServerRequest request) {
    ChangeFeed feed = document.feed();
    Presence presence = document.presence();
    response.setChunked(true);
    response.setWriteQueueMaxSize(MOST_WAITING);
    response.putHeader("Content-Type", "text/event-stream; charset=UTF-8");
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("X-Accel-Buffering", "no");
    Consumer<String> listener = text -> context.runOnContext(now -> send(text));
    long timer = vertx.setPeriodic(HEARTBEAT_MILLIS, now -> beat(presence));
    release =
        () -> {
          if (vertx.cancelTimer(timer)) {
            feed.forget(listener);
            presence.forget(listener);
          }
        };
    response.closeHandler(closed -> release.run());
    feed.listen(lastSeen(request), listener);
    String window = request.getParam("window");
    if (window != null && Presence.isWindow(window)) {
      presence.listen(window, listener);
    }
    send("retry: 1000\n\n");
  }

  private void beat(Presence presence) {
    presence.sweep();
    send(": still here\n\n");
  }

  private void send(String text) {
    if (response.ended() || response.closed()) {
      // It may have gone before anybody could be told that it has.
      release.run();
    } else if (response.writeQueueFull()) {
      release.run();
      response.reset();
    } else {
      response.write(text).onFailure(failure -> release.run());
    }
  }

  private static long lastSeen(HttpServerRequest request) {
    String id = request.getHeader("Last-Event-ID");
    try {
      return id == null ? -1 : Math.max(0, Long.parseLong(id));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
