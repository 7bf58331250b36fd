package org.sverka.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people in Russia write them. */
public final class Moments {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);

  private Moments() {}

  /** Such as {@code 23.11.2026 14:05}, by the clocks of that zone. */
  public static String minute(Instant moment, ZoneId zone) {
    return MINUTE.format(moment.atZone(zone));
  }
}
