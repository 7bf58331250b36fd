package org.sverka.rule;

import java.net.URI;
import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A rule about the hosts that the links of a measure name. No link is ever followed. */
interface LinkRule extends CellRule {
  /** Whether something is wrong with a host, as a link spells it. */
  boolean concerns(String host);

  @Override
  default List<Finding> check(Column column, Cell cell) {
    if (!(column.type() instanceof ColumnType.Links) || !CellRule.isPlain(cell)) {
      return List.of();
    }
    return found(
        column,
        cell.text()
            .lines()
            .map(String::strip)
            .filter(PublicForm::isLink)
            .map(LinkRule::host)
            .distinct()
            .filter(this::concerns)
            .map(Excerpt::of)
            .distinct()
            .toList());
  }

  private static String host(String link) {
    String authority = URI.create(link).getRawAuthority();
    int port = authority.indexOf(':');
    return port < 0 ? authority : authority.substring(0, port);
  }
}
