package org.sverka.local;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The references to cells in a formula's text, which follow when lines are inserted, deleted or
 * moved.
 */
final class FormulaReferences {
  private static final Pattern PARTS =
      Pattern.compile(
          "\"(?:[^\"]|\"\")*\""
              + "|(?<tab>(?:'(?:[^']|'')*'|[\\p{L}\\p{Nd}_.]+)!)?"
              + "(?<![\\p{L}\\p{Nd}_.$])(?<first>\\$?[A-Za-z]{1,3}\\$?\\d{1,7}|\\$?[A-Za-z]{1,3}(?=:\\$?[A-Za-z]{1,3}(?![\\p{L}\\p{Nd}]))"
              + "|\\$?\\d{1,7}(?=:\\$?\\d))"
              + "(?::(?<last>\\$?[A-Za-z]{1,3}\\$?\\d{1,7}|\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}))?(?![\\p{L}\\p{Nd}_(!])");
  private static final Pattern CORNER = Pattern.compile("(\\$?)([A-Za-z]{0,3})(\\$?)(\\d{0,7})");
  private static final String LOST = "#REF!";

  private FormulaReferences() {}

  /** Whether the formula refers to any cell. */
  static boolean any(String formula) {
    Matcher matcher = PARTS.matcher(formula);
    return matcher.results().anyMatch(part -> !part.group().startsWith("\""));
  }

  /**
   * The formula after the lines of one tab were shifted.
   *
   * @param means whether a tab's name in the formula, empty for none, means the shifted tab
   */
  static String shifted(String formula, Shift shift, int sheetId, Predicate<String> means) {
    Matcher matcher = PARTS.matcher(formula);
    return matcher.replaceAll(
        part ->
            Matcher.quoteReplacement(reference(part, matcher.group("tab"), shift, sheetId, means)));
  }

  private static String reference(
      MatchResult part,
      @Nullable String prefix,
      Shift shift,
      int sheetId,
      Predicate<String> means) {
    String text = part.group();
    if (text.startsWith("\"") || !means.test(title(prefix))) {
      return text;
    }
    String cells = prefix == null ? text : text.substring(prefix.length());
    int colon = cells.indexOf(':');
    String first = colon < 0 ? cells : cells.substring(0, colon);
    String last = colon < 0 ? first : cells.substring(colon + 1);
    GridRange range =
        new GridRange(sheetId, row(first), row(last) + 1, column(first), column(last) + 1);
    Optional<GridRange> moved = follow(open(range), shift);
    String tab = prefix == null ? "" : prefix;
    return moved
        .map(
            now ->
                tab
                    + corner(first, now.startRow(), now.startColumn())
                    + (colon < 0 ? "" : ":" + corner(last, now.endRow() - 1, now.endColumn() - 1)))
        .orElse(LOST);
  }

  /** The formula as it reads when it is copied so many rows down and columns to the right. */
  static String translated(String formula, int rows, int columns) {
    Matcher matcher = PARTS.matcher(formula);
    return matcher.replaceAll(
        part ->
            Matcher.quoteReplacement(
                translated(part.group(), matcher.group("tab"), rows, columns)));
  }

  private static String translated(String text, @Nullable String prefix, int rows, int columns) {
    if (text.startsWith("\"")) {
      return text;
    }
    String tab = prefix == null ? "" : prefix;
    StringBuilder moved = new StringBuilder(tab);
    for (String corner : text.substring(tab.length()).split(":", -1)) {
      Matcher matcher = CORNER.matcher(corner);
      if (!matcher.matches()) {
        return text;
      }
      boolean letters = !matcher.group(2).isEmpty();
      boolean fixedColumn = letters && !matcher.group(1).isEmpty();
      boolean fixedRow = !matcher.group(letters ? 3 : 1).isEmpty();
      int row = row(corner) + (fixedRow ? 0 : rows);
      int column = column(corner) + (fixedColumn ? 0 : columns);
      if ((letters && column < 0) || (!matcher.group(4).isEmpty() && row < 0)) {
        return LOST;
      }
      moved.append(moved.length() > tab.length() ? ":" : "").append(corner(corner, row, column));
    }
    return moved.toString();
  }

  /**
   * Whether the formula refers to a cell of a range.
   *
   * @param means whether a tab's name in the formula, empty for none, means the range's tab
   */
  static boolean touches(String formula, GridRange range, Predicate<String> means) {
    Matcher matcher = PARTS.matcher(formula);
    while (matcher.find()) {
      String prefix = matcher.group("tab");
      if (!matcher.group().startsWith("\"") && means.test(title(prefix))) {
        String cells = matcher.group().substring(prefix == null ? 0 : prefix.length());
        if (open(range(cells, range.sheetId())).intersects(range)) {
          return true;
        }
      }
    }
    return false;
  }

  private static GridRange range(String cells, int sheetId) {
    int colon = cells.indexOf(':');
    String first = colon < 0 ? cells : cells.substring(0, colon);
    String last = colon < 0 ? first : cells.substring(colon + 1);
    return new GridRange(
        sheetId,
        Math.min(row(first), row(last)),
        Math.max(row(first), row(last)) + 1,
        Math.min(column(first), column(last)),
        Math.max(column(first), column(last)) + 1);
  }

  private static Optional<GridRange> follow(GridRange range, Shift shift) {
    try {
      return shift.apply(range);
    } catch (ApiException torn) {
      // The range stays where it is when only a part of it moves.
      return Optional.of(range);
    }
  }

  private static GridRange open(GridRange range) {
    boolean rows = range.startRow() >= 0 && range.endRow() > 0;
    boolean columns = range.startColumn() >= 0 && range.endColumn() > 0;
    return new GridRange(
        range.sheetId(),
        rows ? range.startRow() : GridRange.OPEN,
        rows ? range.endRow() : GridRange.OPEN,
        columns ? range.startColumn() : GridRange.OPEN,
        columns ? range.endColumn() : GridRange.OPEN);
  }

  private static String title(@Nullable String prefix) {
    if (prefix == null) {
      return "";
    }
    String name = prefix.substring(0, prefix.length() - 1);
    return name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
  }

  private static int row(String corner) {
    String digits = CORNER.matcher(corner).replaceFirst("$4");
    return digits.isEmpty() ? -1 : Integer.parseInt(digits) - 1;
  }

  private static int column(String corner) {
    String letters = CORNER.matcher(corner).replaceFirst("$2").toUpperCase(Locale.ROOT);
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** The corner with its dollar signs and case kept, and new numbers. */
  private static String corner(String before, int row, int column) {
    Matcher matcher = CORNER.matcher(before);
    if (!matcher.matches()) {
      return before;
    }
    // Of a lone number the dollar sign is found in front of the letters that are not there.
    String letters = matcher.group(2).isEmpty() ? "" : A1.letters(column);
    String digits = matcher.group(4).isEmpty() ? "" : Integer.toString(row + 1);
    return matcher.group(1) + letters + matcher.group(3) + digits;
  }
}
