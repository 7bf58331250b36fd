package org.sverka.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the table that {@code values.append} continues: the last block of neighbouring cells that
 * the range touches.
 */
final class TableFinder {
  private static final Comparator<GridRange> BY_END =
      Comparator.comparingInt(GridRange::endRow).thenComparingInt(GridRange::endColumn);
  private static final Comparator<GridRange> BY_START =
      Comparator.comparingInt(GridRange::startRow).thenComparingInt(GridRange::startColumn);

  private TableFinder() {}

  /**
   * The table, or nothing where the range touches none. Says 501 where it is open which of two is
   * the last.
   */
  static Optional<GridRange> find(Tab tab, GridRange range) {
    List<GridRange> touched = blocks(tab).stream().filter(range::intersects).toList();
    Optional<GridRange> last = touched.stream().max(BY_END);
    if (!last.equals(touched.stream().max(BY_START))) {
      throw ApiException.unsupported("append to a range with several tables side by side");
    }
    return last;
  }

  private static List<GridRange> blocks(Tab tab) {
    List<GridRange> done = new ArrayList<>();
    List<GridRange> open = new ArrayList<>();
    for (int r = 0; r < tab.rowCount(); r++) {
      for (GridRange run : runs(tab, r)) {
        join(open, run);
      }
      int row = r;
      // What does not reach this row can grow no more.
      open.removeIf(block -> block.endRow() <= row && done.add(block));
    }
    done.addAll(open);
    return done;
  }

  /** The stretches of filled cells in one row. */
  private static List<GridRange> runs(Tab tab, int row) {
    List<GridRange> runs = new ArrayList<>();
    int size = tab.rows().get(row).cells().size();
    int start = -1;
    for (int c = 0; c <= size; c++) {
      boolean filled = c < size && tab.cell(row, c).entered() != null;
      if (filled && start < 0) {
        start = c;
      } else if (!filled && start >= 0) {
        runs.add(new GridRange(tab.id(), row, row + 1, start, c));
        start = -1;
      }
    }
    return runs;
  }

  private static void join(List<GridRange> blocks, GridRange fresh) {
    GridRange grown = fresh;
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < blocks.size(); i++) {
        if (touches(blocks.get(i), grown)) {
          grown = union(blocks.remove(i), grown);
          again = true;
          break;
        }
      }
    }
    blocks.add(grown);
  }

  private static boolean touches(GridRange one, GridRange two) {
    return one.startRow() <= two.endRow()
        && two.startRow() <= one.endRow()
        && one.startColumn() <= two.endColumn()
        && two.startColumn() <= one.endColumn();
  }

  private static GridRange union(GridRange one, GridRange two) {
    return new GridRange(
        one.sheetId(),
        Math.min(one.startRow(), two.startRow()),
        Math.max(one.endRow(), two.endRow()),
        Math.min(one.startColumn(), two.startColumn()),
        Math.max(one.endColumn(), two.endColumn()));
  }
}
