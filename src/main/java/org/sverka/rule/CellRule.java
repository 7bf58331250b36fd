package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/** A rule about each working cell of a measure on its own. */
interface CellRule extends RowRule {
  /** What is wrong with the cell, which is not empty. */
  Optional<Finding> check(Column column, Cell cell);

  @Override
  default List<Finding> check(RowView row) {
    List<Finding> findings = new ArrayList<>();
    if (!row.heading()) {
      for (Column column : row.layout().columns(Column.Kind.WORKING)) {
        Cell cell = row.cell(column);
        if (!cell.isEmpty()) {
          check(column, cell).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** Whether a cell holds a value of its own, no formula and no error. */
  static boolean isPlain(Cell cell) {
    return cell.kind() != Cell.Kind.ERROR && !isFormula(cell);
  }

  /** Whether it is a formula, or a text that would be one wherever it is pasted. */
  static boolean isFormula(Cell cell) {
    // The site shows a text without the spaces before it.
    return cell.kind() == Cell.Kind.FORMULA || cell.text().stripLeading().startsWith("=");
  }
}
