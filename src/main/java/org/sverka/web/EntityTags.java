package org.sverka.web;

/** Reads {@code If-None-Match} and {@code If-Match} (RFC 9110, 13.1). */
final class EntityTags {
  private EntityTags() {}

  /**
   * Whether the header names the tag, by weak comparison. What is not a list of tags names none.
   *
   * @param etag a strong tag with its quotes
   */
  static boolean match(String header, String etag) {
    return header.equals(etag) || names(header, etag, true);
  }

  /** The same by strong comparison: a weak tag names nothing. */
  static boolean matchStrongly(String header, String etag) {
    return names(header, etag, false);
  }

  private static boolean names(String header, String etag, boolean weakly) {
    if (header.strip().equals("*")) {
      return true;
    }
    int at = 0;
    while (at < header.length()) {
      at = skip(header, at);
      boolean weak = header.startsWith("W/", at);
      if (weak) {
        at += 2;
      }
      if (at >= header.length() || header.charAt(at) != '"') {
        return false;
      }
      int end = header.indexOf('"', at + 1);
      if (end < 0) {
        return false;
      }
      if ((weakly || !weak) && end + 1 - at == etag.length() && header.startsWith(etag, at)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private static int skip(String header, int from) {
    int at = from;
    while (at < header.length() && " \t,".indexOf(header.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
