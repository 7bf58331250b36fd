package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Grid and dimension ranges in JSON. A tab id of zero is left out, as Google leaves it out. */
final class Ranges {
  private Ranges() {}

  /** Reads a grid range; its tab must be there. */
  static GridRange grid(Params given, WorkbookDraft book) {
    GridRange range = read(given);
    book.requireTab(range.sheetId());
    return range;
  }

  static GridRange read(Params given) {
    GridRange range =
        new GridRange(
            given.integer("sheetId", 0),
            given.integer("startRowIndex", GridRange.OPEN),
            given.integer("endRowIndex", GridRange.OPEN),
            given.integer("startColumnIndex", GridRange.OPEN),
            given.integer("endColumnIndex", GridRange.OPEN));
    requireOrder("RowIndex", given, range.startRow(), range.endRow());
    requireOrder("ColumnIndex", given, range.startColumn(), range.endColumn());
    return range;
  }

  private static void requireOrder(String name, Params given, int start, int end) {
    if ((given.has("start" + name) && start < 0) || (given.has("end" + name) && end < 0)) {
      throw ApiException.invalid("Range indexes may not be negative.");
    }
    if (end != GridRange.OPEN && end <= Math.max(start, 0)) {
      throw ApiException.invalid(
          "GridRange end"
              + name
              + "["
              + end
              + "] must be after start"
              + name
              + "["
              + Math.max(start, 0)
              + "]");
    }
  }

  /** The part on the grid. Says 400 where the range begins outside of it. */
  static GridRange onGrid(TabDraft tab, GridRange range) {
    if (range.top() >= tab.rowCount() || range.left() >= tab.columnCount()) {
      throw ApiException.invalid(
          "Range exceeds grid limits. Max rows: "
              + tab.rowCount()
              + ", max columns: "
              + tab.columnCount());
    }
    return new GridRange(
        tab.id(),
        range.top(),
        range.bottom(tab.rowCount()),
        range.left(),
        range.right(tab.columnCount()));
  }

  static ObjectNode json(GridRange range) {
    ObjectNode json = Json.object();
    putId(json, range.sheetId());
    put(json, "startRowIndex", range.startRow());
    put(json, "endRowIndex", range.endRow());
    put(json, "startColumnIndex", range.startColumn());
    put(json, "endColumnIndex", range.endColumn());
    return json;
  }

  private static void putId(ObjectNode json, int sheetId) {
    if (sheetId != 0) {
      json.put("sheetId", sheetId);
    }
  }

  private static void put(ObjectNode json, String name, int edge) {
    if (edge != GridRange.OPEN) {
      json.put(name, edge);
    }
  }

  /** Reads back what {@link #json} wrote. */
  static GridRange stored(ObjectNode json) {
    return read(new Params(json, ""));
  }

  /**
   * Some lines of one tab.
   *
   * @param start the first, or 0 where none was given
   * @param end the one after the last, or {@link GridRange#OPEN}
   */
  record Lines(int sheetId, Dimension dimension, int start, int end) {

    static Lines read(Params given) {
      int sheetId = given.integer("sheetId", 0);
      Dimension dimension =
          given
              .word("dimension", Dimension.class)
              .orElseThrow(() -> ApiException.invalid("No dimension specified."));
      int start = given.integer("startIndex", 0);
      int end = given.integer("endIndex", GridRange.OPEN);
      if (start < 0 || (given.has("endIndex") && end <= start)) {
        throw ApiException.invalid("endIndex[" + end + "] must be after startIndex[" + start + "]");
      }
      return new Lines(sheetId, dimension, start, end);
    }

    /** The end on this tab. Says 400 where the lines reach beyond the grid. */
    int endOn(TabDraft tab) {
      return endWithin(tab.rowCount(), tab.columnCount());
    }

    int endOn(Tab tab) {
      return endWithin(tab.rowCount(), tab.columnCount());
    }

    private int endWithin(int rows, int columns) {
      int count = dimension == Dimension.ROWS ? rows : columns;
      int last = end == GridRange.OPEN ? count : end;
      if (start >= count || last > count) {
        throw ApiException.invalid(
            "Range exceeds grid limits. Max rows: " + rows + ", max columns: " + columns);
      }
      return last;
    }

    GridRange grid(int last) {
      return GridRange.whole(sheetId).along(dimension, start, last);
    }

    static ObjectNode json(int sheetId, Dimension dimension, int start, int end) {
      ObjectNode json = Json.object();
      putId(json, sheetId);
      return json.put("dimension", dimension.name()).put("startIndex", start).put("endIndex", end);
    }
  }
}
