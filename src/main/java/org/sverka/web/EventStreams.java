package org.sverka.web;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.sverka.sync.History;

/**
 * The readers of one event loop who wait for news of a roadmap, by server-sent events (HTML
 * Standard, 9.2). Each new revision is an event, its number the event's id; who comes back with
 * {@code Last-Event-ID} gets what was missed. A reader who does not keep up is cut off: to come
 * back and resume costs less than to keep everything for it.
 */
final class EventStreams {
  private static final int MOST_MISSED = 100;
  private static final int HEARTBEAT_SECONDS = 15;

  private final Context context;
  private final Set<Stream> streams = new HashSet<>();
  private int seconds;

  EventStreams(Context context) {
    this.context = context;
  }

  /** A revision that has come. */
  record Event(long revision, Instant changedAt) {
    static Event of(History.Point point) {
      return new Event(point.revision(), point.changedAt());
    }

    String text() {
      return "event: revision\nid: %d\ndata: {\"revision\":%d,\"changedAt\":\"%s\"}\n\n"
          .formatted(revision, revision, changedAt);
    }
  }

  private static final class Stream {
    private final Site site;
    private final HttpServerResponse response;
    private final List<Event> waiting = new ArrayList<>();
    private long last;
    private boolean live;

    Stream(Site site, HttpServerResponse response, long last) {
      this.site = site;
      this.response = response;
      this.last = last;
    }

    /** Revisions come in order; one that this reader has is not sent again. */
    void send(Event event) {
      if (!live) {
        waiting.add(event);
      } else if (event.revision() > last) {
        last = event.revision();
        write(event.text());
      }
    }

    void goLive(List<Event> missed) {
      live = true;
      missed.forEach(this::send);
      waiting.forEach(this::send);
      waiting.clear();
    }

    void write(String text) {
      if (response.writeQueueFull()) {
        response.reset();
      } else {
        var unused = response.write(text);
      }
    }
  }

  /**
   * Begins a stream on a response whose headers are set.
   *
   * @param lastId the newest revision that the reader has; 0 if it has none
   */
  void open(Site site, HttpServerResponse response, long lastId, Runnable onEnd) {
    Event now = site.event();
    boolean unknown = lastId > now.revision();
    Stream stream = new Stream(site, response, unknown ? 0 : lastId);
    streams.add(stream);
    response.closeHandler(nothing -> end(stream, onEnd));
    response.exceptionHandler(failure -> end(stream, onEnd));
    stream.write("retry: 3000\n\n");
    if (lastId == 0 || unknown || lastId == now.revision()) {
      stream.goLive(List.of(now));
      return;
    }
    CompletableFuture<?> unused =
        site.missed(lastId, MOST_MISSED)
            .whenComplete(
                (missed, failure) ->
                    context.runOnContext(
                        nothing -> stream.goLive(failure == null ? missed : List.of(now))));
  }

  private void end(Stream stream, Runnable onEnd) {
    if (streams.remove(stream)) {
      onEnd.run();
    }
  }

  /** Tells those who wait for news of that roadmap. */
  void tell(Site site, Event event) {
    for (Stream stream : List.copyOf(streams)) {
      if (stream.site.equals(site)) {
        stream.send(event);
      }
    }
  }

  /** To be called once a second: keeps proxies, and our own limits, from taking quiet for death. */
  void tick() {
    seconds++;
    if (seconds % HEARTBEAT_SECONDS == 0) {
      List.copyOf(streams).forEach(stream -> stream.write(":\n\n"));
    }
  }
}
