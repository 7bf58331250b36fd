package org.sverka.local;

import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.sverka.text.WellFormed;

/** Texts as a file of the Office Open XML kind can hold them (ECMA-376, part 1, 18.4.12). */
final class XlsxText {
  private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  // What XML can't hold, and what reads like the escape for it.
  private static final Pattern TO_ESCAPE =
      Pattern.compile("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]|_(?=x[0-9A-Fa-f]{4}_)");
  private static final int ESCAPE = "_x0001_".length();
  private static final Pattern LIKE_FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");

  private XlsxText() {}

  /** The text without what gets lost on the way: one kind of line break, no half characters. */
  static String form(String text) {
    return WellFormed.text(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** As much of the text as a cell of a file can hold. */
  static String held(String text) {
    String whole = form(text);
    String held = whole.length() <= LONGEST ? whole : cut(whole, LONGEST);
    for (int over = over(held); over > 0; over = over(held)) {
      held = cut(held, held.length() - (over + ESCAPE - 1) / ESCAPE);
    }
    return held;
  }

  private static int over(String text) {
    return escaped(text).length() - LONGEST;
  }

  private static String cut(String text, int end) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** Whether a file can't hold all of the text. */
  static boolean isTooLong(String text) {
    return held(text).length() < form(text).length();
  }

  /** The text as it is written into the XML of a cell, cut to what a cell can hold. */
  static String written(String text) {
    return escaped(held(text));
  }

  private static String escaped(String text) {
    return TO_ESCAPE
        .matcher(text)
        .replaceAll(found -> String.format("_x%04X_", (int) found.group().charAt(0)));
  }

  /** Whether a spreadsheet would compute the text if somebody opened the cell and left it again. */
  static boolean isLikeFormula(String text) {
    return LIKE_FORMULA.matcher(text).matches();
  }
}
