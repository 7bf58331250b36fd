package org.sverka.feed;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts comparable for a search as Russian readers expect it: case, «ё», the kinds of spaces,
 * dashes and quotes make no difference.
 */
final class Folding {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private Folding() {}

  static String fold(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(RUSSIAN);
    StringBuilder folded = new StringBuilder(lower.length());
    boolean space = true;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!blank) {
        folded.append(same(c));
      } else if (!space) {
        folded.append(' ');
      }
      space = blank;
    }
    return folded.toString().strip();
  }

  private static char same(char c) {
    return switch (c) {
      case 'ё' -> 'е';
      case '‐', '‑', '‒', '–', '—', '−' -> '-';
      case '«', '»', '„', '“', '”' -> '"';
      default -> c;
    };
  }
}
