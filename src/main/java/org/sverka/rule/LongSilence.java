package org.sverka.rule;

import java.util.Optional;
import java.util.Set;
import org.sverka.sheet.Column;

/** While its term runs, there is word of a measure at least every half year. */
public final class LongSilence implements StatusRule, CalendarRule {
  private static final int MONTHS = 6;
  private static final Set<String> ENDED = Set.of(DONE, RECURRING);

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public Optional<Finding> check(RowView row, Column status, String value) {
    boolean running =
        row.today().getYear() >= row.term().from() && row.today().getYear() <= row.term().to();
    boolean silent =
        row.past().since().plusMonths(MONTHS).isBefore(row.today())
            && row.layout().columns(Column.Kind.WORKING).stream().noneMatch(row::isNew);
    return running && silent && !ENDED.contains(value)
        ? Optional.of(finding("", RussianDay.of(row.past().since())))
        : Optional.empty();
  }
}
