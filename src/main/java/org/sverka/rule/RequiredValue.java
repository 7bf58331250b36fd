package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Column;

/**
 * A column that the roadmap's Table Schema calls required is not emptied once something stood in
 * it. Where nothing ever did, that is but worth a note.
 */
public final class RequiredValue implements RowRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(RowView row) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : row.layout().columns(Column.Kind.WORKING)) {
      if (column.required() && !row.heading() && row.cell(column).isBlank()) {
        findings.add(
            row.past().value(column.key()).isEmpty()
                ? variant("never", Severity.NOTE, column.key(), column.header())
                : finding(column.key(), column.header()));
      }
    }
    return findings;
  }
}
