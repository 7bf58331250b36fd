package org.sverka.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.Charter.SignedRow;

/** A sheet in memory that does what people and plans do to a sheet. */
final class FakeSheet {
  static final int ID = 7;

  private final int id;
  private final Layout layout;
  private final List<String> columnTags = new ArrayList<>();
  private final List<FakeRow> rows = new ArrayList<>();
  private final List<Snapshot.Merge> merges = new ArrayList<>();

  private static final class FakeRow {
    private String tag = "";
    private final Map<Integer, String> links = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
  }

  /** A sheet as provisioning leaves it. */
  FakeSheet(Charter charter, State state) {
    this(ID, charter.layout());
    for (SignedRow signed : charter.rows()) {
      FakeRow row = new FakeRow();
      row.tag = signed.number();
      for (Column column : layout.columns()) {
        row.cells.add(Writes.cell(column, signed, state.row(signed)));
      }
      rows.add(row);
    }
  }

  /** A tab that has nothing but its header. */
  FakeSheet(int id, Layout layout) {
    this.id = id;
    this.layout = layout;
    FakeRow header = new FakeRow();
    header.tag = Tag.HEADER;
    for (Column column : layout.columns()) {
      columnTags.add(column.key());
      header.cells.add(Cell.text(column.header()));
    }
    rows.add(header);
  }

  Snapshot snapshot() {
    List<Snapshot.Row> copy = new ArrayList<>();
    rows.forEach(row -> copy.add(new Snapshot.Row(row.tag, row.cells, row.links)));
    while (!copy.isEmpty()
        && copy.get(copy.size() - 1).tag().isEmpty()
        && copy.get(copy.size() - 1).cells().stream().allMatch(Cell::isEmpty)) {
      copy.remove(copy.size() - 1);
    }
    return new Snapshot(id, layout.tab(), rows.size(), columnTags.size(), columnTags, copy, merges);
  }

  /** Does what a plan wants; answers what stood in the cells that were replaced. */
  List<Cell> apply(List<SheetChange> changes) {
    List<Cell> replaced = new ArrayList<>();
    for (SheetChange change : changes) {
      if (change instanceof SheetChange.Replace replace) {
        replaced.add(cell(replace.row(), replace.column()));
      }
      apply(change);
    }
    return replaced;
  }

  /** Makes one cell of several: only the first keeps what is in it. */
  void merge(int startRow, int endRow, int startColumn, int endColumn) {
    merges.add(new Snapshot.Merge(startRow, endRow, startColumn, endColumn));
    for (int row = startRow; row < endRow; row++) {
      for (int column = startColumn; column < endColumn; column++) {
        if (isHidden(row, column)) {
          rows.get(row).cells.set(column, Cell.EMPTY);
        }
      }
    }
  }

  /** Parts all cells. */
  void unmerge() {
    merges.clear();
  }

  private boolean isHidden(int row, int column) {
    return merges.stream().anyMatch(merge -> merge.hides(row, column));
  }

  private void apply(SheetChange change) {
    if (change instanceof SheetChange.SetText set) {
      set(set.row(), set.column(), Cell.text(set.text()));
    } else if (change instanceof SheetChange.SetNumber set) {
      set(
          set.row(),
          set.column(),
          new Cell(
              Cell.Kind.NUMBER,
              java.math.BigDecimal.valueOf(set.number()).stripTrailingZeros().toPlainString()));
    } else if (change instanceof SheetChange.Replace replace) {
      Cell value = replace.value();
      set(
          replace.row(),
          replace.column(),
          value.kind() == Cell.Kind.NUMBER ? value : Cell.text(value.text()));
    } else if (change instanceof SheetChange.SetLink set) {
      rows.get(set.row()).links.remove(set.column());
      if (!set.link().isEmpty()) {
        rows.get(set.row()).links.put(set.column(), set.link());
      }
    } else if (change instanceof SheetChange.DeleteRows gone) {
      rows.subList(gone.row(), gone.row() + gone.count()).clear();
    } else if (change instanceof SheetChange.InsertRow insert) {
      rows.add(insert.row(), new FakeRow());
    } else if (change instanceof SheetChange.TagRow tag) {
      rows.get(tag.row()).tag = tag.value();
    } else if (change instanceof SheetChange.TagColumn tag) {
      columnTags.set(tag.column(), tag.value());
    } else if (change instanceof SheetChange.InsertColumn insert) {
      columnTags.add(insert.column(), "");
      rows.forEach(
          row -> {
            if (row.cells.size() > insert.column()) {
              row.cells.add(insert.column(), Cell.EMPTY);
            }
          });
    }
  }

