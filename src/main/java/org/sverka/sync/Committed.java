package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.RoadmapJson;
import org.sverka.rule.RepairLimit;
import org.sverka.text.Messages;

/** The state of one roadmap as of the last commit, and the way to the next one. Blocking. */
final class Committed {
  private static final Logger LOG = LoggerFactory.getLogger(Committed.class);

  private static final Messages MESSAGES = Messages.of(Committed.class, "en");
  private static final String LIMIT = new RepairLimit().id();

  private final Charter charter;
  private final Store store;
  private final Home home;
  private final Supplier<Instant> now;
  private final Salt salt = new Salt();
  private volatile State state;
  private boolean unsure;

  /**
   * Takes up the state where it was left, or begins it.
   *
   * @throws StoreException if the store can't be read or written
   */
  Committed(Charter charter, Store store, Home home, Supplier<Instant> now) {
    this.charter = charter;
    this.store = store;
    this.home = home;
    this.now = now;
    this.state = here(store.load(id()).map(this::takenUp).orElseGet(this::begun));
  }

  /** The state; may be asked by any thread. */
  State state() {
    return state;
  }

  /**
   * Finds out what became of a commit that failed: it may have been made.
   *
   * @return whether there was one
   */
  boolean renew() {
    if (!unsure) {
      return false;
    }
    state = store.load(id()).map(this::here).orElse(state);
    unsure = false;
    return true;
  }

  /**
   * Makes entries and a state durable.
   *
   * @param changed the measures whose state is another one
   * @throws StoreException if that is not certain
   */
  void commit(List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed) {
    // A commit that fails may have been made: then going on from the old state would fail for ever.
    unsure = true;
    keep(entries, next, changed);
    unsure = false;
    state = next;
    entries.forEach(this::tell);
  }

  private void tell(Entry entry) {
    LOG.atInfo()
        .addKeyValue("roadmap", id())
        .addKeyValue("seq", entry.seq())
        .addKeyValue("type", entry.type().key())
        .addKeyValue("measure", entry.measure())
        .addKeyValue("column", entry.column())
        .addKeyValue("verdict", entry.verdict().key())
        .log("Entered");
    if (entry.findings().stream().anyMatch(finding -> finding.rule().equals(LIMIT))) {
      LOG.atWarn()
          .addKeyValue("roadmap", id())
          .addKeyValue("measure", entry.measure())
          .addKeyValue("column", entry.column())
          .log("A signed text was put back three times within an hour and is left as it is now");
    }
  }

  /** The ids of tabs mean nothing in another spreadsheet. */
  private State here(State known) {
    return home.isElsewhere()
        ? known
            .withSheet(known.sheet().withTab(SheetState.NO_TAB))
            .withJournal(known.journal().withTab(SheetState.NO_TAB))
        : known;
  }

  private State begun() {
    return edited(Reconciler.begin(charter, now.get()));
  }

  private State takenUp(State known) {
    if (Editions.isInForce(charter, known)) {
      requireAll(known, charter.roadmap());
      return known;
    }
    Roadmap former = former(store, id(), known);
    requireAll(known, former);
    return edited(Editions.adopt(charter, former, known, now.get()));
  }

  /** The edition that a state is of. Blocking. */
  static Roadmap former(Store store, String id, State known) {
    return store
        .history(id)
        .roadmap(new History.Point(known.revision(), known.changedAt(), known.edition()));
  }

  /** What is not known of a measure would be entered again, as if it was new. */
  private void requireAll(State known, Roadmap roadmap) {
    int wanted = roadmap.measures().size();
    if (!known.measures().keySet().equals(roadmap.measures().keySet())) {
      throw new StoreException(
          MESSAGES.text("state.measures", id(), known.measures().size(), wanted));
    }
  }

  private State edited(Plan plan) {
    store.keepEdition(
        id(), charter.roadmap().edition().name(), RoadmapJson.canonical(charter.roadmap()));
    keep(plan.entries(), plan.next(), plan.changed());
    return plan.next();
  }

  private void keep(List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed) {
    List<SealedEntry> sealed = Chain.seal(store.head(id()), entries, salt::next);
    store.commit(id(), next, changed, sealed);
  }

  private String id() {
    return charter.roadmap().id();
  }
}
