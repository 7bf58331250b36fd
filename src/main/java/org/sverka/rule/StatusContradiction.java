package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Column;

/**
 * Status and reports can all be true at once: none says «исполнено» where another says «не начато».
 */
public final class StatusContradiction implements StatusRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    for (Column column : ProgressRule.columns(row)) {
      Claim claim = Claim.of(row.cell(column).text());
      boolean contradicts =
          (claim == Claim.DONE && (value.equals(NOT_STARTED) || value.equals(POSTPONED)))
              || (claim == Claim.NOT_STARTED && (value.equals(DONE) || value.equals(RECURRING)));
      if (contradicts) {
        return Optional.of(
            finding(
                row.charged(status, column).key(),
                status.header(),
                StatusRule.label(status, value),
                column.header()));
      }
    }
    return Optional.empty();
  }
}
