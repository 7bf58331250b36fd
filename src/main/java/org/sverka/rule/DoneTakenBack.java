package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Column;

/** What the site has shown as carried out does not quietly become something else. */
public final class DoneTakenBack implements StatusRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    boolean was = row.past().value(status.key()).equals(DONE);
    return was && !value.isEmpty() && !value.equals(DONE)
        ? Optional.of(
            finding(
                status.key(),
                status.header(),
                StatusRule.label(status, DONE),
                StatusRule.label(status, value)))
        : Optional.empty();
  }
}
