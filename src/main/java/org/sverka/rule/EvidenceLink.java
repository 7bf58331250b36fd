package org.sverka.rule;

import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A column of links holds nothing but https links to public hosts, one a line. */
public final class EvidenceLink implements CellRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    if (!(column.type() instanceof ColumnType.Links links)
        || !CellRule.isPlain(cell)
        || cell.text().length() > links.maxLength()
        || PublicForm.of(links, cell).isPresent()) {
      return List.of();
    }
    List<String> wrong =
        cell.text()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !PublicForm.isLink(line))
            .map(Excerpt::of)
            .distinct()
            .toList();
    return found(column, wrong.isEmpty() ? List.of(Excerpt.of(cell)) : wrong);
  }
}
