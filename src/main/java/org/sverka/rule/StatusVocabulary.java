package org.sverka.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A column with a list of values, such as the status, holds one of them. */
public final class StatusVocabulary implements CellRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    if (column.type() instanceof ColumnType.Choice choice
        && CellRule.isPlain(cell)
        && PublicForm.of(choice, cell).isEmpty()) {
      String allowed =
          choice.options().stream()
              .map(option -> "«" + option.label() + "»")
              .collect(Collectors.joining(", "));
      Optional<String> meant =
          NearMiss.of(
              cell.text(), choice.options().stream().map(ColumnType.Option::label).toList());
      return List.of(
          meant
              .map(
                  word ->
                      variant(
                          "near",
                          Severity.ERROR,
                          column.key(),
                          column.header(),
                          Excerpt.of(cell),
                          word))
              .orElseGet(() -> finding(column.key(), column.header(), Excerpt.of(cell), allowed)));
    }
    return List.of();
  }
}
