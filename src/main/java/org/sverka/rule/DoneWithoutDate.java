package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** A measure that is said to be carried out has the day on which it was. */
public final class DoneWithoutDate implements StatusRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    return row.working(Layout.COMPLETED_ON)
        .filter(date -> value.equals(DONE) && row.cell(date).isBlank())
        .map(
            date ->
                finding(
                    row.charged(status, date).key(),
                    status.header(),
                    StatusRule.label(status, value),
                    date.header()));
  }
}
