package org.sverka.sync;

import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.PartyBasis;

/** Lays what a plan enters to the party whose accounts were at work, where no column tells it. */
final class Attribution {
  private Attribution() {}

  /** Whether the plan enters anything of which the accounts may know more. */
  static boolean isWanted(Plan plan) {
    return plan.entries().stream()
        .anyMatch(entry -> isOfUnknown(entry) || entry.type() == EntryType.EDIT);
  }

  /**
   * The same plan, laid to a party.
   *
   * @param doer key of the party; empty if it is not known
   */
  static Plan laid(Plan plan, String doer) {
    return doer.isEmpty()
        ? plan
        : plan.with(entry -> isOfUnknown(entry) ? entry.withAccount(doer) : entry);
  }

  private static boolean isOfUnknown(Entry entry) {
    return switch (entry.type()) {
      case EDIT, ROW, STRUCTURE, REVIEW -> entry.partyBasis() == PartyBasis.UNKNOWN;
      default -> false;
    };
  }
}
