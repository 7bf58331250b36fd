package org.sverka.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sverka.rule.Finding;
import org.sverka.rule.Header;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.Charter.SignedRow;

/**
 * One look at a sheet whose tab, header row or columns are gone. No cell is judged. What is gone is
 * made anew from what was last seen, once a second look says that it is really gone. Where two
 * columns have one header and neither is tagged, it is not guessed which is meant: a person must
 * say.
 */
final class StructureTurn {
  private static final Header RULE = new Header();

  private final Charter charter;
  private final State state;
  private final Instant now;
  private final Ledger ledger;

  private StructureTurn(Charter charter, State state, Instant now) {
    this.charter = charter;
    this.state = state;
    this.now = now;
    this.ledger = new Ledger(state.revision(), now);
  }

  /** The spreadsheet has no such tab. */
  static Plan withoutTab(Charter charter, State state, Instant now) {
    StructureTurn turn = new StructureTurn(charter, state, now);
    if (state.sheet().tabMissing()) {
      return turn.makeTab(state);
    }
    SecondLook.Result look = SecondLook.look(state.sheet().pending(), "tab", now);
    if (!look.believed()) {
      return turn.held(look);
    }
    String tab = charter.layout().tab();
    turn.ledger.structure("", tab, "", RULE.tab(tab));
    turn.ledger.repair("", "", "", tab);
    return turn.makeTab(state.with(turn.ledger, now, state.sheet().withoutTab()));
  }

  /** The tab is there, and not all of its header. */
  static Plan withoutColumns(
      Charter charter, State state, Snapshot snapshot, HeaderMap header, Instant now) {
    StructureTurn turn = new StructureTurn(charter, state, now);
    if (!header.ambiguous().isEmpty()) {
      return turn.ambiguous(header);
    }
    List<Column> missing = header.missing(charter.layout());
    boolean everything = missing.size() == charter.layout().columns().size();
    if (everything && !isBlank(snapshot)) {
      return turn.unrecognisable(missing);
    }
    Set<String> lost = new TreeSet<>(missing.stream().map(Column::key).toList());
    if (header.row() < 0) {
      lost.add(Tag.HEADER);
    }
    boolean entered = state.sheet().header().keySet().containsAll(lost);
    SecondLook.Result look = SecondLook.look(state.sheet().pending(), "columns " + lost, now);
    if (!entered && !look.believed()) {
      return turn.held(look);
    }
    if (!entered) {
      turn.enter(missing, header.row() < 0, everything);
    }
    return turn.rebuild(snapshot, header, missing, lost, everything);
  }

  private static boolean isBlank(Snapshot snapshot) {
    return snapshot.rows().stream().allMatch(row -> row.cells().stream().allMatch(Cell::isBlank));
  }

  private Plan held(SecondLook.Result look) {
    int all = state.measures().size();
    return Reconciler.held(state, look, all, all, now);
  }

  private Plan makeTab(State next) {
    return Plan.makingTab(ledger.entries(), next, Map.of());
  }

  private Plan ambiguous(HeaderMap header) {
    List<Column> columns =
        header.ambiguous().stream().sorted().map(key -> charter.layout().column(key)).toList();
    return halted(columns, columns.stream().map(RULE::ambiguous).toList());
  }

  private Plan unrecognisable(List<Column> missing) {
    return halted(missing, List.of(RULE.row()));
  }

  /** Says once what is wrong, and waits for a person. */
  private Plan halted(List<Column> columns, List<Finding> findings) {
    Map<String, String> wrong = new HashMap<>();
    columns.forEach(column -> wrong.put(column.key(), ""));
    if (!state.sheet().header().keySet().containsAll(wrong.keySet())) {
      findings.forEach(finding -> ledger.structure(finding.column(), "", "", finding));
    }
    SheetState sheet = state.sheet().withPending(SheetState.PendingChange.NONE).withHeader(wrong);
    State next = state.with(ledger, now, sheet);
    return Plan.entering(ledger.entries(), next);
  }

  private void enter(List<Column> missing, boolean headerRow, boolean everything) {
    if (headerRow) {
      ledger.structure("", "", "", RULE.row());
      ledger.repair("", "", "", "");
    }
    if (!everything) {
      for (Column column : missing) {
        ledger.structure(column.key(), column.header(), "", RULE.missing(column));
        ledger.repair("", column.key(), "", column.header());
      }
    }
  }

