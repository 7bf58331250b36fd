package org.sverka.rule;

import java.time.LocalDate;
import java.util.Optional;
import org.sverka.sheet.Column;

/** A day of completion lies within the term of its measure. */
public final class DateInTerm implements DateRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<Finding> check(RowView row, Column column, LocalDate day) {
    boolean within = day.getYear() >= row.term().from() && day.getYear() <= row.term().to();
    return within || day.isAfter(row.today())
        ? Optional.empty()
        : Optional.of(
            finding(column.key(), column.header(), RussianDay.of(day), row.term().text()));
  }
}
