package org.sverka.rule;

import java.util.Optional;
import java.util.Set;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** A day of completion stands only where the status says that something was completed. */
public final class DateWithoutDone implements StatusRule {
  private static final Set<String> WITH_DATE = Set.of(DONE, RECURRING);

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    return row.working(Layout.COMPLETED_ON)
        .filter(date -> !value.isEmpty() && !WITH_DATE.contains(value))
        .filter(date -> !row.cell(date).isBlank())
        .map(
            date ->
                finding(
                    row.charged(date, status).key(),
                    date.header(),
                    StatusRule.label(status, value),
                    StatusRule.label(status, DONE)));
  }
}
