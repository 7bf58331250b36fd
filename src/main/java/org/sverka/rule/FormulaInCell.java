package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/** A working column holds values, not formulas, even if a formula gives a fine value. */
public final class FormulaInCell implements CellRule {
  @Override
  public Optional<Finding> check(Column column, Cell cell) {
    return cell.kind() == Cell.Kind.FORMULA
        ? Optional.of(finding(Severity.ERROR, column.key(), column.header(), Excerpt.of(cell)))
        : Optional.empty();
  }
}
