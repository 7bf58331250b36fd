package org.sverka.local;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A channel and how far it has been told. Messages go out one after the other. */
final class OpenChannel {
  private final Channel channel;
  private final Callbacks callbacks;
  private long from;
  private long sent;
  private Future<Void> last = Future.succeededFuture();
  private volatile boolean stopped;

  OpenChannel(Channel channel, Callbacks callbacks, long from) {
    this.channel = channel;
    this.callbacks = callbacks;
    this.from = from;
  }

  Channel channel() {
    return channel;
  }

  void stop() {
    stopped = true;
  }

  /** The first message: the channel is open. */
  synchronized void sync() {
    send("sync", "");
  }

  /**
   * Sends what is new.
   *
   * @param next the number after the last change that may be told
   */
  synchronized void tell(FileStore files, Horizon horizon, long next) {
    if (next <= from) {
      return;
    }
    if (channel.fileId().isPresent()) {
      tellOf(files.changesOf(channel.fileId().get(), from, horizon));
    } else if (!files.changesFrom(from, horizon, 1).isEmpty()) {
      send("change", "");
    }
    from = next;
  }

  /** Edits that follow one another are one message. */
  private void tellOf(List<FileChange> changes) {
    List<String> edited = new ArrayList<>();
    for (FileChange change : changes) {
      String kind = change.kind().name().toLowerCase(Locale.ROOT);
      switch (change.kind()) {
        case TRASH, UNTRASH, REMOVE -> {
          update(edited);
          send(kind, "");
        }
        default -> {
          if (!edited.contains(kind)) {
            edited.add(kind);
          }
        }
      }
    }
    update(edited);
  }

  private void update(List<String> edited) {
    if (!edited.isEmpty()) {
      send("update", String.join(",", edited));
      edited.clear();
    }
  }

  private void send(String state, String changed) {
    long number = ++sent;
    last =
        last.transform(
            before ->
                stopped
                    ? Future.succeededFuture()
                    : callbacks.send(channel, state, changed, number));
  }
}
