package org.sverka.sheet;

import java.util.List;

/**
 * All of the tab at one moment, complete or not at all: a gateway that could not read everything
 * throws instead.
 *
 * @param sheetId the tab's own id, which survives renaming and moving
 * @param title the tab's title at that moment
 * @param columnTags per physical column, from the left, the value of its developer metadata {@link
 *     Tag#COLUMN}, empty for none; may be shorter than a row
 * @param rows every row of the grid down to the last that holds anything or has a tag, in order
 * @param rowCount rows of the grid, filled or not
 * @param columnCount columns of the grid, filled or not
 */
public record Snapshot(
    int sheetId,
    String title,
    int rowCount,
    int columnCount,
    List<String> columnTags,
    List<Row> rows) {
  public Snapshot {
    columnTags = List.copyOf(columnTags);
    rows = List.copyOf(rows);
  }

  /**
   * A physical row.
   *
   * @param tag the value of its developer metadata {@link Tag#ROW}; empty for none
   * @param cells from the left; what is not there is empty
   */
  public record Row(String tag, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell in a physical column, counted from 0. */
    public Cell cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }
}
