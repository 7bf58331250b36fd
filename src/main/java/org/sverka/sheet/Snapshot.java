package org.sverka.sheet;

import java.util.List;
import java.util.Map;

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
 * @param merges cells that have been made one
 */
public record Snapshot(
    int sheetId,
    String title,
    int rowCount,
    int columnCount,
    List<String> columnTags,
    List<Row> rows,
    List<Merge> merges) {
  public Snapshot {
    columnTags = List.copyOf(columnTags);
    rows = List.copyOf(rows);
    merges = List.copyOf(merges);
  }

  /** A tab without merged cells. */
  public Snapshot(
      int sheetId,
      String title,
      int rowCount,
      int columnCount,
      List<String> columnTags,
      List<Row> rows) {
    this(sheetId, title, rowCount, columnCount, columnTags, rows, List.of());
  }

  /** The same tab with other rows. */
  public Snapshot withRows(List<Row> others) {
    return new Snapshot(sheetId, title, rowCount, columnCount, columnTags, others, merges);
  }

  /**
   * Cells that have been made one: all but the first, top left, hold nothing. Indexes count from 0,
   * the ends are not included.
   */
  public record Merge(int startRow, int endRow, int startColumn, int endColumn) {
    /** Whether the cell is one of them and not the first. */
    public boolean hides(int row, int column) {
      boolean inside =
          row >= startRow && row < endRow && column >= startColumn && column < endColumn;
      return inside && (row > startRow || column > startColumn);
    }
  }

  /**
   * A physical row.
   *
   * @param tag the value of its developer metadata {@link Tag#ROW}; empty for none
   * @param cells from the left; what is not there is empty
   * @param links where cells lead that are links as a whole, by column
   */
  public record Row(String tag, List<Cell> cells, Map<Integer, String> links) {
    public Row {
      cells = List.copyOf(cells);
      links = Map.copyOf(links);
    }

    /** A row without links. */
    public Row(String tag, List<Cell> cells) {
      this(tag, cells, Map.of());
    }

    /** The same row with other cells. */
    public Row withCells(List<Cell> others) {
      return new Row(tag, others, links);
    }

    /** The cell in a physical column, counted from 0. */
    public Cell cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }
}
