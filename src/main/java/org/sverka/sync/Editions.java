package org.sverka.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sverka.log.EntryType;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Verdict;

/** Brings a new edition of the signed document into force over what is already known. */
final class Editions {
  private Editions() {}

  /**
   * One entry that says so. Measures that stay keep what people wrote and what is published;
   * measures that are new begin untouched; measures that are gone leave the state, and stay in the
   * log. The sheet is put right by the next turn.
   */
  static Plan adopt(Charter charter, State known, Instant now) {
    State fresh = Reconciler.begin(charter, now).next();
    Ledger ledger = new Ledger(known.revision(), now);
    ledger.add(
        EntryType.EDITION, "", "", known.edition(), fresh.edition(), Verdict.NONE, List.of());
    Map<MeasureNumber, MeasureState> measures = new HashMap<>(fresh.measures());
    measures.replaceAll((number, added) -> known.measures().getOrDefault(number, added));
    Map<String, MeasureState> headings = new HashMap<>(fresh.sheet().headings());
    headings.replaceAll((number, added) -> known.sheet().headings().getOrDefault(number, added));
    SheetState sheet =
        new SheetState(
            known.sheet().sheetId(),
            headings,
            known.sheet().extras(),
            known.sheet().header(),
            known.sheet().tabMissing(),
            SheetState.PendingChange.NONE,
            "");
    State next = new State(fresh.edition(), ledger.last(), now, measures, sheet);
    return new Plan(
        ledger.entries(),
        next,
        measures,
        List.of(),
        false,
        Map.of(),
        -1,
        next,
        Map.of(),
        List.of());
  }
}
