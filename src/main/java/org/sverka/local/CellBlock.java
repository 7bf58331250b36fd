package org.sverka.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The cells of a range, taken out of the grid to be put down elsewhere. */
final class CellBlock {
  private final List<List<Cell>> rows;

  private CellBlock(List<List<Cell>> rows) {
    this.rows = rows;
  }

  static CellBlock read(TabDraft tab, GridRange part) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = part.startRow(); r < part.endRow(); r++) {
      List<Cell> row = new ArrayList<>();
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        row.add(tab.cell(r, c));
      }
      rows.add(row);
    }
    return new CellBlock(rows);
  }

  int height() {
    return rows.size();
  }

  int width() {
    return rows.get(0).size();
  }

  Cell cell(int row, int column) {
    return rows.get(row).get(column);
  }

  boolean any(Predicate<Cell> condition) {
    return rows.stream().anyMatch(row -> row.stream().anyMatch(condition));
  }

  /** Declines to carry what no source says how it is carried. */
  void requireNone(Predicate<Cell> condition, String what) {
    if (any(condition)) {
      throw ApiException.unsupported(what);
    }
  }

  /** Rows become columns. */
  CellBlock turned() {
    List<List<Cell>> turned = new ArrayList<>();
    for (int c = 0; c < width(); c++) {
      int column = c;
      turned.add(rows.stream().map(row -> row.get(column)).toList());
    }
    return new CellBlock(turned);
  }

  /** Puts the cells down with a corner on a cell. */
  void write(TabDraft tab, int top, int left) {
    for (int r = 0; r < height(); r++) {
      for (int c = 0; c < width(); c++) {
        tab.put(top + r, left + c, cell(r, c));
      }
    }
  }

  static boolean hasReferences(Cell cell) {
    return cell.entered() instanceof CellValue.Formula formula
        && FormulaReferences.any(formula.source());
  }

  /** Whether there is more to the cell than its value. */
  static boolean isDressed(Cell cell) {
    return !cell.withEntered(null).isBlank();
  }

  static void blank(TabDraft tab, GridRange part) {
    for (int r = part.startRow(); r < part.endRow(); r++) {
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        tab.put(r, c, Cell.BLANK);
      }
    }
  }
}
