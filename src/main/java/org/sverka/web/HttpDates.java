package org.sverka.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as HTTP writes them (RFC 9110, 5.6.7): {@code Mon, 23 Nov 2026 09:15:02 GMT}. */
final class HttpDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDates() {}

  static String write(Instant moment) {
    return FORMAT.format(moment);
  }

  /** Whether nothing changed since the date in the header; no if it is not a date. */
  static boolean notModifiedSince(@Nullable String header, Instant modifiedAt) {
    if (header == null || header.length() > 40) {
      return false;
    }
    try {
      Instant since = ZonedDateTime.parse(header, FORMAT).toInstant();
      return !modifiedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
