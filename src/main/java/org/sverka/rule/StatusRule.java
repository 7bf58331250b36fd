package org.sverka.rule;

import java.util.List;
import java.util.Optional;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType.Choice;
import org.sverka.sheet.ColumnType.Option;
import org.sverka.sheet.Layout;

/** A rule that asks what the status of a measure says together with the rest of its row. */
interface StatusRule extends RowRule {
  /** The value of a status that says the measure is carried out. */
  String DONE = "done";

  /** The value of one that says it is carried out anew each year. */
  String RECURRING = "recurring";

  /** The value of one that says it was put off. */
  String POSTPONED = "postponed";

  /** The value of one that says nothing was begun. */
  String NOT_STARTED = "not-started";

  /**
   * What is wrong.
   *
   * @param status the column
   * @param value the key of what stands in it; the first of the list for an empty cell, the empty
   *     text for what is not in the list
   */
  Optional<Finding> check(RowView row, Column status, String value);

  @Override
  default List<Finding> check(RowView row) {
    return row
        .working(Layout.STATUS)
        .flatMap(status -> check(row, status, value(row, status)))
        .stream()
        .toList();
  }

  /** The key of what stands as status. */
  private static String value(RowView row, Column status) {
    boolean empty = row.cell(status).isBlank();
    return empty && status.type() instanceof Choice choice
        ? choice.options().get(0).key()
        : row.value(status);
  }

  /** How a value is called in the sheet. */
  static String label(Column status, String value) {
    return status.type() instanceof Choice choice
        ? choice.options().stream()
            .filter(option -> option.key().equals(value))
            .map(Option::label)
            .findFirst()
            .orElse(value)
        : value;
  }
}
