package org.sverka.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.LogReader;
import org.sverka.roadmap.OpenData;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.RuleBook;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;
import org.sverka.tlog.TransparencyLog;

/**
 * The loop around one roadmap's sheet. Turns never overlap: the next one is armed when the last has
 * ended, as {@link Pace} has it. A hint asks for the next turn at once.
 */
public final class SyncLoop implements PublishedRoadmap, NewsListener {
  private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

  private final Charter charter;
  private final Store store;
  private final HaltableGateway gateway;
  private final Turn turn;
  private final Cadence cadence;
  private final Heartbeat heartbeat;
  private final Health health;
  private final Timer turns;
  private final Timer publishing;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private SyncLoop(
      Alarms alarms,
      WorkerExecutor worker,
      Charter charter,
      Store store,
      SheetGateway gateway,
      Timing timing,
      MeterRegistry meters) {
    this.charter = charter;
    this.store = store;
    this.gateway = new HaltableGateway(gateway);
    Clocks clocks = timing.clocks();
    this.turn =
        new Turn(charter, store, this.gateway, clocks.wall(), clocks.nanos(), this::announce);
    this.cadence = new Cadence(timing);
    this.heartbeat = new Heartbeat(alarms, worker, this::attempt, cadence::untilNext);
    String id = charter.roadmap().id();
    this.health = new Health(id, clocks);
    this.turns = meters.timer("sverka.turns", "roadmap", id);
    this.publishing = meters.timer("sverka.publish", "roadmap", id);
    List<Tag> tags = List.of(Tag.of("roadmap", id));
    meters.gauge("sverka.sheet.age.seconds", tags, this, SyncLoop::age);
    meters.gauge("sverka.sheet.pause.seconds", tags, this, loop -> seconds(loop.mode().pause()));
    meters.gauge("sverka.revision", tags, this, loop -> loop.state().revision());
  }

  /**
   * A loop that stands still until it is started. Blocking: the state is read, or begun.
   *
   * @throws StoreException if the store can't be read or written
   */
  public static SyncLoop open(
      Alarms alarms,
      WorkerExecutor worker,
      Charter charter,
      Store store,
      SheetGateway gateway,
      Timing timing,
      MeterRegistry meters) {
    return new SyncLoop(alarms, worker, charter, store, gateway, timing, meters);
  }

  /** Begins; the first turn is under way when this returns. */
  public void start() {
    hint();
  }

  /** Asks for a turn as soon as none is under way. May be called from anywhere, at any rate. */
  public void hint() {
    heartbeat.now();
  }

  /** Asks for a turn as soon as one is due for a sheet under edit, however often it is said. */
  @Override
  public void news() {
    cadence.stirred();
    heartbeat.reconsider();
  }

  @Override
  public void warned(String what) {
    health.warned(what);
    if (gateway.halt(what)) {
      hint();
    }
  }

  /** An operator has seen to things: what was refused before may be asked again, and at once. */
  public void lookNow() {
    gateway.resume();
    turn.reclaim();
    hint();
  }

  /** Why the sheet is not asked for anything at present; empty while it is. */
  public Optional<String> standstill() {
    return gateway.standstill();
  }

  /** No more turns; completes when the one under way has ended. */
  public Future<Void> stop() {
    return heartbeat.stop();
  }

  /** Whether turns can be made durable; a sheet that can't be read does not count against it. */
  public boolean isReady() {
    return !heartbeat.isStopped() && !health.isStoreFailing();
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

  /** How long ago the sheet was last read whole; empty if never since the start. */
  public Optional<Duration> lag() {
    return health.lag();
  }

  /** How often the sheet is looked at. */
  public Mode mode() {
    return cadence.mode();
  }

  /** One turn on a worker thread. */
  private void attempt() {
    long before = turn.reads();
    try {
      Turn.Result result = turns.recordCallable(turn::run);
      health.succeeded();
      turn.refusal().ifPresentOrElse(health::notWritten, health::written);
      cadence.looked(result == null ? Turn.Result.NOTHING : result);
      keepProvisioned();
    } catch (Exception | Error e) {
      // Errors too: the sheet is read again in a minute whatever has happened.
      health.failed(e);
      cadence.failed(e);
    }
    if (health.look(turn.readAt(), turn.reads() > before)) {
      announce();
    }
  }

  /** Puts right what is not in a cell. That it can't be done keeps no edit from the site. */
  private void keepProvisioned() {
    if (!cadence.isToTend() || !turn.hasTab() || turn.isOutdone()) {
      return;
    }
    cadence.tended();
    try {
      turn.provision();
      health.provisioned();
    } catch (RuntimeException e) {
      health.notProvisioned(e);
    }
  }

  /** Right after a commit, so that what it takes is the time until readers have it. */
  private void announce() {
    publishing.record(this::tellListeners);
  }

  private void tellListeners() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.atError().addKeyValue("roadmap", roadmap().id()).setCause(e).log("A listener failed");
      }
    }
  }

  private double age() {
    return lag().map(SyncLoop::seconds).orElse(Double.NaN);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
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
  public OpenData openData() {
    return charter.openData();
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
  public TransparencyLog transparency() {
    return store.transparency(charter.roadmap().id());
  }

  @Override
  public History history() {
    return store.history(charter.roadmap().id());
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
