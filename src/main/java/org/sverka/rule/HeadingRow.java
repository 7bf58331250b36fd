package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Column;

/** Nothing is entered in the row of a section: it would never reach the site. */
public final class HeadingRow implements RowRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(RowView row) {
    List<Finding> findings = new ArrayList<>();
    if (row.heading()) {
      for (Column column : row.layout().columns(Column.Kind.WORKING)) {
        if (!row.cell(column).isEmpty()) {
          findings.add(finding(column.key(), column.header(), row.number()));
        }
      }
    }
    return findings;
  }
}
