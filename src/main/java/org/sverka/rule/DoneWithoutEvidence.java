package org.sverka.rule;

import java.util.Optional;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** A measure that is said to be carried out has at least one link that shows it. */
public final class DoneWithoutEvidence implements StatusRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    return row.working(Layout.EVIDENCE)
        .filter(evidence -> value.equals(DONE) && row.cell(evidence).isBlank())
        .map(
            evidence ->
                finding(
                    row.charged(status, evidence).key(),
                    status.header(),
                    StatusRule.label(status, value),
                    evidence.header()));
  }
}
