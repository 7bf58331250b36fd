package org.sverka.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.sverka.sync.Hold;
import org.sverka.sync.MeasureState;
import org.sverka.sync.Rebuff;
import org.sverka.sync.SheetState;
import org.sverka.sync.SheetState.ExtraRow;
import org.sverka.sync.SheetState.PendingChange;
import org.sverka.sync.State;
import org.sverka.sync.Store;

/** States and entries to keep. */
final class Samples {
  static final String ROADMAP = "spb-kaliningrad-2023-2026";
  static final Instant NINE = Instant.parse("2026-11-23T09:00:00.123Z");
  static final MeasureNumber FIRST = new MeasureNumber("1.1");
  static final MeasureNumber TENTH = new MeasureNumber("1.10");
  static final SheetState SHEET =
      new SheetState(
          7,
          Map.of("1", measure("«В области…»")),
          List.of(new ExtraRow("99.9", "unknown-measure", Map.of("number", Cell.text("99.9")))),
          Map.of("status", "Cтатус"),
          false,
          new PendingChange("abc", NINE, NINE.minusSeconds(60)),
          "2026-11-23");
  static final SheetState BARE =
      new SheetState(
          SheetState.NO_TAB, Map.of(), List.of(), Map.of(), true, PendingChange.NONE, "");

  private Samples() {}

  static MeasureState measure(String status) {
    return new MeasureState(
        true,
        Map.of(
            "status",
            Cell.text(status),
            "completedOn",
            new Cell(Cell.Kind.NUMBER, "46349"),
            "evidence",
            new Cell(Cell.Kind.FORMULA, "=A1\n\0")),
        Map.of("status", "in-progress"),
        Map.of("status", new Hold(NINE, List.of("status-vocabulary"), 3)),
        Map.of("text", new Rebuff(List.of(NINE, NINE.plusMillis(1)), true, "[убрано: x]")),
        NINE,
        "Ошибка: «" + status + "»",
        "прежнее от 03.02");
  }

  static Map<MeasureNumber, MeasureState> measures(String status) {
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    measures.put(FIRST, measure(status));
    measures.put(TENTH, measure("Не начато"));
    return measures;
  }

  /** The one that entries are about: of no other can the site show anything. */
  static Map<MeasureNumber, MeasureState> logged(String status) {
    return Map.of(FIRST, measure(status));
  }

  static State state(long revision, Map<MeasureNumber, MeasureState> measures) {
    return new State("sha256:e", revision, NINE.plusNanos(revision), measures, SHEET);
  }

  /** Something an editor did; the tests vary it with {@link Change}. */
  static Entry entry(long seq) {
    return new Change(seq).entry();
  }

  /** The next entries of a log, sealed, numbered from its end. */
  static List<SealedEntry> seal(Store store, Entry... entries) {
    return Chain.seal(
        store.head(ROADMAP), List.of(entries), () -> "00112233445566778899aabbccddeeff");
  }

  /** Commits entries with numbers from 1, a hundred a turn. */
  static void commitAll(Store store, List<Entry> entries) {
    Map<MeasureNumber, MeasureState> measures = logged("В работе");
    for (int from = 0; from < entries.size(); from += 100) {
      List<Entry> turn = entries.subList(from, Math.min(entries.size(), from + 100));
      State next = state(turn.get(turn.size() - 1).seq(), measures);
      store.commit(ROADMAP, next, measures, seal(store, turn.toArray(Entry[]::new)));
    }
  }

  static List<Long> seqs(List<SealedEntry> entries) {
    List<Long> seqs = new ArrayList<>();
    entries.forEach(each -> seqs.add(each.entry().seq()));
    return seqs;
  }

  /** An entry in the making. */
  record Change(
      long seq,
      Instant at,
      String measure,
      String column,
      Verdict verdict,
      String party,
      String rule) {
    Change(long seq) {
      this(
          seq,
          NINE.plusSeconds(seq),
          "1.1",
          "status",
          Verdict.REJECTED,
          "spb",
          "status-vocabulary");
    }

    Change at(Instant at) {
      return new Change(seq, at, measure, column, verdict, party, rule);
    }

    Change measure(String measure) {
      return new Change(seq, at, measure, column, verdict, party, rule);
    }

    Change column(String column) {
      return new Change(seq, at, measure, column, verdict, party, rule);
    }

    Change verdict(Verdict verdict) {
      return new Change(seq, at, measure, column, verdict, party, rule);
    }

    Change party(String party) {
      return new Change(seq, at, measure, column, verdict, party, rule);
    }

    Change rule(String rule) {
      return new Change(seq, at, measure, column, verdict, party, rule);
    }

    Entry entry() {
      return new Entry(
          seq,
          at,
          seq % 11 == 4 ? EntryType.REPAIR : EntryType.EDIT,
          measure,
          column,
          "В работе",
          "Готово\0 \uD83D\uDE00 \uD83D",
          verdict,
          List.of(
              new LoggedFinding(
                  rule, seq % 3 == 1 ? Severity.WARNING : Severity.ERROR, "«Готово» нет в списке"),
              new LoggedFinding("b-note", Severity.NOTE, "'; DROP TABLE entry; --"),
              new LoggedFinding(rule, Severity.WARNING, "")),
          party,
          party.isEmpty() ? PartyBasis.UNKNOWN : PartyBasis.COLUMN,
          seq % 2 == 0,
          seq / 2);
    }
  }
}
