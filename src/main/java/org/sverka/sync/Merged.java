package org.sverka.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.Charter.SignedRow;

/**
 * The sheet as if no cells were merged. A cell that others hide reads as empty and can't be written
 * to; here it holds what was last seen in it. When the cells are parted again it is really empty,
 * and gets that back.
 *
 * @param snapshot with the hidden cells filled in
 * @param hidden keys of the columns that are hidden in a row, by its number
 * @param back what has to be put back into cells that are not hidden any more
 */
record Merged(
    Snapshot snapshot, HeaderMap header, Map<String, List<String>> hidden, List<Back> back) {
  /** A value to be put into an empty cell. */
  record Back(String number, int row, Column column, Cell value) {}

  Merged {
    hidden = Map.copyOf(hidden);
    back = List.copyOf(back);
  }

  static Merged of(Charter charter, State state, Snapshot snapshot) {
    HeaderMap header = HeaderMap.locate(charter, state, snapshot);
    if (snapshot.merges().isEmpty() && state.margins().merged().isEmpty()) {
      return new Merged(snapshot, header, Map.of(), List.of());
    }
    return new Filling(charter, state, snapshot, header).run();
  }

  /** The columns of each row that are hidden, or wait to be put back. */
  Map<String, List<String>> hiddenOrBack() {
    Map<String, List<String>> all = new HashMap<>();
    hidden.forEach((number, keys) -> all.put(number, new ArrayList<>(keys)));
    back.forEach(
        one ->
            all.computeIfAbsent(one.number(), number -> new ArrayList<>()).add(one.column().key()));
    return all;
  }

  /** Whether a cell is hidden. */
  boolean hides(int row, int column) {
    return snapshot.merges().stream().anyMatch(merge -> merge.hides(row, column));
  }

  private static final class Filling {
    private final Charter charter;
    private final State state;
    private final Snapshot snapshot;
    private final List<Snapshot.Row> rows;
    private HeaderMap header;

    Filling(Charter charter, State state, Snapshot snapshot, HeaderMap header) {
      this.charter = charter;
      this.state = state;
      this.snapshot = snapshot;
      this.header = header;
      this.rows = new ArrayList<>(snapshot.rows());
    }

    Merged run() {
      headers();
      if (header.row() < 0 || !header.missing(charter.layout()).isEmpty()) {
        return new Merged(snapshot, header, state.margins().merged(), List.of());
      }
      numbers();
      RowMap map = RowMap.identify(charter, state, snapshot.withRows(rows), header);
      Map<String, List<String>> hidden = new HashMap<>();
      List<Back> back = new ArrayList<>();
      for (SignedRow row : charter.rows()) {
        Integer index = map.rows().get(row.number());
        if (index != null) {
          fill(row, index, hidden, back);
        }
      }
      return new Merged(snapshot.withRows(rows), header, hidden, back);
    }

    /** A header that is hidden is known by the tag of its column. */
    private void headers() {
      header
          .wrong()
          .forEach(
              (key, found) -> {
                Column column = charter.layout().column(key);
                if (found.isBlank() && hides(header.row(), header.place(column))) {
                  set(header.row(), header.place(column), Cell.text(column.header()));
                }
              });
      header = HeaderMap.locate(charter, state, snapshot.withRows(rows));
    }

    /** A number that is hidden is known by the tag of its row. */
    private void numbers() {
      int key = header.place(charter.layout().column(Layout.NUMBER));
      for (int i = 0; i < rows.size(); i++) {
        String tag = rows.get(i).tag();
        boolean known = !tag.equals(Tag.HEADER) && charter.byNumber().containsKey(tag);
        if (known && isHidden(i, key)) {
          set(i, key, Cell.text(tag));
        }
      }
    }

    private void fill(SignedRow row, int index, Map<String, List<String>> hidden, List<Back> back) {
      List<String> before = state.margins().merged().getOrDefault(row.number(), List.of());
      for (Column column : charter.contentColumns()) {
        int place = header.place(column);
        Cell seen = state.row(row).seen(column.key());
        if (hides(index, place) && snapshot.rows().get(index).cell(place).isBlank()) {
          set(index, place, seen);
          hidden.computeIfAbsent(row.number(), number -> new ArrayList<>()).add(column.key());
        } else if (before.contains(column.key()) && isEmpty(index, place) && !seen.isBlank()) {
          set(index, place, seen);
          back.add(new Back(row.number(), index, column, seen));
        }
      }
    }

    private boolean isHidden(int row, int place) {
      return hides(row, place) && isEmpty(row, place);
    }

    private boolean isEmpty(int row, int place) {
      return snapshot.rows().get(row).cell(place).isBlank();
    }

    private boolean hides(int row, int place) {
      return snapshot.merges().stream().anyMatch(merge -> merge.hides(row, place));
    }

    private void set(int row, int place, Cell value) {
      List<Cell> cells = new ArrayList<>(rows.get(row).cells());
      while (cells.size() <= place) {
        cells.add(Cell.EMPTY);
      }
      cells.set(place, value);
      rows.set(row, rows.get(row).withCells(cells));
    }
  }
}
