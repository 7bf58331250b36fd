package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.Entry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.LateReading;
import org.sverka.rule.RuleSet.RuleFault;
import org.sverka.sheet.Column;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.TabChanges;
import org.sverka.sheet.Written;

/**
 * Carries out turns of the loop for one roadmap: read, plan, commit, publish, write back. Blocking,
 * and for one thread at a time. A turn that fails anywhere leaves a state from which the next one
 * reaches the same end.
 */
final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  /** A write follows from a read no older than this; the process may have been stopped since. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Charter charter;
  private final Store store;
  private final SheetGateway gateway;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final Runnable publish;
  private final Committed committed;
  private final Home home;
  private final Lag lag;
  private final WritePause pause;
  private final JournalKeeper journal;
  private final Looks looks;
  private final Fence fence = new Fence();
  private String checkpoint = "";
  private List<Stray> strays = List.of();
  private @Nullable Calm calm;

  /**
   * Takes up the state where it was left, or begins it.
   *
   * @param publish shows the committed state to readers; called before anything is written to the
   *     sheet, so that no row says of a value that it is on the site before it is
   * @throws StoreException if the store can't be read or written
   */
  Turn(Charter charter, Store store, SheetGateway gateway, InstantSource clock, Runnable publish) {
    this(charter, store, gateway, clock, System::nanoTime, publish);
  }

  /**
   * The same.
   *
   * @param ticker nanoseconds that no setting of the clock disturbs
   */
  Turn(
      Charter charter,
      Store store,
      SheetGateway gateway,
      InstantSource clock,
      LongSupplier ticker,
      Runnable publish) {
    this.ticker = ticker;
    this.charter = charter;
    this.store = store;
    this.gateway = gateway;
    this.clock = clock;
    this.publish = publish;
    this.home = new Home(store, gateway, id());
    this.committed = new Committed(charter, store, home, this::now);
    this.lag = new Lag(ticker);
    this.pause = new WritePause(ticker);
    this.journal = new JournalKeeper(charter, store, ticker);
    this.looks = new Looks(ticker, now());
  }

  /**
   * What came of a turn.
   *
   * @param entered how many log entries it made
   * @param wrote how many changes it made to the sheet
   * @param moved whether the sheet was no longer as it had been read when it was written to, so
   *     that it has to be done again at once
   */
  record Result(int entered, int wrote, boolean moved) {
    /** It came to nothing. */
    static final Result NOTHING = new Result(0, 0, false);
  }

  /** The state as of the last commit. */
  State state() {
    return committed.state();
  }

  /** When the sheet was last read whole and what it said made durable; empty if not yet. */
  Optional<Instant> readAt() {
    return looks.last();
  }

  /** How often the sheet has been read whole. */
  long reads() {
    return looks.count();
  }

  /** Whether the tab was there when last looked for. */
  boolean hasTab() {
    SheetState sheet = state().sheet();
    return sheet.sheetId() != SheetState.NO_TAB && !sheet.tabMissing() && sheet.pending().isNone();
  }

  /**
   * Makes sure that the known tabs stand as they should, finding or making them if there are none.
   * Nothing is judged.
   *
   * @throws SheetException if the sheet can't be reached
   */
  void provision() {
    if (home.isElsewhere()) {
      // In this order, so that no crash leaves the id of a tab with the wrong spreadsheet.
      commit(List.of(), state(), Map.of());
      home.settle();
    }
    int tab = gateway.provision(state().sheet().sheetId(), rows());
    if (tab != state().sheet().sheetId() || state().sheet().tabMissing()) {
      fence.forget();
      commit(List.of(), state().withSheet(state().sheet().withTab(tab)), Map.of());
    }
    int mirror = gateway.provisionJournal(state().journal().sheetId());
    if (mirror != state().journal().sheetId()) {
      commit(List.of(), state().withJournal(state().journal().withTab(mirror)), Map.of());
    }
    home.settle();
  }

  /** Why the sheet still lacks what the last turn wanted written; empty if it has it. */
  Optional<SheetException> refusal() {
    return fence.refusal().or(pause::refusal);
  }

  /** Whether another process has taken the right to write to the sheet. */
  boolean isOutdone() {
    return fence.isLost();
  }

  /** An operator says that this process is to write. */
  void reclaim() {
    fence.reopen();
  }

  /**
   * One turn. What was read is made durable even if nothing can be written; {@link #refusal} then
   * says why.
   *
   * @throws SheetException if the sheet can't be read, or has no tab and can't be given one
   * @throws StoreException if the turn can't be made durable
   * @throws ForkedLogException if the sheet knows a longer log than this, or another one
   */
  Result run() {
    if (committed.renew()) {
      journal.forget();
      publish.run();
    }
    if (state().sheet().sheetId() == SheetState.NO_TAB) {
      if (home.isElsewhere()) {
        home.requireVacant();
      }
      provision();
    }
    long before = ticker.getAsLong();
    Reading reading = gateway.read(state().sheet().sheetId(), state().journal().sheetId());
    Optional<Snapshot> seen = reading.table();
    fence.saw(reading.writer());
    requireNoFork(reading.checkpoint());
    Instant now = now();
    boolean doubtful = isDoubtful(reading);
    Optional<Instant> overdue = looks.overdueSince();
    if (overdue.isEmpty() && calm != null && calm.isStill(charter, state(), reading, now)) {
      looks.made(now);
      return Result.NOTHING;
    }
    if (doubtful) {
      LOG.atInfo()
          .addKeyValue("roadmap", id())
          .log("The sheet reads as it did before its last change; looking again");
      return Result.NOTHING;
    }
    overdue.ifPresent(since -> enterDelay(since, now));
    Correction correction = Correction.of(charter, state(), seen, strays);
    strays = correction.strays();
    Plan table = plan(correction, "", now);
    boolean asked = Attribution.isWanted(table);
    String doer = asked ? doer() : "";
    if (!doer.isEmpty()) {
      table = plan(correction, doer, now);
    }
    // What stands in the journal is then about another's log.
    JournalPlan reviews =
        fence.isLost()
            ? JournalPlan.nothing(state().journal())
            : journal.plan(state(), table, reading.journal(), now);
    if (!asked && !reviews.entries().isEmpty()) {
      doer = doer();
    }
    Plan plan = Attribution.laid(table.with(reviews, now), doer);
    plan.faults().forEach(this::report);
    calm = null;
    if (plan.changesState(state())) {
      commit(plan.entries(), plan.next(), plan.changed());
      publish.run();
    } else if (plan.changes().isEmpty() && reviews.changes().isEmpty() && !plan.makeTab()) {
      calm = Calm.of(state(), reading);
    }
    looks.made(now);
    if (plan.makeTab() && !fence.isLost()) {
      provision();
      return new Result(plan.entries().size(), 1, true);
    }
    // From a sheet that is not believed nothing is written, not even into the journal.
    return written(plan, table.isHeld() ? List.of() : reviews.changes(), before);
  }

  /** The sheet is the one thing that does not come back with a copy of the data directory. */
  private void requireNoFork(String seen) {
    if (!seen.equals(checkpoint)) {
      store.requireNoFork(id(), seen);
      checkpoint = seen;
    }
  }

  /** On its own and first, so that what was done meanwhile comes after it. */
  private void enterDelay(Instant since, Instant now) {
    Ledger ledger = new Ledger(state().revision(), now);
    ledger.delay(new LateReading().check(since, now, charter.zone()));
    commit(ledger.entries(), state().with(ledger, now, state().sheet()), Map.of());
    publish.run();
    looks.excused();
  }

  private Result written(Plan plan, List<SheetChange> mirror, long readBefore) {
    int entered = plan.entries().size();
    int changes = plan.changes().size() + mirror.size();
    if (changes == 0) {
      pause.over();
      return new Result(entered, 0, false);
    }
    if (pause.lasts() || fence.isLost()) {
      return new Result(entered, 0, false);
    }
    try {
      if (fence.isOpen() && isClaimed()) {
        return new Result(entered, 0, true);
      }
      if (!fence.isOurs()) {
        return new Result(entered, 0, false);
      }
      boolean moved = !write(plan, mirror, readBefore);
      pause.over();
      return new Result(entered, changes, moved);
    } catch (SheetException e) {
      pause.after(e);
      return new Result(entered, 0, false);
    }
  }

  /** Claims the sheet; whether it has to be read again, as another may have claimed it too. */
  private boolean isClaimed() {
    String mark = gateway.claim(state().sheet().sheetId(), fence.mark());
    fence.claimed(mark);
    return !mark.isEmpty();
  }

  /** Each tab for itself: Sverka's own write to one must not hide that the other lags. */
  private boolean isDoubtful(Reading reading) {
    boolean table = reading.table().filter(lag::isDoubtful).isPresent();
    return reading.journal().filter(journal::isDoubtful).isPresent() || table;
  }

  private Plan plan(Correction correction, String doer, Instant now) {
    Plan plan = Reconciler.plan(charter, state(), correction.snapshot(), doer, now);
    if (plan.isHeld()) {
      return plan;
    }
    return plan.after(correction.changes()).with(correction::noted);
  }

  /**
   * The party whose accounts, and nobody else's, were at work since the last look. What waited for
   * a second look is too long ago for that.
   */
  private String doer() {
    Optional<Instant> last = state().sheet().pending().isNone() ? looks.last() : Optional.empty();
    return last.flatMap(gateway::partySince).orElse("");
  }

  /** The rows that a new tab is given: as signed, with what people had last written. */
  List<SheetChange.NewRow> rows() {
    List<Column> columns = charter.layout().columns();
    return charter.rows().stream()
        .map(
            row ->
                new SheetChange.NewRow(
                    row.number(),
                    columns.stream().map(c -> Writes.cell(c, row, state().row(row))).toList()))
        .toList();
  }

  /** Writes, and confirms what was written; false if the sheet was no longer as it was read. */
  private boolean write(Plan plan, List<SheetChange> mirror, long readBefore) {
    if (ticker.getAsLong() - readBefore > FRESH.toNanos()) {
      LOG.atWarn()
          .addKeyValue("roadmap", id())
          .log("The sheet was read too long ago to be written to; reading again");
      return false;
    }
    Witness witness = plan.witness();
    Written reply =
        gateway.write(
            state().sheet().sheetId(),
            plan.changes(),
            witness.keyColumn(),
            witness.headerRow(),
            new TabChanges(state().journal().sheetId(), signed(mirror)));
    Aftermath aftermath = Aftermath.of(charter, state(), plan, reply);
    strays = aftermath.strays();
    if (!plan.changes().isEmpty()) {
      lag.changed();
    }
    if (!mirror.isEmpty()) {
      journal.changed();
    }
    if (aftermath.moved() || !strays.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("roadmap", id())
          .addKeyValue("moved", aftermath.moved())
          .addKeyValue("cells", strays.size())
          .log("The sheet was changed between the read and the write; planning again");
    }
    if (!aftermath.moved() && !plan.written().equals(state())) {
      commit(List.of(), plan.written(), plan.writtenChanged());
    }
    return !aftermath.moved() && strays.isEmpty();
  }

  /** What the journal shows is signed, and says so. */
  private List<SheetChange> signed(List<SheetChange> mirror) {
    if (mirror.isEmpty()) {
      return mirror;
    }
    List<SheetChange> changes = new ArrayList<>(mirror);
    store
        .checkpoint(id())
        .filter(note -> !note.equals(checkpoint))
        .map(SheetChange.SetCheckpoint::new)
        .ifPresent(changes::add);
    return changes;
  }

  private void commit(List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed) {
    committed.commit(entries, next, changed);
    journal.entered(entries);
  }

  private void report(RuleFault fault) {
    LOG.atError()
        .addKeyValue("roadmap", id())
        .addKeyValue("rule", fault.rule())
        .addKeyValue("row", fault.number())
        .addKeyValue("error", fault.error())
        .log("A rule crashed; the others went on");
  }

  private String id() {
    return charter.roadmap().id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
