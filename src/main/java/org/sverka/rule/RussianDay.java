package org.sverka.rule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a day is written in messages, as in the sheet. */
final class RussianDay {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  private RussianDay() {}

  static String of(LocalDate day) {
    return DAY.format(day);
  }
}
