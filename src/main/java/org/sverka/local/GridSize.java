package org.sverka.local;

/** What sizes a grid may have. */
final class GridSize {
  private static final long MOST_CELLS = 10_000_000;

  private GridSize() {}

  static void require(int rows, int columns, int frozenRows, int frozenColumns) {
    if (rows < 1 || columns < 1) {
      throw ApiException.invalid("The grid must have at least one row and one column.");
    }
    if ((long) rows * columns > MOST_CELLS) {
      throw ApiException.invalid(
          "This action would increase the number of cells in the workbook above the limit of 10000000 cells.");
    }
    if (frozenRows < 0 || (frozenRows >= rows && frozenRows > 0)) {
      throw ApiException.invalid("You can't freeze all visible rows on the sheet.");
    }
    if (frozenColumns < 0 || (frozenColumns >= columns && frozenColumns > 0)) {
      throw ApiException.invalid("You can't freeze all visible columns on the sheet.");
    }
  }
}
