package org.sverka.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3). */
final class AcceptEncoding {
  private static final Accepted GZIP = new Accepted(true, false);
  private static final Accepted BOTH = new Accepted(true, true);

  /** What browsers and libraries send, to answer them without taking it apart. */
  private static final Map<String, Accepted> USUAL =
      Map.of(
          "gzip", GZIP,
          "gzip, deflate", GZIP,
          "gzip, deflate, br", BOTH,
          "gzip, deflate, br, zstd", BOTH);

  private static final Pattern QUALITY =
      Pattern.compile("q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

  private AcceptEncoding() {}

  /** What the header says. */
  static Accepted read(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return Accepted.PLAIN;
    }
    Accepted usual = USUAL.get(header);
    return usual == null ? parse(header) : usual;
  }

  private static Accepted parse(String header) {
    double gzip = -1;
    double brotli = -1;
    double identity = -1;
    double any = -1;
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] pieces = part.split(";", -1);
      double quality = quality(pieces);
      switch (pieces[0].strip()) {
        case "gzip", "x-gzip" -> gzip = quality;
        case "br" -> brotli = quality;
        case "identity" -> identity = quality;
        case "*" -> any = quality;
        default -> {}
      }
    }
    double forGzip = gzip >= 0 ? gzip : any;
    double forBrotli = brotli >= 0 ? brotli : any;
    boolean takesGzip = forGzip > 0 && forGzip >= identity;
    boolean takesBrotli = forBrotli > 0 && forBrotli >= identity;
    return new Accepted(takesGzip, takesBrotli && !(takesGzip && forGzip > forBrotli));
  }

  /**
   * From 0 to 1, 1 if it is not said. Other parameters say nothing of it; one that cannot be read
   * counts as 0, so that nobody gets what they refused.
   */
  private static double quality(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String text = pieces[i].strip();
      if (text.startsWith("q")) {
        return QUALITY.matcher(text).matches()
            ? Double.parseDouble(text.substring(text.indexOf('=') + 1).strip())
            : 0;
      }
    }
    return 1;
  }
}
