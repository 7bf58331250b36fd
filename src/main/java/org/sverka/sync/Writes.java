package org.sverka.sync;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;
import org.sverka.sync.Charter.SignedRow;

/**
 * Collects what is to be written, in an order in which no index goes stale: cells of rows that are
 * there first, then new rows from the bottom up.
 */
final class Writes {
  private final Layout layout;
  private final HeaderMap header;
  private final List<SheetChange> cells = new ArrayList<>();
  private final List<NewRow> newRows = new ArrayList<>();
  private final NavigableMap<Integer, String> keys = new TreeMap<>();

  /**
   * A row to be inserted.
   *
   * @param after index of the row that it follows
   */
  private record NewRow(int after, int order, SignedRow row, MeasureState state) {}

  Writes(Layout layout, HeaderMap header) {
    this.layout = layout;
    this.header = header;
  }

  /** Puts a text into a cell of a row that is there. */
  void text(int row, Column column, String text) {
    if (header.has(column)) {
      cells.add(new SheetChange.SetText(row, header.place(column), text));
    }
  }

  /** Puts a value into a cell into which people may be typing. */
  void replace(int row, Column column, Cell value, Cell seen) {
    if (header.has(column)) {
      cells.add(new SheetChange.Replace(row, header.place(column), value, seen));
    }
  }

  /** Changes something else about rows and columns that are there, moving none. */
  void change(SheetChange change) {
    cells.add(change);
  }

  /** Says whose row it is that is written to, so that the reply can be checked. */
  void expect(int row, String number) {
    keys.put(row, number);
  }

  /** Fills a row that is there and empty with all that belongs into it. */
  void fill(int row, SignedRow signed, MeasureState state, Snapshot.Row seen) {
    for (Column column : layout.columns()) {
      Cell cell = cell(column, signed, state);
      if (column.kind() == Column.Kind.SERVICE) {
        text(row, column, cell.text());
      } else if (!cell.isEmpty()) {
        replace(row, column, cell, seen.cell(header.place(column)));
      }
    }
    keys.put(row, signed.number());
  }

  /** Inserts a row with all that belongs into it. */
  void insert(int after, SignedRow signed, MeasureState state) {
    newRows.add(new NewRow(after, newRows.size(), signed, state));
  }

  List<SheetChange> changes() {
    List<SheetChange> all = new ArrayList<>(cells);
    newRows.stream()
        .sorted(Comparator.comparing(NewRow::after).thenComparing(NewRow::order).reversed())
        .forEach(
            newRow -> {
              int index = newRow.after() + 1;
              all.add(new SheetChange.InsertRow(index));
              all.add(new SheetChange.TagRow(index, newRow.row().number()));
              all.addAll(content(index, newRow.row(), newRow.state()));
            });
    return all;
  }

  /** What the reply must show if nobody has moved anything. */
  Witness witness() {
    int[] places = newRows.stream().mapToInt(NewRow::after).sorted().toArray();
    Map<Integer, String> after = new HashMap<>();
    int above = 0;
    for (Map.Entry<Integer, String> key : keys.entrySet()) {
      while (above < places.length && places[above] < key.getKey()) {
        above++;
      }
      after.put(key.getKey() + above, key.getValue());
    }
    long higher = Arrays.stream(places).filter(place -> place < header.row()).count();
    int headerRow = header.row() + (int) higher;
    Map<Integer, String> columns = new HashMap<>();
    header.places().forEach((key, place) -> columns.put(place, key));
    return new Witness(header.place(layout.column(Layout.NUMBER)), headerRow, after, columns);
  }

  private List<SheetChange> content(int index, SignedRow signed, MeasureState state) {
    List<SheetChange> content = new ArrayList<>();
    for (Column column : layout.columns()) {
      Cell cell = cell(column, signed, state);
      if (!cell.isEmpty() && header.has(column)) {
        content.add(put(index, header.place(column), column, cell));
      }
    }
    return content;
  }

  /** What belongs into a cell when its row, its column or its tab is made anew. */
  static Cell cell(Column column, SignedRow signed, MeasureState state) {
    return switch (column.kind()) {
      case CANONICAL -> Cell.text(signed.signed(column));
      case WORKING -> state.seen(column.key());
      case SERVICE -> Cell.text(column.key().equals(Layout.CHECK) ? state.check() : state.site());
    };
  }

  /** A number as a cell. */
  static Cell number(double number) {
    return new Cell(
        Cell.Kind.NUMBER, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
  }

  static SheetChange put(int row, int place, Column column, Cell cell) {
    boolean serial = cell.kind() == Cell.Kind.NUMBER && column.kind() == Column.Kind.WORKING;
    return serial
        ? new SheetChange.SetNumber(row, place, Double.parseDouble(cell.text()))
        : new SheetChange.SetText(row, place, cell.text());
  }
}
