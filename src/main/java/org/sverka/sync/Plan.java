package org.sverka.sync;

import java.util.List;
import java.util.Map;
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
 * @param check what must be found in the key column afterwards if no row has moved since the
 *     snapshot, by row index after the write
 * @param keyColumn physical column of the numbers
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
    Map<Integer, String> check,
    int keyColumn,
    State written,
    Map<MeasureNumber, MeasureState> writtenChanged,
    List<RuleFault> faults) {
  public Plan {
    entries = List.copyOf(entries);
    changed = Map.copyOf(changed);
    changes = List.copyOf(changes);
    check = Map.copyOf(check);
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
        entries, next, changed, List.of(), makeTab, Map.of(), -1, next, Map.of(), List.of());
  }

  /** Whether there is anything to commit. */
  public boolean changesState(State before) {
    return !entries.isEmpty() || !next.equals(before);
  }
}
