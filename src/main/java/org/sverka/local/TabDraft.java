package org.sverka.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A tab being changed; part of a {@link WorkbookDraft}. The only place where cells are written and
 * protection is asked.
 */
final class TabDraft {
  private static final int MOST_COLUMNS = 18_278;

  private final Tab base;
  private final WorkbookDraft book;
  private final Protection protection;
  private final List<Row> rows;
  private final List<Line> columns;
  private final List<GridRange> merges;
  private final List<ProtectedRange> protectedRanges;
  private final List<FormatRule> rules;
  private final List<Metadata> metadata;
  private TabProperties properties;
  private Overlays overlays;

  TabDraft(Tab base, WorkbookDraft book) {
    this.base = base;
    this.book = book;
    this.properties = base.properties();
    this.rows = new ArrayList<>(base.rows());
    this.columns = new ArrayList<>(base.columns());
    this.merges = new ArrayList<>(base.merges());
    this.protectedRanges = new ArrayList<>(base.protectedRanges());
    this.rules = new ArrayList<>(base.rules());
    this.metadata = new ArrayList<>(base.metadata());
    this.overlays = base.overlays();
    this.protection = Protection.of(book.editor(), protectedRanges);
  }

  int id() {
    return base.id();
  }

  TabProperties properties() {
    return properties;
  }

