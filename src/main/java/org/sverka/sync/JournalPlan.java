package org.sverka.sync;

import java.util.List;
import org.sverka.log.Entry;
import org.sverka.rule.RuleSet.RuleFault;
import org.sverka.sheet.SheetChange;

/**
 * What a look at the journal comes to.
 *
 * @param entries what reviewers said, to append to the log
 * @param next what is to be known of the tab afterwards
 * @param changes to the tab, in order, to be applied all or none
 * @param faults rules of ours that crashed
 */
record JournalPlan(
    List<Entry> entries, JournalState next, List<SheetChange> changes, List<RuleFault> faults) {
  JournalPlan {
    entries = List.copyOf(entries);
    changes = List.copyOf(changes);
    faults = List.copyOf(faults);
  }

  /** Nothing to enter and nothing to write. */
  static JournalPlan nothing(JournalState next) {
    return new JournalPlan(List.of(), next, List.of(), List.of());
  }

  /** The same without anything to write. */
  JournalPlan unwritten() {
    return new JournalPlan(entries, next, List.of(), faults);
  }
}
