package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sverka.log.Entry;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;

/** What has to be remembered from one look at the journal to the next. Blocking. */
final class JournalKeeper {
  /** What has been written so often and still reads otherwise is not written once more. */
  private static final int TRIES = 3;

  private final Charter charter;
  private final Store store;
  private final Lag lag;
  private @Nullable Newest newest;
  private List<SheetChange> tried = List.of();
  private int tries;

  JournalKeeper(Charter charter, Store store, LongSupplier ticker) {
    this.lag = new Lag(ticker);
    this.charter = charter;
    this.store = store;
  }

  /** Whether to wait for another look before this is believed. */
  boolean isDoubtful(Snapshot seen) {
    return lag.isDoubtful(seen);
  }

  /** It has been written to. */
  void changed() {
    lag.changed();
  }

  /**
   * What a look comes to.
   *
   * @param state as of the last commit
   * @param table what the look at the table comes to, which is entered first
   * @param seen empty if the spreadsheet has no such tab
   */
  JournalPlan plan(State state, Plan table, Optional<Snapshot> seen, Instant now) {
    JournalState known = state.journal();
    if (seen.isEmpty()) {
      return JournalPlan.nothing(known.withTab(SheetGateway.NO_TAB));
    }
    JournalPlan plan =
        JournalTurn.plan(
            charter,
            known,
            newest().among(table.entries()).entries(),
            seen.get(),
            Whereabouts.after(table),
            table.next().revision(),
            now);
    return isInVain(plan.changes()) ? plan.unwritten() : plan;
  }

  /** Entries have been committed. */
  void entered(List<Entry> entries) {
    if (newest != null && !entries.isEmpty()) {
      newest = newest.with(entries);
    }
  }

  /** It is not known what has been committed. */
  void forget() {
    newest = null;
  }

  private Newest newest() {
    if (newest == null) {
      newest = Newest.of(store.log(charter.roadmap().id()));
    }
    return newest;
  }

  private boolean isInVain(List<SheetChange> changes) {
    tries = changes.equals(tried) && !changes.isEmpty() ? tries + 1 : 0;
    tried = changes;
    return tries >= TRIES;
  }
}
