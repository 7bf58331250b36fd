package org.sverka.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sverka.log.Entry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.RuleSet.RuleFault;
import org.sverka.sheet.SheetChange;

/**
 * What a turn comes to. To be carried out in this order: commit {@code next} with the entries;
 * apply {@code changes} to the sheet, or make the tab anew; if that is confirmed, commit {@code
 * written}. If it is not, nothing is lost: the next turn plans the same writes again.
 *
 * @param entries to append to the log
 * @param next the state to commit with them
 * @param changed those of its measures that differ from before
 * @param changes to the sheet, in order, to be applied all or none
 * @param makeTab whether the tab has to be made anew
 * @param witness what the reply to the write must show if nobody has moved rows or columns since
 *     the snapshot
 * @param written the state once the sheet has confirmed the changes
 * @param writtenChanged those of its measures that differ from {@code next}
 * @param faults rules of ours that crashed
 */
public record Plan(
    List<Entry> entries,
    State next,
    Map<MeasureNumber, MeasureState> changed,
    List<SheetChange> changes,
    boolean makeTab,
    Witness witness,
    State written,
    Map<MeasureNumber, MeasureState> writtenChanged,
    List<RuleFault> faults) {
  public Plan {
    entries = List.copyOf(entries);
    changed = Map.copyOf(changed);
    changes = List.copyOf(changes);
    writtenChanged = Map.copyOf(writtenChanged);
    faults = List.copyOf(faults);
  }

  /** Entries and a new state, all of whose measures are as before, and nothing to write. */
  static Plan entering(List<Entry> entries, State next) {
    return without(entries, next, Map.of(), false);
  }

  /** Entries and a new state, and nothing to write. */
  static Plan entering(List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed) {
    return without(entries, next, changed, false);
  }

  /** Entries and a new state, and a tab to be made. */
  static Plan makingTab(List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed) {
    return without(entries, next, changed, true);
  }

  private static Plan without(
      List<Entry> entries, State next, Map<MeasureNumber, MeasureState> changed, boolean makeTab) {
    return new Plan(
        entries, next, changed, List.of(), makeTab, Witness.NONE, next, Map.of(), List.of());
  }

  /**
   * The same, with cells put right before. A cell that the plan replaces anyway is not put right
   * first.
   */
  Plan after(List<SheetChange.Replace> first) {
    if (first.isEmpty()) {
      return this;
    }
    List<SheetChange.Replace> left = new ArrayList<>(first);
    List<SheetChange> own = new ArrayList<>();
    for (SheetChange change : changes) {
      Optional<SheetChange.Replace> same =
          left.stream().filter(replace -> isOnSameCell(replace, change)).findFirst();
      same.ifPresent(left::remove);
      own.add(same.isPresent() ? replacing(change, same.get()) : change);
    }
    List<SheetChange> all = new ArrayList<>(left);
    all.addAll(own);
    return new Plan(entries, next, changed, all, makeTab, witness, written, writtenChanged, faults);
  }

  private static boolean isOnSameCell(SheetChange.Replace one, SheetChange other) {
    return other instanceof SheetChange.Replace replace
        && replace.row() == one.row()
        && replace.column() == one.column();
  }

  private static SheetChange replacing(SheetChange change, SheetChange.Replace standing) {
    SheetChange.Replace replace = (SheetChange.Replace) change;
    return new SheetChange.Replace(
        replace.row(), replace.column(), replace.value(), standing.seen());
  }

  /** The same, with its entries gone over; numbers and order stay. */
  Plan with(UnaryOperator<Entry> change) {
    return new Plan(
        entries.stream().map(change).toList(),
        next,
        changed,
        changes,
        makeTab,
        witness,
        written,
        writtenChanged,
        faults);
  }

  /** The same, followed by what reviewers said. */
  Plan with(JournalPlan journal, Instant now) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(journal.entries());
    List<RuleFault> crashed = new ArrayList<>(faults);
    crashed.addAll(journal.faults());
    return new Plan(
        all,
        next.reviewed(journal, now),
        changed,
        changes,
        makeTab,
        witness,
        written.reviewed(journal, now),
        writtenChanged,
        crashed);
  }

  /** Whether a mass change keeps everything as it is until a second look. */
  boolean isHeld() {
    return !next.sheet().pending().isNone();
  }

  /** Whether there is anything to commit. */
  public boolean changesState(State before) {
    return !entries.isEmpty() || !next.equals(before);
  }
}
