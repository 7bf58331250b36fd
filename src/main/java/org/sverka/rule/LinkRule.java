package org.sverka.rule;

import java.net.URI;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A rule about the hosts that the links of a measure name. No link is ever followed. */
interface LinkRule extends CellRule {
  /** What is wrong with a link whose host, as the link spells it, is that. */
  Optional<Finding> check(Column column, String link, String host);

  @Override
  default Optional<Finding> check(Column column, Cell cell) {
    return column.type() instanceof ColumnType.Links && CellRule.isPlain(cell)
        ? cell.text()
            .lines()
            .map(String::strip)
            .filter(PublicForm::isLink)
            .flatMap(link -> check(column, link, host(link)).stream())
            .findFirst()
        : Optional.empty();
  }

  private static String host(String link) {
    String authority = URI.create(link).getRawAuthority();
    int port = authority.indexOf(':');
    return port < 0 ? authority : authority.substring(0, port);
  }
}
