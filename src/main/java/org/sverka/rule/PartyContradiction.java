package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Column;

/** The parties do not tell opposite things of one measure. */
public final class PartyContradiction implements RowRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(RowView row) {
    List<Column> done = new ArrayList<>();
    List<Column> notStarted = new ArrayList<>();
    for (Column column : ProgressRule.columns(row)) {
      switch (Claim.of(row.cell(column).text())) {
        case DONE -> done.add(column);
        case NOT_STARTED -> notStarted.add(column);
        case NONE -> {}
      }
    }
    if (done.isEmpty() || notStarted.isEmpty()) {
      return List.of();
    }
    return List.of(
        finding(
            row.charged(done.get(0), notStarted.get(0)).key(),
            done.get(0).header(),
            notStarted.get(0).header()));
  }
}
