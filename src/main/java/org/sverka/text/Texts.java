package org.sverka.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable that a person would call the same. Linear in the length of the text. */
public final class Texts {
  private Texts() {}

  /**
   * The text as it reads: Unicode composed and compatible forms folded (NFKC), invisible characters
   * dropped, every run of white space one space, none at the ends, one kind of quote and of dash.
   */
  public static String normal(String text) {
    String folded = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(folded.length());
    boolean space = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      if (isSpace(c)) {
        space = !out.isEmpty();
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      out.append(unified(c));
    }
    return out.toString();
  }

  /** {@link #normal}, and without regard to case and to the dots of «ё». */
  public static String key(String text) {
    return normal(text).toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** Whether two texts read the same. */
  public static boolean same(String a, String b) {
    return a.equals(b) || normal(a).equals(normal(b));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean cyrillic = (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё';
      if (c >= 0x80 && !cyrillic && c != '«' && c != '»' && c != '–') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT;
  }

  private static char unified(char c) {
    return switch (c) {
      case '«', '»', '“', '”', '„', '‟', '″' -> '"';
      case '‘', '’', '‚', '‛', '′' -> '\'';
      case '‐', '‑', '‒', '–', '—', '―', '−', '⁃' -> '-';
      default -> c;
    };
  }
}
