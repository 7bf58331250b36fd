package org.sverka.local;

/**
 * A part of a tab: half-open, counted from zero, open where an edge is {@link #OPEN}.
 *
 * @param sheetId which tab
 */
record GridRange(int sheetId, int startRow, int endRow, int startColumn, int endColumn) {

  /** An edge that was not given: as far as the grid goes. */
  static final int OPEN = -1;

  static GridRange whole(int sheetId) {
    return new GridRange(sheetId, OPEN, OPEN, OPEN, OPEN);
  }

  int top() {
    return Math.max(startRow, 0);
  }

  int left() {
    return Math.max(startColumn, 0);
  }

  int bottom(int rowCount) {
    return endRow == OPEN ? rowCount : Math.min(endRow, rowCount);
  }

  int right(int columnCount) {
    return endColumn == OPEN ? columnCount : Math.min(endColumn, columnCount);
  }

  boolean intersects(GridRange other) {
    return sheetId == other.sheetId
        && overlap(startRow, endRow, other.startRow, other.endRow)
        && overlap(startColumn, endColumn, other.startColumn, other.endColumn);
  }

  private static boolean overlap(int start, int end, int otherStart, int otherEnd) {
    return (otherEnd == OPEN || start < otherEnd) && (end == OPEN || otherStart < end);
  }

  boolean contains(GridRange inner) {
    return sheetId == inner.sheetId
        && Math.max(startRow, 0) <= Math.max(inner.startRow, 0)
        && Math.max(startColumn, 0) <= Math.max(inner.startColumn, 0)
        && (endRow == OPEN || (inner.endRow != OPEN && inner.endRow <= endRow))
        && (endColumn == OPEN || (inner.endColumn != OPEN && inner.endColumn <= endColumn));
  }

  /** The same range with other edges along one dimension. */
  GridRange along(Dimension dimension, int start, int end) {
    return dimension == Dimension.ROWS
        ? new GridRange(sheetId, start, end, startColumn, endColumn)
        : new GridRange(sheetId, startRow, endRow, start, end);
  }

  int start(Dimension dimension) {
    return dimension == Dimension.ROWS ? startRow : startColumn;
  }

  int end(Dimension dimension) {
    return dimension == Dimension.ROWS ? endRow : endColumn;
  }
}
