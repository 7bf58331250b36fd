package org.sverka.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetChange;

/** Where things are once a batch is through, which itself inserts rows and columns on the way. */
final class Landing {
  private final List<SheetChange> changes;
  private final List<Landed> cells = new ArrayList<>();
  private final Set<Integer> newColumns = new HashSet<>();
  private final Map<Integer, String> tagged = new HashMap<>();

  private Landing(List<SheetChange> changes) {
    this.changes = changes;
  }

  /**
   * A cell that the batch has written.
   *
   * @param replaced its place among the batch's {@link SheetChange.Replace}; -1 for other writes
   */
  record Landed(int row, int column, Cell value, int replaced) {}

  static Landing of(List<SheetChange> changes) {
    Landing landing = new Landing(changes);
    landing.run();
    return landing;
  }

  /** The cells that were written, each once for each time. */
  List<Landed> cells() {
    return cells;
  }

  /** The columns that the batch has inserted. */
  Set<Integer> newColumns() {
    return newColumns;
  }

  /** The columns that the batch has tagged, with their tags. */
  Map<Integer, String> tagged() {
    return tagged;
  }

  /** Where a row is that was there before the batch. */
  int row(int before) {
    return row(0, before);
  }

  /** Where a column is that was there before the batch. */
  int column(int before) {
    return column(0, before);
  }

  private void run() {
    int replaced = 0;
    for (int step = 0; step < changes.size(); step++) {
      SheetChange change = changes.get(step);
      if (change instanceof SheetChange.InsertColumn insert) {
        newColumns.add(column(step + 1, insert.column()));
      } else if (change instanceof SheetChange.TagColumn tag) {
        tagged.put(column(step, tag.column()), tag.value());
      } else if (change instanceof SheetChange.SetText set) {
        land(step, set.row(), set.column(), Cell.text(set.text()), -1);
      } else if (change instanceof SheetChange.SetNumber set) {
        land(step, set.row(), set.column(), Writes.number(set.number()), -1);
      } else if (change instanceof SheetChange.Replace replace) {
        land(step, replace.row(), replace.column(), replace.value(), replaced++);
      }
    }
  }

  private void land(int step, int row, int column, Cell value, int replaced) {
    cells.add(new Landed(row(step, row), column(step, column), value, replaced));
  }

  private int row(int step, int at) {
    int row = at;
    for (int i = step; i < changes.size(); i++) {
      if (changes.get(i) instanceof SheetChange.InsertRow insert && insert.row() <= row) {
        row++;
      }
    }
    return row;
  }

  private int column(int step, int at) {
    int column = at;
    for (int i = step; i < changes.size(); i++) {
      if (changes.get(i) instanceof SheetChange.InsertColumn insert && insert.column() <= column) {
        column++;
      }
    }
    return column;
  }
}
