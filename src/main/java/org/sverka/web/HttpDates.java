package org.sverka.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as HTTP writes them (RFC 9110, 5.6.7): {@code Mon, 23 Nov 2026 09:15:02 GMT}. The two forms
 * of old are read as well: {@code Monday, 23-Nov-26 09:15:02 GMT}, {@code Mon Nov 23 09:15:02
 * 2026}.
 */
final class HttpDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A day below ten has a blank before it. */
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int HALF_A_CENTURY = 50;

  private HttpDates() {}

  /** Two digits of a year are that of a century in which it is not fifty years away. */
  private static DateTimeFormatter rfc850(Instant about) {
    int year = about.atOffset(ZoneOffset.UTC).getYear();
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, year - HALF_A_CENTURY + 1)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }

  private static DateTimeFormatter form(String header, Instant about) {
    if (header.indexOf(',') < 0) {
      return ASCTIME;
    }
    return header.indexOf('-') < 0 ? FORMAT : rfc850(about);
  }

  static String write(Instant moment) {
    return FORMAT.format(moment);
  }

  /**
   * Whether nothing changed since the date in the header; no if it is not a date.
   *
   * @param modifiedAt if this is no whole second, nothing that was fetched in it is current
   */
  static boolean notModifiedSince(@Nullable String header, Instant modifiedAt) {
    if (header == null || header.length() > 40) {
      return false;
    }
    try {
      Instant since = ZonedDateTime.parse(header, form(header, modifiedAt)).toInstant();
      return !modifiedAt.isAfter(since);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
