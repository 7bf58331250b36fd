package org.sverka.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A date column holds a date of the calendar, of which day, month and year can be told apart. */
public final class ReadableDate implements CellRule {
  private static final Pattern AMBIGUOUS =
      Pattern.compile("\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}|\\d{1,2}\\.\\d{1,2}\\.\\d{2}");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    if (!(column.type() instanceof ColumnType.Date)
        || !CellRule.isPlain(cell)
        || PublicForm.of(column.type(), cell).isPresent()) {
      return List.of();
    }
    Object[] words = {column.header(), Excerpt.of(cell)};
    return List.of(
        AMBIGUOUS.matcher(cell.text().strip()).matches()
            ? variant("ambiguous", Severity.ERROR, column.key(), words)
            : finding(column.key(), words));
  }
}
