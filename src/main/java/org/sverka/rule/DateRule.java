package org.sverka.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A rule about the days in a measure's date columns. */
interface DateRule extends RowRule {
  /** What is wrong with the day that stands in a column. */
  Optional<Finding> check(RowView row, Column column, LocalDate day);

  @Override
  default List<Finding> check(RowView row) {
    Stream<Column> columns =
        row.heading() ? Stream.empty() : row.layout().columns(Column.Kind.WORKING).stream();
    return columns
        .filter(column -> column.type() instanceof ColumnType.Date)
        .filter(column -> CellRule.isPlain(row.cell(column)))
        .flatMap(
            column ->
                PublicForm.date(row.cell(column)).stream()
                    .flatMap(day -> check(row, column, day).stream()))
        .toList();
  }
}
