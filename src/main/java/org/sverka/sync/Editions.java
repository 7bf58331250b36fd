package org.sverka.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.roadmap.Amendment;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Verdict;

/** Brings a new edition of the signed document into force over what is already known. */
final class Editions {
  private Editions() {}

  static boolean isInForce(Charter charter, State known) {
    return known.edition().equals(charter.roadmap().edition().name());
  }

  /** The state under the charter's edition, whether it has been adopted yet or not. */
  static State inForce(Charter charter, State known, Instant now) {
    return isInForce(charter, known) ? known : adopt(charter, known, List.of(), now).next();
  }

  /**
   * One entry that says so, and what is different. Measures that stay keep what people wrote and
   * what is published; measures that are new begin untouched and without a row; measures that are
   * gone leave the state, and stay in the log. The sheet is put right by the next turn.
   *
   * @param amendments the differences, as far as they are to be entered
   */
  static Plan adopt(Charter charter, State known, List<Amendment> amendments, Instant now) {
    State fresh = Reconciler.begin(charter, now).next();
    Ledger ledger = new Ledger(known.revision(), now);
    ledger.add(
        EntryType.EDITION, "", "", known.edition(), fresh.edition(), Verdict.NONE, List.of());
    Map<MeasureNumber, MeasureState> measures = new HashMap<>(fresh.measures());
    measures.replaceAll(
        (number, added) -> known.measures().getOrDefault(number, added.withPresent(false)));
    Map<String, MeasureState> headings = new HashMap<>(fresh.sheet().headings());
    headings.replaceAll(
        (number, added) -> known.sheet().headings().getOrDefault(number, added.withPresent(false)));
    SheetState sheet =
        new SheetState(
            known.sheet().sheetId(),
            headings,
            known.sheet().extras(),
            known.sheet().header(),
            known.sheet().tabMissing(),
            SheetState.PendingChange.NONE,
            "");
    State next =
        new State(fresh.edition(), ledger.last(), now, measures, sheet)
            .withJournal(known.journal())
            .withMargins(known.margins());
    List<LoggedFinding> differences = AmendmentTexts.of(amendments);
    return Plan.entering(
        ledger.entries().stream().map(entry -> entry.withFindings(differences)).toList(),
        next,
        measures);
  }
}
