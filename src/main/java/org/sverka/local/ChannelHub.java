package org.sverka.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open channels. Looks for news after every change, and now and then while some are held back
 * by the lag. Channels end with the process; a client must not rely on them alone, nor may it at
 * Google.
 */
final class ChannelHub {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelHub.class);
  private static final long LOOK_MILLIS = 250;

  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final LocalSheets sheets;
  private final DriveLag lag;
  private final Callbacks callbacks;
  private final Map<String, OpenChannel> open = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final long timer;
  private volatile boolean heldBack;

  ChannelHub(Vertx vertx, WorkerExecutor workers, LocalSheets sheets, DriveLag lag) {
    this.vertx = vertx;
    this.workers = workers;
    this.sheets = sheets;
    this.lag = lag;
    this.callbacks = new Callbacks(vertx);
    this.timer = vertx.setPeriodic(LOOK_MILLIS, id -> lookAgain());
    sheets.files().onChange(this::look);
  }

  /**
   * Opens a channel and tells the client so with a message of its own.
   *
   * @param from the number of the first change that it has not heard of
   * @return whether no other channel has that id
   */
  boolean open(Channel channel, long from) {
    OpenChannel fresh = new OpenChannel(channel, callbacks, from);
    OpenChannel known =
        open.compute(channel.id(), (id, old) -> old == null || isOver(old) ? fresh : old);
    if (known != fresh) {
      return false;
    }
    fresh.sync();
    look();
    return true;
  }

  private boolean isOver(OpenChannel channel) {
    return channel.channel().isOver(sheets.clock().instant());
  }

  /** Closes a channel; false if there is no such. */
  boolean close(String id, String resourceId) {
    OpenChannel channel = open.get(id);
    if (channel == null || !channel.channel().resourceId().equals(resourceId)) {
      return false;
    }
    channel.stop();
    return open.remove(id, channel);
  }

  private void lookAgain() {
    if (heldBack) {
      look();
    }
  }

  private void look() {
    if (open.isEmpty() || !looking.compareAndSet(false, true)) {
      return;
    }
    workers
        .executeBlocking(
            () -> {
              // What happens from here on asks for another look.
              looking.set(false);
              tell();
              return open.size();
            },
            false)
        .onFailure(
            failure -> LOG.atError().setCause(failure).log("channels were not told of a change"));
  }

  private synchronized void tell() {
    FileStore files = sheets.files();
    Horizon horizon = lag.horizon(sheets.clock());
    long next = files.nextChange(horizon);
    heldBack = next < files.nextChange(Horizon.NONE);
    open.values().removeIf(this::isOver);
    open.values().forEach(channel -> channel.tell(files, horizon, next));
  }

  /** Calls nobody any more. */
  Future<Void> close() {
    boolean stopped = vertx.cancelTimer(timer);
    LOG.atDebug().addKeyValue("stopped", stopped).log("channels are closed");
    open.values().forEach(OpenChannel::stop);
    open.clear();
    return callbacks.close();
  }
}