  private Plan rebuild(
      Snapshot snapshot,
      HeaderMap header,
      List<Column> missing,
      Set<String> lost,
      boolean everything) {
    RowMap rows = RowMap.identify(charter, state, snapshot, header);
    List<SheetChange> changes = everything ? everything(snapshot) : columns(header, rows, missing);
    Map<String, String> wrong = new HashMap<>();
    lost.forEach(key -> wrong.put(key, ""));
    SheetState sheet = state.sheet().withPending(SheetState.PendingChange.NONE).withHeader(wrong);
    State next = state.with(ledger, now, sheet);
    State written = next.withSheet(sheet.withHeader(Map.of()));
    return new Plan(
        ledger.entries(),
        next,
        Map.of(),
        changes,
        false,
        everything ? wholeTab() : witness(snapshot, header, rows, changes),
        written,
        Map.of(),
        List.of());
  }

  /** The header row if it is gone, then each column that is gone, from the right. */
  private List<SheetChange> columns(HeaderMap header, RowMap rows, List<Column> missing) {
    List<SheetChange> changes = new ArrayList<>();
    int shift = 0;
    int headerRow = header.row();
    if (headerRow < 0) {
      changes.add(new SheetChange.InsertRow(0));
      changes.add(new SheetChange.TagRow(0, Tag.HEADER));
      header
          .places()
          .forEach(
              (key, place) ->
                  changes.add(
                      new SheetChange.SetText(0, place, charter.layout().column(key).header())));
      shift = 1;
      headerRow = 0;
    }
    for (int i = missing.size() - 1; i >= 0; i--) {
      Column column = missing.get(i);
      int place = header.placeFor(column, charter.layout());
      changes.add(new SheetChange.InsertColumn(place));
      changes.add(new SheetChange.TagColumn(place, column.key()));
      changes.add(new SheetChange.SetText(headerRow, place, column.header()));
      for (SignedRow row : charter.rows()) {
        Integer index = rows.rows().get(row.number());
        Cell cell = Writes.cell(column, row, state.row(row));
        if (index != null && !cell.isEmpty()) {
          changes.add(Writes.put(index + shift, place, column, cell));
        }
      }
    }
    return changes;
  }

  /** All of a tab as it is made anew: whatever it shows is ours, unless it had just been typed. */
  private Witness wholeTab() {
    Map<Integer, String> keys = new HashMap<>();
    charter.rows().forEach(row -> keys.put(keys.size() + 1, row.number()));
    Map<Integer, String> columns = new HashMap<>();
    charter.layout().columns().forEach(column -> columns.put(columns.size(), column.key()));
    return new Witness(charter.layout().indexOf(Layout.NUMBER), 0, keys, columns);
  }

  /** Which rows and columns must be found where; nothing if it is the numbers that are gone. */
  private Witness witness(
      Snapshot snapshot, HeaderMap header, RowMap rows, List<SheetChange> changes) {
    Column number = charter.layout().column(Layout.NUMBER);
    if (!header.has(number)) {
      return Witness.NONE;
    }
    Landing landing = Landing.of(changes);
    Map<Integer, String> keys = new HashMap<>();
    rows.rows()
        .forEach(
            (key, index) -> {
              if (snapshot.rows().get(index).cell(header.place(number)).text().equals(key)) {
                keys.put(landing.row(index), key);
              }
            });
    Map<Integer, String> columns = new HashMap<>();
    header.places().forEach((key, place) -> columns.put(landing.column(place), key));
    columns.putAll(landing.tagged());
    int row = header.row() < 0 ? 0 : landing.row(header.row());
    return new Witness(landing.column(header.place(number)), row, keys, columns);
  }

  /** All of an empty tab. */
  private List<SheetChange> everything(Snapshot snapshot) {
    List<Column> columns = charter.layout().columns();
    List<SheetChange> changes = new ArrayList<>();
    for (int i = snapshot.columnCount(); i < columns.size(); i++) {
      changes.add(new SheetChange.InsertColumn(i - 1));
    }
    for (int i = snapshot.rowCount(); i < charter.rows().size() + 1; i++) {
      changes.add(new SheetChange.InsertRow(i - 1));
    }
    changes.add(new SheetChange.TagRow(0, Tag.HEADER));
    for (int i = 0; i < columns.size(); i++) {
      changes.add(new SheetChange.TagColumn(i, columns.get(i).key()));
      changes.add(replace(snapshot, 0, i, Cell.text(columns.get(i).header())));
    }
    for (int r = 0; r < charter.rows().size(); r++) {
      SignedRow row = charter.rows().get(r);
      changes.add(new SheetChange.TagRow(r + 1, row.number()));
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = Writes.cell(columns.get(i), row, state.row(row));
        if (!cell.isEmpty()) {
          changes.add(replace(snapshot, r + 1, i, cell));
        }
      }
    }
    return changes;
  }

  /** The tab is blank, unless somebody has begun to type into it by now. */
  private static SheetChange replace(Snapshot snapshot, int row, int place, Cell cell) {
    Cell seen = row < snapshot.rows().size() ? snapshot.rows().get(row).cell(place) : Cell.EMPTY;
    return new SheetChange.Replace(row, place, cell, seen);
  }
}
