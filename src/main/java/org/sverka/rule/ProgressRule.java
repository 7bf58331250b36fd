package org.sverka.rule;

import java.util.List;
import java.util.Optional;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.text.Texts;

/** A rule about what the parties write of a measure's progress, each party on its own. */
interface ProgressRule extends RowRule {
  /**
   * What is wrong with a text.
   *
   * @param text as {@link Texts#key} has it, not empty
   */
  Optional<Finding> check(RowView row, Column column, String text);

  @Override
  default List<Finding> check(RowView row) {
    return columns(row).stream()
        .filter(column -> CellRule.isPlain(row.cell(column)) && !row.cell(column).isBlank())
        .flatMap(column -> check(row, column, Texts.key(row.cell(column).text())).stream())
        .toList();
  }

  /** The columns in which parties write of progress; none in a section's row. */
  static List<Column> columns(RowView row) {
    return row.layout().columns(Column.Kind.WORKING).stream()
        .filter(column -> !row.heading() && column.key().startsWith(Layout.PROGRESS))
        .toList();
  }
}