  void setProperties(TabProperties value) {
    properties = value;
  }

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return columns.size();
  }

  int count(Dimension dimension) {
    return dimension == Dimension.ROWS ? rows.size() : columns.size();
  }

  List<GridRange> merges() {
    return merges;
  }

  List<ProtectedRange> protectedRanges() {
    return protectedRanges;
  }

  List<FormatRule> rules() {
    return rules;
  }

  /** Developer metadata of the tab as a whole. */
  List<Metadata> metadata() {
    return metadata;
  }

  SheetLocale locale() {
    return book.locale();
  }

  Overlays overlays() {
    return overlays;
  }

  void setOverlays(Overlays value) {
    overlays = value;
  }

  Protection protection() {
    return protection;
  }

  Cell cell(int row, int column) {
    return rows.get(row).cell(column);
  }

  Row row(int index) {
    return rows.get(index);
  }

  /** Writes a cell that is on the grid. Says 400 where the editor may not. */
  void put(int row, int column, Cell cell) {
    Row before = rows.get(row);
    if (before.cell(column).equals(cell)) {
      return;
    }
    protection.requireCell(id(), row, column);
    rows.set(row, keyed(before.withCell(column, cell)));
  }

  /** Replaces a row's cells without asking; for whole rows on the move. */
  void putCells(int row, List<Cell> cells) {
    if (!rows.get(row).cells().equals(cells)) {
      rows.set(row, keyed(rows.get(row).withCells(cells)));
    }
  }

  /** Rewrites the formulas of this tab. */
  void changeFormulas(UnaryOperator<String> change) {
    for (int i = 0; i < rows.size(); i++) {
      if (hasFormula(rows.get(i))) {
        putCells(i, rows.get(i).cells().stream().map(cell -> changed(cell, change)).toList());
      }
    }
  }

  static boolean hasFormula(Row row) {
    return row.cells().stream().anyMatch(cell -> cell.entered() instanceof CellValue.Formula);
  }

  private static Cell changed(Cell cell, UnaryOperator<String> change) {
    return cell.entered() instanceof CellValue.Formula formula
        ? cell.withEntered(new CellValue.Formula(change.apply(formula.source())))
        : cell;
  }

  private Row keyed(Row row) {
    return row.key() == 0 ? row.withKey(book.takeRowKey()) : row;
  }

  Line line(Dimension dimension, int index) {
    return dimension == Dimension.ROWS ? rows.get(index).line() : columns.get(index);
  }

  void changeLine(Dimension dimension, int index, UnaryOperator<Line> change) {
    if (dimension == Dimension.COLUMNS) {
      columns.set(index, change.apply(columns.get(index)));
      return;
    }
    Row before = rows.get(index);
    Line after = change.apply(before.line());
    if (!after.equals(before.line())) {
      rows.set(index, keyed(before.withLine(after)));
    }
  }

  /**
   * Makes room. With {@code inherit} the new lines take size and format of the line before, else of
   * nothing.
   */
  void insert(Dimension dimension, int start, int count, boolean inherit) {
    int size = count(dimension);
    Grouping grouping =
        start > 0 && start < size
            ? Grouping.between(
                line(dimension, start - 1).grouping(), line(dimension, start).grouping())
            : Grouping.NONE;
    if (dimension == Dimension.ROWS) {
      Row model =
          inherit && start > 0
              ? formatOf(rows.get(start - 1))
              : start < rows.size() ? formatOf(rows.get(start)) : Row.BLANK;
      model = model.withLine(model.line().withGrouping(grouping));
      List<Row> fresh = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        fresh.add(model.isBlank() ? Row.BLANK : model.withKey(book.takeRowKey()));
      }
      rows.addAll(start, fresh);
    } else {
      int model = inherit ? start - 1 : start;
      Line line =
          model >= 0 && model < columns.size() ? Line.sized(columns.get(model).size()) : Line.PLAIN;
      columns.addAll(start, Collections.nCopies(count, line.withGrouping(grouping)));
      requireWidth();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        if (row.cells().size() > start || model < row.cells().size()) {
          List<Cell> cells = new ArrayList<>(row.cells());
          Cell format =
              model < 0 || model >= cells.size() ? Cell.BLANK : formatOf(cells.get(model));
          while (cells.size() < start) {
            cells.add(Cell.BLANK);
          }
          cells.addAll(start, Collections.nCopies(count, format));
          putCells(i, cells);
        }
      }
    }
    shiftRanges(new Shift.Insert(dimension, start, count));
  }

  private static Row formatOf(Row row) {
    return new Row(
        0, row.cells().stream().map(TabDraft::formatOf).toList(), Line.sized(row.line().size()));
  }

  private static Cell formatOf(Cell cell) {
    return new Cell(null, cell.format(), cell.validation(), null);
  }

  void append(Dimension dimension, int count) {
    if (dimension == Dimension.ROWS) {
      rows.addAll(Collections.nCopies(count, Row.BLANK));
    } else {
      columns.addAll(Collections.nCopies(count, Line.PLAIN));
      requireWidth();
    }
  }

  private void requireWidth() {
    if (columns.size() > MOST_COLUMNS) {
      throw ApiException.invalid(
          "This action would increase the number of columns above the limit of 18278 columns.");
    }
  }

  void delete(Dimension dimension, int start, int end) {
    if (dimension == Dimension.ROWS) {
      rows.subList(start, end).clear();
    } else {
      columns.subList(start, end).clear();
      for (int i = 0; i < rows.size(); i++) {
        List<Cell> cells = new ArrayList<>(rows.get(i).cells());
        if (start < cells.size()) {
          cells.subList(start, Math.min(end, cells.size())).clear();
          putCells(i, cells);
        }
      }
    }
    shiftRanges(new Shift.Delete(dimension, start, end));
    book.forgetMetadataIds();
  }

  /** Moves lines; the destination is counted before they are taken away. */
  void move(Dimension dimension, int start, int end, int destination) {
    for (int i = 0; i < count(dimension); i++) {
      if (!line(dimension, i).grouping().equals(Grouping.NONE)) {
        throw ApiException.unsupported("moving rows or columns of a sheet with groups of them");
      }
    }
    int target = destination > start ? destination - (end - start) : destination;
    shiftRanges(new Shift.Move(dimension, start, end, target, count(dimension)));
    if (dimension == Dimension.ROWS) {
      relocate(rows, start, end, target);
      return;
    }
    relocate(columns, start, end, target);
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> cells = new ArrayList<>(rows.get(i).cells());
      while (cells.size() < columns.size()) {
        cells.add(Cell.BLANK);
      }
      relocate(cells, start, end, target);
      putCells(i, new Row(0, cells, Line.PLAIN).cells());
    }
  }

  private static <T> void relocate(List<T> list, int start, int end, int target) {
    List<T> block = new ArrayList<>(list.subList(start, end));
    list.subList(start, end).clear();
    list.addAll(target, block);
  }

  private void shiftRanges(Shift shift) {
    book.shiftFormulas(id(), shift);
    shift.applyTo(merges);
    overlays = overlays.shifted(shift);
    List<ProtectedRange> kept = new ArrayList<>();
    for (ProtectedRange range : protectedRanges) {
      shift
          .apply(range.range())
          .ifPresent(
              moved ->
                  kept.add(range.withRange(moved).withUnprotected(shift.all(range.unprotected()))));
    }
    protectedRanges.clear();
    protectedRanges.addAll(kept);
    List<FormatRule> keptRules = new ArrayList<>();
    for (FormatRule rule : rules) {
      List<GridRange> ranges = shift.all(rule.ranges());
      if (!ranges.isEmpty()) {
        keptRules.add(new FormatRule(ranges, rule.rule()));
      }
    }
    rules.clear();
    rules.addAll(keptRules);
  }

  Tab freeze() {
    Tab next =
        new Tab(
            base.id(),
            properties,
            rows,
            columns,
            merges,
            protectedRanges,
            rules,
            metadata,
            overlays);
    return next.equals(base) ? base : next;
  }
}
