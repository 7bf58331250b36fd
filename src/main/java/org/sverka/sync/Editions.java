package org.sverka.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sverka.log.EntryType;
import org.sverka.roadmap.Lineage;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.Finding;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sync.Charter.SignedRow;

/**
 * Brings a new edition of the signed document into force over what is already known.
 *
 * <p>Measures that stay keep what people wrote and what is published, under whatever number they
 * have now; measures that are new begin untouched and without a row; measures that are gone leave
 * the state, and stay in the log. The sheet is put right by the next turn, which blames nobody for
 * what the edition changed.
 */
final class Editions {
  private final Charter charter;
  private final Charter before;
  private final State known;
  private final Instant now;
  private final Lineage lineage;
  private final Ledger ledger;

  private Editions(Charter charter, Roadmap former, State known, Instant now) {
    this.charter = charter;
    this.before = new Charter(former, charter.layout(), charter.rules(), charter.zone());
    this.known = known;
    this.now = now;
    this.lineage = Lineage.between(former, charter.roadmap());
    this.ledger = new Ledger(known.revision(), now);
  }

  static boolean isInForce(Charter charter, State known) {
    return known.edition().equals(charter.roadmap().edition().name());
  }

  /**
   * One entry that says so, and what is different; then one for each value that the site shows
   * under a number where it showed another, and for each term that is over by the edition alone.
   *
   * @param former the edition of the known state
   */
  static Plan adopt(Charter charter, Roadmap former, State known, Instant now) {
    return new Editions(charter, former, known, now).plan();
  }

  private Plan plan() {
    State fresh = Reconciler.begin(charter, now).next();
    ledger.edition(
        known.edition(), fresh.edition(), AmendmentTexts.of(before.roadmap(), charter.roadmap()));
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    Map<String, MeasureState> headings = new HashMap<>();
    for (SignedRow row : charter.rows()) {
      MeasureNumber number = row.measure();
      if (number == null) {
        MeasureState old = known.sheet().headings().get(row.number());
        headings.put(row.number(), taken(row, old, fresh.row(row)));
      } else {
        MeasureNumber former = lineage.former(number).orElse(null);
        MeasureState old = former == null ? null : known.measures().get(former);
        MeasureState state = taken(row, old, fresh.row(row));
        if (!number.equals(former)) {
          state = state.withChangedAt(now);
          shown(number, state);
        }
        measures.put(number, state);
        calendar(row, former, state);
      }
    }
    SheetState sheet =
        new SheetState(
            known.sheet().sheetId(),
            headings,
            known.sheet().extras(),
            known.sheet().header(),
            known.sheet().tabMissing(),
            SheetState.PendingChange.NONE,
            known.sheet().judgedOn());
    State next =
        new State(fresh.edition(), ledger.last(), now, measures, sheet)
            .withJournal(known.journal())
            .withMargins(known.margins());
    return Plan.entering(ledger.entries(), next, measures);
  }

  /** What is known of a row, to be judged again; signed cells that read otherwise are put right. */
  private MeasureState taken(SignedRow row, @Nullable MeasureState old, MeasureState fresh) {
    if (old == null) {
      return fresh.withPresent(false);
    }
    Map<String, Rebuff> rebuffs = new HashMap<>(Rebuff.JUDGE_AGAIN);
    for (Column column : charter.layout().columns(Column.Kind.CANONICAL)) {
      boolean contested = old.rebuffs().containsKey(column.key());
      if (!contested && !old.seen(column.key()).equals(Cell.text(row.signed(column)))) {
        rebuffs.put(column.key(), Rebuff.OF_THE_EDITION);
      }
    }
    return old.withSeen(old.seen(), rebuffs);
  }

  /** Enters what the site shows of a measure where it showed another one, or none. */
  private void shown(MeasureNumber number, MeasureState state) {
    Map<String, String> was =
        known.measures().containsKey(number)
            ? Objects.requireNonNull(known.measures().get(number)).published()
            : Map.of();
    for (Column column : charter.layout().columns(Column.Kind.WORKING)) {
      String old = was.getOrDefault(column.key(), "");
      String value = state.published(column.key());
      if (!old.equals(value)) {
        ledger.consequence(
            EntryType.EFFECT,
            number.value(),
            column,
            Shown.published(column, old),
            Shown.published(column, value),
            List.of(),
            true);
      }
    }
  }

  /** Enters once what the calendar says of the row as it is signed now and did not before. */
  private void calendar(SignedRow row, @Nullable MeasureNumber former, MeasureState state) {
    List<Finding> already =
        former == null
            ? List.of()
            : findings(
                before, Objects.requireNonNull(before.byNumber().get(former.value())), state);
    findings(charter, row, state).stream()
        .filter(finding -> already.stream().noneMatch(had -> had.rule().equals(finding.rule())))
        .forEach(finding -> ledger.calendar(row.number(), finding));
  }

  private List<Finding> findings(Charter under, SignedRow row, MeasureState state) {
    return under.rules().calendar(RowTurn.view(under, row, state, now));
  }
}