  void set(int row, int column, Cell cell) {
    if (isHidden(row, column)) {
      throw new AssertionError("Nothing can be written to a hidden cell");
    }
    List<Cell> cells = rows.get(row).cells;
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
    rows.get(row).links.remove(column);
  }

  void set(String number, String column, String text) {
    set(rowOf(number), place(column), Cell.text(text));
  }

  Cell cell(String number, String column) {
    return rows.get(rowOf(number)).cells.get(place(column));
  }

  Cell cell(int row, int column) {
    List<Cell> cells = rows.get(row).cells;
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  int rowOf(String number) {
    for (int i = 0; i < rows.size(); i++) {
      if (cell(i, place(Layout.NUMBER)).text().equals(number)) {
        return i;
      }
    }
    throw new AssertionError("No row " + number);
  }

  String link(String number, String column) {
    return rows.get(rowOf(number)).links.getOrDefault(place(column), "");
  }

  boolean has(String number) {
    return rows.stream()
        .anyMatch(
            row ->
                !row.cells.isEmpty() && row.cells.get(place(Layout.NUMBER)).text().equals(number));
  }

  int place(String column) {
    return columnTags.indexOf(column);
  }

  int columns() {
    return columnTags.size();
  }

  int size() {
    return rows.size();
  }

  void insertRow(int index) {
    rows.add(index, new FakeRow());
  }

  void deleteRow(int index) {
    rows.remove(index);
  }

  void insertColumn(int index) {
    apply(List.of(new SheetChange.InsertColumn(index)));
  }

  void deleteColumn(int index) {
    columnTags.remove(index);
    rows.forEach(
        row -> {
          if (row.cells.size() > index) {
            row.cells.remove(index);
          }
        });
  }

  void moveRow(int from, int to) {
    rows.add(to, rows.remove(from));
  }

  /** Sorts the rows below the header by a column; tags stay where they were. */
  void sort(String column) {
    int place = place(column);
    List<String> tags = rows.stream().map(row -> row.tag).toList();
    List<FakeRow> below = rows.subList(1, rows.size());
    below.sort((a, b) -> text(b, place).compareTo(text(a, place)));
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).tag = tags.get(i);
    }
  }

  /** Turns all rows upside down, header and all; tags stay where they were. */
  void reverseWithHeader() {
    List<String> tags = rows.stream().map(row -> row.tag).toList();
    Collections.reverse(rows);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).tag = tags.get(i);
    }
  }

  private static String text(FakeRow row, int place) {
    return place < row.cells.size() ? row.cells.get(place).text() : "";
  }

  /** Pastes a copy of a row, without its tag, into a new row. */
  void copyRow(int from, int to) {
    FakeRow copy = new FakeRow();
    copy.cells.addAll(rows.get(from).cells);
    rows.add(to, copy);
  }

  void clearRow(int index) {
    rows.get(index).cells.clear();
  }

  /** Empties every cell and leaves rows, columns and tags. */
  void clear() {
    rows.forEach(row -> row.cells.clear());
  }

  void removeTags() {
    rows.forEach(row -> row.tag = "");
    columnTags.replaceAll(tag -> "");
  }
}
