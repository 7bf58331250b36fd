package org.sverka.rule;

import java.net.URI;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** A rule about the hosts that the links of a measure name. No link is ever followed. */
interface LinkRule extends CellRule {
  /** What is wrong with a host, as a link spells it. */
  Optional<Finding> check(Column column, String host);

  @Override
  default Optional<Finding> check(Column column, Cell cell) {
    return column.type() instanceof ColumnType.Links && CellRule.isPlain(cell)
        ? cell.text()
            .lines()
            .map(String::strip)
            .filter(PublicForm::isLink)
            .map(LinkRule::host)
            .distinct()
            .flatMap(host -> check(column, host).stream())
            .findFirst()
        : Optional.empty();
  }

  private static String host(String link) {
    String authority = URI.create(link).getRawAuthority();
    int port = authority.indexOf(':');
    return port < 0 ? authority : authority.substring(0, port);
  }
}
