package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/** A rule about each working cell of a measure on its own. */
interface CellRule extends RowRule {
  /**
   * What is wrong with the cell, which is not empty: all of it, so that nobody mends one thing to
   * be told of the next.
   */
  List<Finding> check(Column column, Cell cell);

  @Override
  default List<Finding> check(RowView row) {
    List<Finding> findings = new ArrayList<>();
    if (!row.heading()) {
      for (Column column : row.layout().columns(Column.Kind.WORKING)) {
        Cell cell = row.cell(column);
        if (!cell.isEmpty()) {
          findings.addAll(check(column, cell));
        }
      }
    }
    return findings;
  }

  /** The same thing found at these places of a cell, if at any: one finding that names them all. */
  default List<Finding> found(Column column, List<String> places) {
    return switch (places.size()) {
      case 0 -> List.of();
      case 1 -> List.of(finding(column.key(), column.header(), places.get(0)));
      default ->
          List.of(
              variant("many", severity(), column.key(), column.header(), Excerpt.listed(places)));
    };
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
