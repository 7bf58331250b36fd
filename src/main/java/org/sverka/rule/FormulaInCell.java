package org.sverka.rule;

import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/**
 * A working column holds values, not formulas, even if a formula gives a fine value; nor a text
 * that would be one wherever it is pasted.
 */
public final class FormulaInCell implements CellRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    return CellRule.isFormula(cell)
        ? List.of(finding(column.key(), column.header(), Excerpt.of(cell)))
        : List.of();
  }
}
