package org.sverka.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.LogReader;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.RuleBook;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;

/**
 * The loop around one roadmap's sheet. Turns never overlap: the next one is armed when the last has
 * ended. A hint asks for the next turn at once.
 */
public final class SyncLoop implements PublishedRoadmap {
  private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration PROVISION_EVERY = Duration.ofMinutes(5);
  private static final int AGAIN_AT_ONCE = 3;

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final Charter charter;
  private final Store store;
  private final SheetGateway gateway;
  private final Turn turn;
  private final InstantSource clock;
  private final Duration poll;
  private final Timer turns;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Object lock = new Object();
  private final Health health;
  private @Nullable Instant provisionedAt;
  private int movedInARow;
  private long timer = -1;
  private boolean running;
  private boolean hinted;
  private boolean stopped;
  private final Promise<Void> end = Promise.promise();

  private SyncLoop(
      Vertx vertx,
      WorkerExecutor worker,
      Charter charter,
      Store store,
      SheetGateway gateway,
      Duration poll,
      InstantSource clock,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.worker = worker;
    this.charter = charter;
    this.store = store;
    this.gateway = gateway;
    this.turn = new Turn(charter, store, gateway, clock, this::announce);
    this.clock = clock;
    this.poll = poll;
    String id = charter.roadmap().id();
    this.health = new Health(id);
    this.turns = meters.timer("sverka.turns", "roadmap", id);
    meters.gauge("sverka.sheet.age.seconds", List.of(Tag.of("roadmap", id)), this, SyncLoop::age);
    meters.gauge(
        "sverka.revision", List.of(Tag.of("roadmap", id)), this, loop -> loop.state().revision());
  }

  /**
   * A loop that stands still until it is started. Blocking: the state is read, or begun.
   *
   * @param poll how long to wait between two turns
   * @throws StoreException if the store can't be read or written
   */
  public static SyncLoop open(
      Vertx vertx,
      WorkerExecutor worker,
      Charter charter,
      Store store,
      SheetGateway gateway,
      Duration poll,
      InstantSource clock,
      MeterRegistry meters) {
    return new SyncLoop(vertx, worker, charter, store, gateway, poll, clock, meters);
  }

  /** Begins; the first turn is under way when this returns. */
  public void start() {
    hint();
  }

  /** Asks for a turn as soon as none is under way. May be called from anywhere, at any rate. */
  public void hint() {
    synchronized (lock) {
      if (stopped) {
        return;
      }
      if (running) {
        hinted = true;
        return;
      }
      if (timer >= 0) {
        vertx.cancelTimer(timer);
        timer = -1;
      }
      running = true;
    }
    worker.executeBlocking(this::attempt, false).onComplete(pause -> ended(pause.result()));
  }

  /** No more turns; completes when the one under way has ended. */
  public Future<Void> stop() {
    synchronized (lock) {
      if (!stopped) {
        stopped = true;
        if (timer >= 0) {
          vertx.cancelTimer(timer);
        }
        if (!running) {
          end.complete();
        }
      }
    }
    return end.future();
  }

  /** Whether turns can be made durable; a sheet that can't be read does not count against it. */
  public boolean isReady() {
    synchronized (lock) {
      return !stopped && !health.isStoreFailing();
    }
  }

  /** The tab's id in the spreadsheet, {@link SheetState#NO_TAB} before there is one. */
  public int sheetId() {
    return state().sheet().sheetId();
  }

  /** Whether a mass change, or a sheet without some of its columns, waits for a second look. */
  public boolean isHolding() {
    return !state().sheet().pending().isNone();
  }

  /** What went wrong last, for the operator; empty while all is well. */
  public String lastError() {
    return health.lastError();
  }

  private void ended(@Nullable Duration pause) {
    boolean again;
    synchronized (lock) {
      running = false;
      again = hinted;
      hinted = false;
      if (stopped) {
        end.complete();
        return;
      }
      if (!again) {
        Duration wait = pause == null ? LONGEST_PAUSE : pause;
        timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> hint());
      }
    }
    if (again) {
      hint();
    }
  }

  /** One turn on a worker thread; answers how long to wait for the next. */
  private Duration attempt() {
    Duration pause;
    try {
      Turn.Result result = turns.recordCallable(turn::run);
      health.succeeded();
      pause = pauseAfter(result != null && result.moved());
      keepProvisioned();
    } catch (Exception | Error e) {
      // Errors too: the sheet is read again in a minute whatever has happened.
      health.failed(e);
      pause = pauseAfterFailure();
    }
    if (health.look(turn.readAt(), clock.instant())) {
      announce();
    }
    return pause;
  }

  /** Puts right what is not in a cell. That it can't be done keeps no edit from the site. */
  private void keepProvisioned() {
    Instant now = clock.instant();
    Instant last = provisionedAt;
    boolean due = last == null || !now.isBefore(last.plus(PROVISION_EVERY));
    if (!due || !turn.hasTab()) {
      return;
    }
    provisionedAt = now;
    try {
      turn.provision();
      health.provisioned();
    } catch (RuntimeException e) {
      health.notProvisioned(e);
    }
  }

  private Duration pauseAfter(boolean moved) {
    movedInARow = moved ? movedInARow + 1 : 0;
    return movedInARow > 0 && movedInARow <= AGAIN_AT_ONCE ? Duration.ZERO : poll;
  }

  private Duration pauseAfterFailure() {
    Duration pause = poll.multipliedBy(1L << Math.min(health.failures(), 6));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void announce() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.atError().addKeyValue("roadmap", roadmap().id()).setCause(e).log("A listener failed");
      }
    }
  }

  private double age() {
    return checkedAt()
        .map(checked -> Duration.between(checked, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  @Override
  public Roadmap roadmap() {
    return charter.roadmap();
  }

  @Override
  public Layout layout() {
    return charter.layout();
  }

  @Override
  public ZoneId zone() {
    return charter.zone();
  }

  @Override
  public State state() {
    return turn.state();
  }

  @Override
  public Optional<Instant> checkedAt() {
    return health.readAt();
  }

  @Override
  public Optional<Instant> staleSince() {
    return health.staleSince();
  }

  @Override
  public RuleBook rules() {
    return RuleBook.of(charter.rules());
  }

  @Override
  public LogReader log() {
    return store.log(charter.roadmap().id());
  }

  @Override
  public String sheetLink() {
    return gateway.link();
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
