package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Column;

/** Only a measure whose term has more than one year can be carried out each year. */
public final class RecurringTerm implements StatusRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    return value.equals(RECURRING) && row.term().from() == row.term().to()
        ? Optional.of(
            finding(
                status.key(), status.header(), StatusRule.label(status, value), row.term().text()))
        : Optional.empty();
  }
}
