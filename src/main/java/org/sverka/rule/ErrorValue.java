package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/** A working column does not hold an error value such as {@code #REF!}. */
public final class ErrorValue implements CellRule {
  @Override
  public Optional<Finding> check(Column column, Cell cell) {
    return cell.kind() == Cell.Kind.ERROR
        ? Optional.of(finding(Severity.ERROR, column.key(), column.header(), Excerpt.of(cell)))
        : Optional.empty();
  }
}
