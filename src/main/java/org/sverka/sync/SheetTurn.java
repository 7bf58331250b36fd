package org.sverka.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sverka.log.EntryType;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.DuplicateMeasure;
import org.sverka.rule.Finding;
import org.sverka.rule.Header;
import org.sverka.rule.MassChange;
import org.sverka.rule.MissingMeasure;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.Charter.SignedRow;
import org.sverka.sync.SheetState.ExtraRow;
import org.sverka.sync.SheetState.PendingChange;

/** One look at a sheet whose columns are all there: header, then each row, then foreign rows. */
final class SheetTurn {
  private final Charter charter;
  private final State state;
  private final Snapshot snapshot;
  private final Merged merged;
  private final HeaderMap header;
  private final Instant now;
  private final RowMap rows;
  private final Ledger ledger;
  private final ServiceTexts texts;
  private final RowTurn rowTurn;
  private final Surroundings surroundings;
  private final Writes writes;
  private final boolean newDay;
  private final Map<MeasureNumber, MeasureState> changed = new HashMap<>();
  private final Map<MeasureNumber, MeasureState> writtenChanged = new HashMap<>();
  private final Map<String, MeasureState> headings;
  private final Map<String, MeasureState> headingsWritten;
  private final Set<String> touched = new HashSet<>();
  private final Set<String> repeatedBefore = new HashSet<>();
  private int anchor;

  SheetTurn(Charter charter, State state, Merged merged, String doer, Instant now) {
    this.charter = charter;
    this.state = state;
    this.merged = merged;
    this.snapshot = merged.snapshot();
    this.header = merged.header();
    this.now = now;
    this.rows = RowMap.identify(charter, state, snapshot, header);
    this.ledger = new Ledger(state.revision(), now);
    this.texts = new ServiceTexts(charter);
    this.rowTurn = new RowTurn(charter, ledger, now, texts, judgedOn(state), doer);
    this.surroundings = new Surroundings(charter, ledger);
    this.writes = new Writes(charter.layout(), header);
    this.newDay = !today().equals(state.sheet().judgedOn());
    state.sheet().extras().forEach(extra -> repeatedBefore.add(extra.number()));
    this.headings = new HashMap<>(state.sheet().headings());
    this.headingsWritten = new HashMap<>(state.sheet().headings());
  }

  /** How many measures have changed or gone. */
  int touched() {
    return touched.size();
  }

  Plan plan() {
    Map<String, String> wrongHeaders = headers();
    anchor = header.row();
    charter.rows().forEach(this::row);
    merged
        .back()
        .forEach(back -> writes.replace(back.row(), back.column(), back.value(), Cell.EMPTY));
    List<ExtraRow> extras = extras();
    surroundings.merged(state.margins().merged(), merged.hidden());
    String outside = surroundings.outside(state.margins().outside(), snapshot, header);
    secondLook();
    SheetState sheet =
        new SheetState(
            state.sheet().sheetId(),
            headings,
            extras,
            wrongHeaders,
            false,
            PendingChange.NONE,
            today());
    State next =
        state
            .with(ledger, now, sheet)
            .withMeasures(changed)
            .withMargins(new Margins(merged.hiddenOrBack(), outside));
    State written =
        next.withSheet(sheet.withHeadings(headingsWritten).withHeader(Map.of()))
            .withMeasures(writtenChanged)
            .withMargins(new Margins(merged.hidden(), outside));
    return new Plan(
        ledger.entries(),
        next,
        changed,
        writes.changes(),
        false,
        writes.witness(),
        written,
        writtenChanged,
        rowTurn.faults());
  }

  /** Enters that what waited for this look is not there any more. */
  private void secondLook() {
    boolean waited = !state.sheet().pending().isNone();
    if (waited && !MassChange.is(touched(), state.measures().size())) {
      ledger.add(EntryType.HELD, "", "", "", "", Verdict.NONE, List.of(new MassChange().gone()));
    }
  }

