package org.sverka.local;

import java.util.List;

/**
 * Which cells an editor may change. Sverka's own page is the only person here, so what it may do to
 * whole rows is ours to say: a protected band of columns does not hinder rows from being inserted,
 * deleted, moved or sorted, a protected row does.
 */
final class Protection {
  private static final Protection NONE = new Protection(List.of());

  private final List<ProtectedRange> hard;

  private Protection(List<ProtectedRange> hard) {
    this.hard = hard;
  }

  static Protection of(Editor editor, List<ProtectedRange> ranges) {
    return editor == Editor.SERVICE
        ? NONE
        : new Protection(ranges.stream().filter(range -> !range.warningOnly()).toList());
  }

  void requireCell(int sheetId, int row, int column) {
    if (!hard.isEmpty()) {
      requireRange(new GridRange(sheetId, row, row + 1, column, column + 1));
    }
  }

  void requireRange(GridRange wanted) {
    for (ProtectedRange range : hard) {
      if (range.covers(wanted)) {
        throw ApiException.isProtected(range.description());
      }
    }
  }

  /** For changes that take whole lines along. */
  void requireLines(GridRange lines, Dimension dimension) {
    for (ProtectedRange range : hard) {
      boolean band = range.range().end(dimension) == GridRange.OPEN && dimension == Dimension.ROWS;
      boolean free = band && range.range().startColumn() != GridRange.OPEN;
      if (!free && range.range().intersects(lines)) {
        throw ApiException.isProtected(range.description());
      }
    }
  }

  /** For changes of the tab itself, or of its protection. */
  void requireOwner() {
    if (!hard.isEmpty()) {
      throw ApiException.isProtected(hard.get(0).description());
    }
  }
}
