package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A date column holds a date of the calendar. */
public final class ReadableDate implements CellRule {
  @Override
  public Optional<Finding> check(Column column, Cell cell) {
    return column.type() instanceof ColumnType.Date
            && CellRule.isPlain(cell)
            && PublicForm.of(column.type(), cell).isEmpty()
        ? Optional.of(finding(Severity.ERROR, column.key(), column.header(), Excerpt.of(cell)))
        : Optional.empty();
  }
}
