package org.sverka.rule;

import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;

/** A text is no longer than its column allows. */
public final class TextLength implements CellRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /** How many characters a column takes. */
  static int limit(ColumnType type) {
    if (type instanceof ColumnType.Text text) {
      return text.maxLength();
    }
    return type instanceof ColumnType.Links links ? links.maxLength() : 200;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    int limit = limit(column.type());
    int length = cell.text().length();
    return length > limit
        ? List.of(finding(column.key(), column.header(), length, limit))
        : List.of();
  }
}
