package org.sverka.torture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sync.MeasureState;
import org.sverka.sync.SheetState;
import org.sverka.sync.State;
import org.sverka.sync.Store;

/** Enters what people did, as a turn does: with the state that it leads to. */
final class Entries {
  static final String ROADMAP = "spb-kaliningrad-2023-2026";

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final String SALT = "00112233445566778899aabbccddeeff";
  private static final SheetState SHEET =
      new SheetState(
          SheetState.NO_TAB,
          Map.of(),
          List.of(),
          Map.of(),
          true,
          SheetState.PendingChange.NONE,
          "");

  private Entries() {}

  /** An entry that is durable: its number and hash. */
  record Entered(long seq, String hash) {}

  /** Adds the next entry. */
  static Entered add(Store store, String text) {
    long next = store.load(ROADMAP).map(State::revision).orElse(0L) + 1;
    return add(store, next, text, NINE.plusSeconds(next));
  }

  static Entered add(Store store, long seq, String text, Instant at) {
    Entry entry =
        new Entry(
            seq,
            at,
            EntryType.EDIT,
            "1.1",
            "status",
            "В работе",
            text,
            Verdict.REJECTED,
            List.of(new LoggedFinding("status-vocabulary", Severity.ERROR, "Нет в списке.")),
            "spb",
            PartyBasis.COLUMN,
            false);
    SealedEntry sealed = Chain.seal(store.head(ROADMAP), List.of(entry), () -> SALT).get(0);
    Map<MeasureNumber, MeasureState> measures = Map.of(new MeasureNumber("1.1"), measure(text, at));
    store.commit(
        ROADMAP, new State("sha256:e", seq, at, measures, SHEET), measures, List.of(sealed));
    return new Entered(seq, sealed.hash());
  }

  private static MeasureState measure(String text, Instant at) {
    return new MeasureState(
        true, Map.of("status", Cell.text(text)), Map.of(), Map.of(), Map.of(), at, text, "");
  }
}
