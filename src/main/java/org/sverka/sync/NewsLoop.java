package org.sverka.sync;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetNews;

/**
 * Asks regularly what has changed, and tells the loops of the sheets concerned. A push that is
 * believed makes it ask sooner, but not more often than a sheet under edit is looked at. It changes
 * nothing itself, and the loops go on without it.
 */
public final class NewsLoop {
  private static final Logger LOG = LoggerFactory.getLogger(NewsLoop.class);
  private static final Duration INTERVAL = Duration.ofSeconds(45);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 4;

  private final SheetNews news;
  private final Map<String, NewsListener> listeners;
  private final Duration closest;
  private final Clocks clocks;
  private final WorkerExecutor worker;
  private final Heartbeat heartbeat;
  private volatile @Nullable Instant heardAt;
  private volatile @Nullable Instant pushedAt;
  private volatile String error = "";
  private boolean pushed;
  private long askedAt;
  private Duration pause = INTERVAL;
  private int failures;

  /**
   * @param worker its own, since asking may take long
   * @param listeners by spreadsheet id
   * @param closest the least time between two questions
   */
  public NewsLoop(
      Alarms alarms,
      WorkerExecutor worker,
      SheetNews news,
      Map<String, NewsListener> listeners,
      Duration closest,
      Clocks clocks) {
    this.news = news;
    this.listeners = Map.copyOf(listeners);
    this.closest = closest;
    this.clocks = clocks;
    this.worker = worker;
    this.heartbeat = new Heartbeat(alarms, worker, this::ask, this::untilNext);
  }

  /** Begins. */
  public void start() {
    heartbeat.now();
  }

  /** A push has come, from whomever. Answers at once. */
  public void push(Push push) {
    if (!news.believes(push)) {
      return;
    }
    pushedAt = clocks.wall().instant();
    if (!push.isSync()) {
      synchronized (this) {
        if (pushed) {
          return;
        }
        pushed = true;
      }
      heartbeat.reconsider();
    }
  }

  /** Asks no more; completes when no more pushes are wanted either. */
  public Future<Void> stop() {
    return heartbeat
        .stop()
        .compose(
            stopped ->
                worker.executeBlocking(
                    () -> {
                      news.close();
                      return true;
                    },
                    false))
        .mapEmpty();
  }

  /** What there is to say of it, for the operator. */
  public Status status() {
    return new Status(
        Optional.ofNullable(heardAt), Optional.ofNullable(pushedAt), error, news.channel());
  }

  /**
   * How it fares.
   *
   * @param heardAt when there was last an answer, be it that nothing has changed
   * @param pushedAt when a push last came that was believed
   * @param error why there is no answer; empty if there is
   */
  public record Status(
      Optional<Instant> heardAt,
      Optional<Instant> pushedAt,
      String error,
      SheetNews.Channel channel) {}

  private void ask() {
    synchronized (this) {
      pushed = false;
    }
    Duration next;
    try {
      tell(news.next());
      heardAt = clocks.wall().instant();
      failures = 0;
      error = "";
      next = INTERVAL;
    } catch (RuntimeException e) {
      next = failed(e);
    }
    synchronized (this) {
      askedAt = clocks.nanos().getAsLong();
      pause = next;
    }
  }

  private void tell(SheetNews.News told) {
    told.warnings()
        .forEach(
            (id, what) ->
                Optional.ofNullable(listeners.get(id)).ifPresent(loop -> loop.warned(what)));
    listeners.forEach(
        (id, loop) -> {
          if (told.all() || told.changed().contains(id)) {
            loop.news();
          }
        });
  }

  private Duration failed(RuntimeException e) {
    Duration wait = e instanceof SheetException sheet ? sheet.putOffFor() : Duration.ZERO;
    if (!wait.isZero()) {
      return wait;
    }
    String message = String.valueOf(e.getMessage());
    if (!message.equals(error)) {
      error = message;
      LOG.atWarn().setCause(e instanceof SheetException ? null : e).log(message);
    }
    failures++;
    Duration doubled = INTERVAL.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration whole = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    double part = 0.5 + ThreadLocalRandom.current().nextDouble() / 2;
    return Duration.ofNanos((long) (whole.toNanos() * part));
  }

  private synchronized Duration untilNext() {
    boolean soon = pushed && failures == 0;
    Duration wanted = soon && closest.compareTo(pause) < 0 ? closest : pause;
    long wait = wanted.toNanos() - (clocks.nanos().getAsLong() - askedAt);
    return Duration.ofNanos(Math.max(0, wait));
  }
}
