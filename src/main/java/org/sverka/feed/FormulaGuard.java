package org.sverka.feed;

import java.util.regex.Pattern;

/**
 * Keeps a text from being taken for a formula by the spreadsheet that a CSV file is opened in. An
 * apostrophe is put before what begins with {@code = + - @}, at the beginning of the text, of each
 * of its lines and after each semicolon and tab: a spreadsheet that expects other separators than
 * the file has begins a cell there. So it is with a text that begins with a tab or a line break. An
 * apostrophe that stands at such a place already is doubled, so that one taken away at each gives
 * the text again. Numbers stay as they are. (OWASP, «CSV Injection».)
 */
final class FormulaGuard {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(?:[.,]\\d{1,15})?");
  private static final String CELL_BEGINS = "(?<=^|[;\\t\\r\\n\\u0085\\u2028\\u2029])";
  private static final String UNSEEN = "[\\x0B\\f\\p{Zs}\\p{Cf}]*+";
  private static final String TRIGGER = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
  private static final Pattern RISKY =
      Pattern.compile(CELL_BEGINS + "(?='|" + UNSEEN + TRIGGER + ")|^(?=[\\t\\r\\n])");
  private static final Pattern GUARDED = Pattern.compile(CELL_BEGINS + "'");

  private FormulaGuard() {}

  static String guard(String text) {
    return text.isEmpty() || NUMBER.matcher(text).matches()
        ? text
        : RISKY.matcher(text).replaceAll("'");
  }

  /** How long a text of that length becomes at most: there is a character between two places. */
  static int longest(int length) {
    return length + length / 2 + 1;
  }

  /** What {@link #guard} was given. */
  static String unguard(String text) {
    return GUARDED.matcher(text).replaceAll("");
  }
}
