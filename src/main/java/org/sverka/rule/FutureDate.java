package org.sverka.rule;

import java.time.LocalDate;
import java.util.Optional;
import org.sverka.sheet.Column;

/** Nothing was completed on a day that is yet to come. */
public final class FutureDate implements DateRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<Finding> check(RowView row, Column column, LocalDate day) {
    return day.isAfter(row.today())
        ? Optional.of(finding(column.key(), column.header(), RussianDay.of(day)))
        : Optional.empty();
  }
}
