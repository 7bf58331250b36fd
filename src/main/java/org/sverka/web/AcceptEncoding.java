package org.sverka.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3). */
final class AcceptEncoding {
  /** What browsers send, to answer them without taking it apart. */
  private static final Set<String> USUAL =
      Set.of("gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd");

  private AcceptEncoding() {}

  /** Whether the client takes gzip, and would not rather have the bytes as they are. */
  static boolean gzip(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return false;
    }
    if (USUAL.contains(header)) {
      return true;
    }
    double gzip = -1;
    double identity = -1;
    double any = -1;
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] halves = part.split(";", 2);
      double quality = halves.length == 1 ? 1 : quality(halves[1]);
      switch (halves[0].strip()) {
        case "gzip", "x-gzip" -> gzip = quality;
        case "identity" -> identity = quality;
        case "*" -> any = quality;
        default -> {}
      }
    }
    double wanted = gzip >= 0 ? gzip : any;
    return wanted > 0 && wanted >= identity;
  }

  /** From 0 to 1; what cannot be read counts as 0, so that nobody gets what they refused. */
  private static double quality(String parameter) {
    String text = parameter.strip();
    if (!text.matches("q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
      return 0;
    }
    return Double.parseDouble(text.substring(text.indexOf('=') + 1).strip());
  }
}
