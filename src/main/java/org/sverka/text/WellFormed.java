package org.sverka.text;

import java.util.regex.Pattern;

/** Text that every encoding and database can hold. */
public final class WellFormed {
  // Half of a surrogate pair has no UTF-8; NUL ends a text in many a database.
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cs}\\x00]");

  private WellFormed() {}

  /**
   * The text with U+FFFD for each half of a surrogate pair and each NUL. A hostile request can
   * bring them; no keyboard does.
   */
  public static String text(String text) {
    return isPlain(text) ? text : UNFIT.matcher(text).replaceAll("\uFFFD");
  }

  /** Nearly every text is, and every cell of every turn is asked. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
