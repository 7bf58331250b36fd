package org.sverka.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.log.EntryType;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Finding;
import org.sverka.rule.MassChange;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Snapshot;
import org.sverka.sync.Charter.SignedRow;
import org.sverka.sync.SheetState.PendingChange;

/**
 * Decides, as a pure function of what is known and what is seen, what a turn comes to.
 *
 * <table>
 * <caption>What stands in the sheet, and what follows</caption>
 * <tr><th>the sheet</th><th>entry</th><th>site</th><th>sheet</th></tr>
 * <tr><td>as last seen</td><td>none</td><td>as before</td><td>verdicts, if they are not there</td></tr>
 * <tr><td>a cell changed</td><td colspan="3">see {@link RowTurn}</td></tr>
 * <tr><td>a row of the document is gone, or wiped</td><td>row, repair</td><td>as before</td>
 *     <td>the row comes back with what people had written in it</td></tr>
 * <tr><td>a foreign row, or a copy</td><td>row</td><td>as before</td><td>its verdict</td></tr>
 * <tr><td>a header changed</td><td>structure, repair</td><td>as before</td><td>header put back</td></tr>
 * <tr><td>cells merged</td><td>structure</td><td>as before</td><td>the verdict; what was hidden
 *     comes back when they are parted</td></tr>
 * <tr><td>text beside the table</td><td>structure</td><td>as before</td><td>nothing</td></tr>
 * <tr><td>rows in another order</td><td>none</td><td>as before</td><td>tags follow</td></tr>
 * <tr><td>over a fifth of the measures changed or gone; a column or the tab gone</td>
 *     <td>held</td><td>as before</td><td>nothing, until a second look says the same; then each row
 *     for itself</td></tr>
 * </table>
 */
public final class Reconciler {
  private Reconciler() {}

  /** The state before a sheet was ever seen: as signed, nothing reported, one entry. */
  public static Plan begin(Charter charter, Instant now) {
    Ledger ledger = new Ledger(0, now);
    String edition = charter.roadmap().edition().name();
    ledger.edition("", edition, List.of());
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    Map<String, MeasureState> headings = new HashMap<>();
    for (SignedRow row : charter.rows()) {
      MeasureNumber measure = row.measure();
      if (measure == null) {
        headings.put(row.number(), untouched(charter, row, now));
      } else {
        measures.put(measure, untouched(charter, row, now));
        charter
            .rules()
            .calendar(RowTurn.view(charter, row, measures.get(measure), now))
            .forEach(finding -> ledger.calendar(row.number(), finding));
      }
    }
    SheetState sheet =
        new SheetState(
            SheetState.NO_TAB,
            headings,
            List.of(),
            Map.of(),
            false,
            PendingChange.NONE,
            now.atZone(charter.zone()).toLocalDate().toString());
    State state = new State(edition, ledger.last(), now, measures, sheet);
    return Plan.makingTab(ledger.entries(), state, measures);
  }

  /**
   * What a turn comes to.
   *
   * @param state as of the last commit
   * @param snapshot the tab at one moment; empty if the spreadsheet has no such tab
   * @param now the moment of the turn
   */
  public static Plan plan(Charter charter, State state, Optional<Snapshot> snapshot, Instant now) {
    return plan(charter, state, snapshot, "", now);
  }

  /**
   * The same.
   *
   * @param doer key of the party whose accounts, and nobody else's, were at work; empty if that is
   *     not known
   */
  static Plan plan(
      Charter charter, State state, Optional<Snapshot> snapshot, String doer, Instant now) {
    if (snapshot.isEmpty()) {
      return StructureTurn.withoutTab(charter, state, now);
    }
    Merged merged = Merged.of(charter, state, snapshot.get());
    HeaderMap header = merged.header();
    if (header.row() < 0 || !header.missing(charter.layout()).isEmpty()) {
      return StructureTurn.withoutColumns(charter, state, snapshot.get(), header, now);
    }
    SheetTurn turn = new SheetTurn(charter, state, merged, doer, now);
    Plan plan = turn.plan();
    int all = state.measures().size();
    if (!MassChange.is(turn.touched(), all)) {
      return plan;
    }
    SecondLook.Result look =
        SecondLook.look(state.sheet().pending(), Digest.of(plan.entries()), now);
    return look.believed() ? plan : held(state, look, turn.touched(), all, now);
  }

  /** Nothing but, at the first look, the entry that says so. */
  static Plan held(State state, SecondLook.Result look, int touched, int all, Instant now) {
    Ledger ledger = new Ledger(state.revision(), now);
    if (look.first()) {
      ledger.add(
          EntryType.HELD,
          "",
          "",
          "",
          "",
          Verdict.NONE,
          List.of(new MassChange().check(touched, all)));
    }
    State next = state.with(ledger, now, state.sheet().withPending(look.pending()));
    return Plan.entering(ledger.entries(), next);
  }

  private static MeasureState untouched(Charter charter, SignedRow row, Instant now) {
    Map<String, Cell> cells = new HashMap<>();
    row.signed().forEach((key, text) -> cells.put(key, Cell.text(text)));
    cells.values().removeIf(Cell::isEmpty);
    ServiceTexts texts = new ServiceTexts(charter);
    MeasureState blank = new MeasureState(true, cells, Map.of(), Map.of(), Map.of(), now, "", "");
    List<Finding> findings =
        charter.rules().judge(RowTurn.view(charter, row, blank, now)).findings();
    MeasureState state = blank.withCheck(texts.check(row.heading(), findings, Map.of()));
    return row.heading() ? state : state.withSite(texts.site(state, now));
  }
}
