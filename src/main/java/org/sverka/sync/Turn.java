package org.sverka.sync;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.RoadmapJson;
import org.sverka.rule.RuleSet.RuleFault;
import org.sverka.sheet.Column;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.text.Texts;

/**
 * Carries out turns of the loop for one roadmap: read, plan, commit, publish, write back. Blocking,
 * and for one thread at a time. A turn that fails anywhere leaves a state from which the next one
 * reaches the same end.
 */
final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  private final Charter charter;
  private final Store store;
  private final SheetGateway gateway;
  private final InstantSource clock;
  private final Runnable publish;
  private final SecureRandom random = new SecureRandom();
  private volatile State state;
  private volatile @Nullable Instant readAt;
  private long reads;
  private boolean unsure;

  /**
   * Takes up the state where it was left, or begins it.
   *
   * @param publish shows the committed state to readers; called before anything is written to the
   *     sheet, so that no row says of a value that it is on the site before it is
   * @throws StoreException if the store can't be read or written
   */
  Turn(Charter charter, Store store, SheetGateway gateway, InstantSource clock, Runnable publish) {
    this.charter = charter;
    this.store = store;
    this.gateway = gateway;
    this.clock = clock;
    this.publish = publish;
    this.state = store.load(id()).map(this::takenUp).orElseGet(this::begun);
  }

  /**
   * What came of a turn.
   *
   * @param entered how many log entries it made
   * @param wrote how many changes it made to the sheet
   * @param moved whether rows had moved between the read and the write, so that it has to be done
   *     again at once
   */
  record Result(int entered, int wrote, boolean moved) {
    /** It came to nothing. */
    static final Result NOTHING = new Result(0, 0, false);
  }

  /** The state as of the last commit. */
  State state() {
    return state;
  }

  /** When the sheet was last read whole and what it said made durable; empty if not yet. */
  Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }

  /** How often the sheet has been read whole. */
  long reads() {
    return reads;
  }

  /** Whether the tab was there when last looked for. */
  boolean hasTab() {
    SheetState sheet = state.sheet();
    return sheet.sheetId() != SheetState.NO_TAB && !sheet.tabMissing() && sheet.pending().isNone();
  }

  /**
   * Makes sure that the known tab stands as it should, finding or making one if there is none.
   * Nothing is judged.
   *
   * @throws SheetException if the sheet can't be reached
   */
  void provision() {
    int tab = gateway.provision(state.sheet().sheetId(), rows());
    if (tab != state.sheet().sheetId() || state.sheet().tabMissing()) {
      commit(List.of(), state.withSheet(state.sheet().withTab(tab)), Map.of());
    }
  }

  /**
   * One turn. If writing fails, what was read has been made durable all the same.
   *
   * @throws SheetException if the sheet can't be read or written
   * @throws StoreException if the turn can't be made durable
   */
  Result run() {
    if (unsure) {
      state = store.load(id()).orElse(state);
      unsure = false;
      publish.run();
    }
    if (state.sheet().sheetId() == SheetState.NO_TAB) {
      provision();
    }
    Plan plan = look();
    plan.faults().forEach(this::report);
    if (plan.changesState(state)) {
      commit(plan.entries(), plan.next(), plan.changed());
      publish.run();
    }
    readAt = now();
    reads++;
    if (plan.makeTab()) {
      provision();
      return new Result(plan.entries().size(), 1, true);
    }
    boolean moved = !plan.changes().isEmpty() && !write(plan);
    return new Result(plan.entries().size(), plan.changes().size(), moved);
  }

  /** What a turn would come to; nothing is committed or written. */
  Plan look() {
    Optional<Snapshot> snapshot = gateway.read(state.sheet().sheetId());
    return Reconciler.plan(charter, state, snapshot, now());
  }

  /** The rows that a new tab is given: as signed, with what people had last written. */
  List<SheetChange.NewRow> rows() {
    List<Column> columns = charter.layout().columns();
    return charter.rows().stream()
        .map(
            row ->
                new SheetChange.NewRow(
                    row.number(),
                    columns.stream().map(c -> Writes.cell(c, row, state.row(row))).toList()))
        .toList();
  }

  private boolean write(Plan plan) {
    List<String> keys = gateway.write(state.sheet().sheetId(), plan.changes(), plan.keyColumn());
    List<Map.Entry<Integer, String>> moved =
        plan.check().entrySet().stream()
            .filter(expected -> !isAt(keys, expected.getKey(), expected.getValue()))
            .toList();
    if (!moved.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("roadmap", id())
          .addKeyValue("rows", moved.size())
          .log("Rows moved between the read and the write; planning again");
      return false;
    }
    if (!plan.written().equals(state)) {
      commit(List.of(), plan.written(), plan.writtenChanged());
    }
    return true;
  }

  private static boolean isAt(List<String> keys, int row, String number) {
    return row < keys.size() && Texts.normal(keys.get(row)).equals(number);
  }

  private void commit(List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed) {
    List<SealedEntry> sealed = Chain.seal(store.head(id()), entries, this::salt);
    // A commit that fails may have been made: then going on from the old state would fail for ever.
    unsure = true;
    store.commit(id(), next, changed, sealed);
    unsure = false;
    state = next;
    for (Entry entry : entries) {
      LOG.atInfo()
          .addKeyValue("roadmap", id())
          .addKeyValue("seq", entry.seq())
          .addKeyValue("type", entry.type().key())
          .addKeyValue("measure", entry.measure())
          .addKeyValue("column", entry.column())
          .addKeyValue("verdict", entry.verdict().key())
          .log("Entered");
    }
  }

  private State begun() {
    Plan first = Reconciler.begin(charter, now());
    keepEdition();
    List<SealedEntry> sealed = Chain.seal(store.head(id()), first.entries(), this::salt);
    store.commit(id(), first.next(), first.changed(), sealed);
    return first.next();
  }

  private State takenUp(State known) {
    if (Editions.isInForce(charter, known)) {
      return known;
    }
    Plan plan = Editions.adopt(charter, known, now());
    keepEdition();
    List<SealedEntry> sealed = Chain.seal(store.head(id()), plan.entries(), this::salt);
    store.commit(id(), plan.next(), plan.changed(), sealed);
    return plan.next();
  }

  private void keepEdition() {
    store.keepEdition(
        id(), charter.roadmap().edition().name(), RoadmapJson.canonical(charter.roadmap()));
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

  private String salt() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