  private static Optional<LocalDate> judgedOn(State state) {
    String day = state.sheet().judgedOn();
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  private String today() {
    return now.atZone(charter.zone()).toLocalDate().toString();
  }

  private Map<String, String> headers() {
    Header rule = new Header();
    for (Column column : charter.layout().columns()) {
      int place = header.place(column);
      List<String> tags = snapshot.columnTags();
      if (place >= tags.size() || !tags.get(place).equals(column.key())) {
        writes.change(new SheetChange.TagColumn(place, column.key()));
      }
      String found = header.wrong().get(column.key());
      if (found != null) {
        if (!found.equals(state.sheet().header().get(column.key()))) {
          ledger.structure(column.key(), column.header(), found, rule.renamed(column, found));
          ledger.repair("", column.key(), found, column.header());
        }
        writes.replace(header.row(), column, Cell.text(column.header()), Cell.text(found));
      }
    }
    if (!snapshot.rows().get(header.row()).tag().equals(Tag.HEADER)) {
      writes.change(new SheetChange.TagRow(header.row(), Tag.HEADER));
    }
    return header.wrong();
  }

  private void row(SignedRow row) {
    MeasureState old = state.row(row);
    Integer index = rows.rows().get(row.number());
    if (index == null) {
      missing(row, old);
      return;
    }
    anchor = index;
    MeasureState next = newDay || !isAsSeen(row, old, index) ? changedRow(row, old, index) : old;
    service(index, next.check(), next.site());
    if (!snapshot.rows().get(index).tag().equals(row.number())) {
      writes.change(new SheetChange.TagRow(index, row.number()));
    }
    expect(row, index);
  }

  /** Every row that can tell by its number whether rows have moved, written to or not. */
  private void expect(SignedRow row, int index) {
    Column number = charter.layout().column(Layout.NUMBER);
    if (snapshot.rows().get(index).cell(header.place(number)).text().equals(row.number())) {
      writes.expect(index, row.number());
    }
  }

  private boolean isAsSeen(SignedRow row, MeasureState old, int index) {
    if (!old.present()
        || !old.rebuffs().isEmpty()
        || rows.repeated().contains(row.number())
        || !hidden(row).equals(state.margins().merged().getOrDefault(row.number(), List.of()))
        || repeatedBefore.contains(row.number())) {
      return false;
    }
    Snapshot.Row cells = snapshot.rows().get(index);
    for (Column column : charter.contentColumns()) {
      if (!cells.cell(header.place(column)).equals(old.seen(column.key()))) {
        return false;
      }
    }
    return true;
  }

  private MeasureState changedRow(SignedRow row, MeasureState old, int index) {
    List<Finding> besides = new ArrayList<>();
    if (rows.repeated().contains(row.number())) {
      besides.add(new DuplicateMeasure().original(row.number()));
    }
    if (!hidden(row).isEmpty()) {
      besides.add(surroundings.finding(hidden(row)));
    }
    RowTurn.Outcome outcome = rowTurn.judge(row, old, cells(index), besides);
    if (outcome.edited()) {
      touch(row);
    }
    if (!outcome.state().equals(old)) {
      put(row, outcome.state());
    }
    Map<String, Cell> seen = outcome.state().seen();
    for (Column column : outcome.restore()) {
      Cell signed = Cell.text(row.signed(column));
      writes.replace(index, column, signed, seen.getOrDefault(column.key(), Cell.EMPTY));
    }
    if (!outcome.restore().isEmpty()) {
      putWritten(row, restored(row, outcome));
    }
    return outcome.state();
  }

  private List<String> hidden(SignedRow row) {
    return merged.hidden().getOrDefault(row.number(), List.of());
  }

  private static MeasureState restored(SignedRow row, RowTurn.Outcome outcome) {
    Map<String, Cell> seen = new HashMap<>(outcome.state().seen());
    Map<String, Rebuff> rebuffs = new HashMap<>(outcome.state().rebuffs());
    for (Column column : outcome.restore()) {
      Cell signed = Cell.text(row.signed(column));
      if (signed.isEmpty()) {
        seen.remove(column.key());
      } else {
        seen.put(column.key(), signed);
      }
      rebuffs.computeIfPresent(column.key(), (key, rebuff) -> rebuff.confirmed());
    }
    return outcome.state().withSeen(seen, rebuffs);
  }

  private Map<String, Cell> cells(int index) {
    Map<String, Cell> cells = new HashMap<>();
    Snapshot.Row row = snapshot.rows().get(index);
    for (Column column : charter.contentColumns()) {
      Cell cell = row.cell(header.place(column));
      if (!cell.isEmpty()) {
        cells.put(column.key(), cell);
      }
    }
    return cells;
  }

  /** The row is gone or wiped: it comes back with what people had written in it. */
  private void missing(SignedRow row, MeasureState old) {
    Map<String, Cell> content = new HashMap<>(old.seen());
    row.signed()
        .forEach(
            (key, text) -> {
              if (!text.isEmpty()) {
                content.put(key, Cell.text(text));
              }
            });
    MeasureState back = old.withSeen(content, Rebuff.JUDGE_AGAIN);
    if (old.present()) {
      String lost = Shown.row(charter, old.seen());
      String number = row.heading() ? "" : row.number();
      ledger.add(
          EntryType.ROW,
          number,
          "",
          lost,
          "",
          Verdict.REJECTED,
          List.of(new MissingMeasure().check(row.number())));
      ledger.repair(number, "", "", Shown.row(charter, back.seen()));
      touch(row);
      put(row, back.withPresent(false));
    }
    Integer wiped = rows.wiped().get(row.number());
    if (wiped == null) {
      writes.insert(anchor, row, back);
    } else {
      writes.fill(wiped, row, back, snapshot.rows().get(wiped));
      anchor = wiped;
    }
    putWritten(row, back.withPresent(true));
  }

  private List<ExtraRow> extras() {
    ExtraRows extraRows = new ExtraRows(charter);
    List<ExtraRow> found = new ArrayList<>();
    for (RowMap.Extra extra : rows.extras()) {
      ExtraRow row = extraRows.read(extra, snapshot, header);
      found.add(row);
      String check = texts.check(false, List.of(ExtraRows.finding(row)), Map.of());
      service(extra.index(), check, texts.notOnSite());
    }
    extraRows.enter(state.sheet().extras(), found, ledger);
    leftovers();
    return found;
  }

  /** Verdicts on rows that nobody has written in any more. */
  private void leftovers() {
    Set<Integer> known = new HashSet<>(rows.rows().values());
    known.addAll(rows.wiped().values());
    rows.extras().forEach(extra -> known.add(extra.index()));
    known.add(header.row());
    for (int i = 0; i < snapshot.rows().size(); i++) {
      if (!known.contains(i)) {
        service(i, "", "");
      }
    }
  }

  private void service(int index, String check, String site) {
    serviceCell(index, charter.layout().column(Layout.CHECK), check);
    serviceCell(index, charter.layout().column(Layout.SITE), site);
  }

  private void serviceCell(int index, Column column, String text) {
    Cell standing = snapshot.rows().get(index).cell(header.place(column));
    boolean hidden = standing.isEmpty() && merged.hides(index, header.place(column));
    if (!hidden && !standing.equals(Cell.text(text))) {
      writes.text(index, column, text);
    }
  }

  private void touch(SignedRow row) {
    if (!row.heading()) {
      touched.add(row.number());
    }
  }

  private void put(SignedRow row, MeasureState next) {
    if (row.heading()) {
      headings.put(row.number(), next);
      headingsWritten.put(row.number(), next);
    } else {
      changed.put(Objects.requireNonNull(row.measure()), next);
    }
  }

  private void putWritten(SignedRow row, MeasureState next) {
    if (row.heading()) {
      headingsWritten.put(row.number(), next);
    } else {
      writtenChanged.put(Objects.requireNonNull(row.measure()), next);
    }
  }
}
