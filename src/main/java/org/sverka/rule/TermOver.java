package org.sverka.rule;

import java.util.Optional;
import java.util.Set;
import org.sverka.sheet.Column;

/** A measure whose term is over is carried out, or its status says why not. */
public final class TermOver implements StatusRule, CalendarRule {
  private static final Set<String> ENDED = Set.of(DONE, RECURRING);

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    return row.today().getYear() > row.term().to() && !ENDED.contains(value)
        ? Optional.of(
            finding(
                status.key(), status.header(), row.term().text(), StatusRule.label(status, value)))
        : Optional.empty();
  }
}
