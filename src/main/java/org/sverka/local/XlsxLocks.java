package org.sverka.local;

import java.util.List;

/**
 * Which cells of a tab are locked in a file: all that a protected range covers, also where it only
 * warns, since a file can't ask back.
 */
final class XlsxLocks {
  private final List<ProtectedRange> ranges;
  private final int sheetId;
  private final boolean[] ofColumns;
  private List<ProtectedRange> last = List.of();
  private boolean[] ofLast;

  XlsxLocks(Tab tab) {
    this.ranges = tab.protectedRanges();
    this.sheetId = tab.id();
    this.ofColumns = new boolean[tab.columnCount()];
    this.ofLast = new boolean[tab.columnCount()];
    boolean[] bottom = row(tab.rowCount() - 1);
    System.arraycopy(bottom, 0, ofColumns, 0, bottom.length);
  }

  boolean any() {
    return !ranges.isEmpty();
  }

  /** How the columns are locked where nothing is written: as the last row is. */
  boolean[] columns() {
    return ofColumns;
  }

  /** How the cells of that row are locked. */
  boolean[] row(int row) {
    GridRange whole = new GridRange(sheetId, row, row + 1, 0, ofColumns.length);
    List<ProtectedRange> here =
        ranges.stream().filter(range -> range.range().intersects(whole)).toList();
    boolean plain = here.stream().allMatch(range -> range.unprotected().isEmpty());
    if (!plain || !here.equals(last)) {
      last = here;
      ofLast = new boolean[ofColumns.length];
      for (int column = 0; column < ofLast.length; column++) {
        ofLast[column] = isLocked(here, row, column);
      }
    }
    return ofLast;
  }

  private boolean isLocked(List<ProtectedRange> here, int row, int column) {
    GridRange cell = new GridRange(sheetId, row, row + 1, column, column + 1);
    return here.stream().anyMatch(range -> range.covers(cell));
  }
}
