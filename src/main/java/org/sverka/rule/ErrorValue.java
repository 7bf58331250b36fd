package org.sverka.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/** A working column does not hold an error value such as {@code #REF!}, nor the text of one. */
public final class ErrorValue implements CellRule {
  private static final Pattern SHOWN =
      Pattern.compile("#[\\p{Lu}/]{1,10}[!?]?|Loading\\.\\.\\.|Загрузка\\.\\.\\.");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    return cell.kind() == Cell.Kind.ERROR
            || (cell.text().length() <= 12 && SHOWN.matcher(cell.text().strip()).matches())
        ? List.of(finding(column.key(), column.header(), Excerpt.of(cell)))
        : List.of();
  }
}
