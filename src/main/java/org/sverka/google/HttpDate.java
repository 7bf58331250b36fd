package org.sverka.google;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A moment as headers have it (RFC 9110, 5.6.7; the one form that servers may send). */
final class HttpDate {
  private HttpDate() {}

  /** Reads it; empty if it is none. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
