package org.sverka.rule;

import java.util.List;
import org.sverka.sheet.Layout;

/**
 * What shows that a measure is carried out: its day and its evidence. As long as the site can show
 * none of one, because what stands there is held, it does not say that the measure is done.
 */
public final class Proof {
  private Proof() {}

  /** The findings, of those about a row, for which its status is held too. */
  public static List<Finding> lacking(RowView row, List<Finding> findings) {
    boolean done =
        row.working(Layout.STATUS)
            .filter(status -> row.value(status).equals(StatusRule.DONE))
            .isPresent();
    return done
        ? findings.stream()
            .filter(finding -> isOfProof(finding) && isUnproven(row, finding))
            .toList()
        : List.of();
  }

  private static boolean isOfProof(Finding finding) {
    return finding.severity() == Severity.ERROR
        && List.of(Layout.COMPLETED_ON, Layout.EVIDENCE).contains(finding.column());
  }

  private static boolean isUnproven(RowView row, Finding finding) {
    return row.past().value(finding.column()).isEmpty();
  }
}
