package org.sverka.local;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a grid.
 *
 * @param key names the row in the store for as long as it lives, wherever it stands; 0 for a row
 *     that was never written
 * @param cells its cells from column A on, without blank ones at the end
 * @param line what belongs to the row as a whole
 */
record Row(long key, List<Cell> cells, Line line) {

  static final Row BLANK = new Row(0, List.of(), Line.PLAIN);

  Row {
    int size = cells.size();
    while (size > 0 && cells.get(size - 1).isBlank()) {
      size--;
    }
    cells = List.copyOf(cells.subList(0, size));
  }

  boolean isBlank() {
    return cells.isEmpty() && line.equals(Line.PLAIN);
  }

  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.BLANK;
  }

  Row withCell(int column, Cell cell) {
    List<Cell> next = new ArrayList<>(cells);
    while (next.size() <= column) {
      next.add(Cell.BLANK);
    }
    next.set(column, cell);
    return new Row(key, next, line);
  }

  Row withCells(List<Cell> value) {
    return new Row(key, value, line);
  }

  Row withLine(Line value) {
    return new Row(key, cells, value);
  }

  Row withKey(long value) {
    return new Row(value, cells, line);
  }
}
