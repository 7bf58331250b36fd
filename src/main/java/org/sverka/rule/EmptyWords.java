package org.sverka.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.text.Texts;

/**
 * A report on progress says something: no dash, no «нет», no number alone, not the measure's own
 * text again.
 */
public final class EmptyWords implements ProgressRule {
  private static final Set<String> NOTHING =
      Set.of(
          "нет",
          "нету",
          "да",
          "ок",
          "ok",
          "н/д",
          "нет данных",
          "без изменений",
          "см. выше",
          "то же",
          "отсутствует",
          "не имеется",
          "тест",
          "test");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  /** The table makes a number of a date or a percentage; it is not what was typed. */
  @Override
  public List<Finding> check(RowView row) {
    return Stream.concat(
            ProgressRule.super.check(row).stream(),
            ProgressRule.columns(row).stream()
                .filter(column -> isValue(row.cell(column)))
                .map(column -> variant("value", Severity.ERROR, column.key(), column.header())))
        .toList();
  }

  private static boolean isValue(Cell cell) {
    return cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.BOOLEAN;
  }

  @Override
  public Optional<Finding> check(RowView row, Column column, String text) {
    if (Texts.key(row.signed().getOrDefault(Layout.TEXT, "")).equals(text)) {
      return Optional.of(variant("repeated", Severity.WARNING, column.key(), column.header()));
    }
    String bare = withoutMarks(text);
    return bare.isEmpty() || NOTHING.contains(bare)
        ? Optional.of(finding(column.key(), column.header(), Excerpt.of(text)))
        : Optional.empty();
  }

  /** Without the dots, dashes and the like at its ends. */
  private static String withoutMarks(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
