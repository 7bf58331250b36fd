package org.sverka.rule;

import java.util.List;
import java.util.Set;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.PublicForm;

/** Who finds a fault says what it is, beside the decision in the journal. */
public final class ReviewWithoutReason implements RowRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(RowView row) {
    Column decision = row.layout().column(JournalLayout.REVIEWED);
    Column note = row.layout().column(JournalLayout.NOTE);
    Set<String> faults = JournalLayout.faults();
    boolean lacks =
        PublicForm.of(decision.type(), row.cell(decision)).filter(faults::contains).isPresent()
            && row.cell(note).isBlank();
    return lacks
        ? List.of(
            finding(decision.key(), decision.header(), row.cell(decision).text(), note.header()))
        : List.of();
  }
}
