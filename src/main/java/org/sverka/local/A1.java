package org.sverka.local;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A1 notation: {@code 'Tab'!A1:B2} and its kin, read and written as Google does. */
final class A1 {
  private static final Pattern CELLS =
      Pattern.compile("\\$?([A-Za-z]{0,3})\\$?(\\d{0,8})(?::\\$?([A-Za-z]{0,3})\\$?(\\d{0,8}))?");
  private static final Pattern R1C1 =
      Pattern.compile(
          "R(\\d{1,8})C(\\d{1,8})(?::R(\\d{1,8})C(\\d{1,8}))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_TITLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final Pattern LIKE_A1 = Pattern.compile("[A-Za-z]{1,3}\\d+|(?i:R\\d*C\\d*)");

  private A1() {}

  /**
   * A range that was named in A1 notation.
   *
   * @param range as it was written, edges open where none was given
   * @param oneCell whether it was written as a single cell
   */
  record Area(Tab tab, GridRange range, boolean oneCell) {

    /** The part of it that lies on the grid. Says 400 where it begins outside. */
    GridRange onGrid() {
      if (range.top() >= tab.rowCount() || range.left() >= tab.columnCount()) {
        throw beyond(tab, range);
      }
      return tab.clip(range);
    }
  }

  static ApiException beyond(Tab tab, GridRange range) {
    return ApiException.invalid(
        "Range ("
            + text(tab, range)
            + ") exceeds grid limits. Max rows: "
            + tab.rowCount()
            + ", max columns: "
            + tab.columnCount());
  }

  /** Finds what the text means in this workbook. Says 400 where it means nothing. */
  static Area find(Workbook book, String text) {
    if (text.startsWith("'")) {
      int end = closingQuote(text);
      String title = end < 0 ? "" : text.substring(1, end).replace("''", "'");
      String rest = end < 0 ? "" : text.substring(end + 1);
      Optional<Tab> tab = end < 0 ? Optional.empty() : book.tabTitled(title);
      if (rest.isEmpty()) {
        return tab.map(A1::whole).orElseThrow(() -> unreadable(text));
      }
      return tab.filter(t -> rest.startsWith("!"))
          .flatMap(t -> cells(t, rest.substring(1)).or(() -> named(t, rest.substring(1))))
          .orElseThrow(() -> unreadable(text));
    }
    int mark = text.lastIndexOf('!');
    if (mark >= 0) {
      return book.tabTitled(text.substring(0, mark))
          .flatMap(
              tab ->
                  cells(tab, text.substring(mark + 1))
                      .or(() -> named(tab, text.substring(mark + 1))))
          .orElseThrow(() -> unreadable(text));
    }
    return firstVisible(book)
        .flatMap(tab -> cells(tab, text))
        .or(() -> named(book, text))
        .or(() -> book.tabTitled(text).map(A1::whole))
        .orElseThrow(() -> unreadable(text));
  }

  private static Optional<Tab> firstVisible(Workbook book) {
    return book.tabs().stream().filter(tab -> !tab.properties().hidden()).findFirst();
  }

  /** A name goes before a tab's title, which can be put in quotes. */
  private static Optional<Area> named(Workbook book, String name) {
    return book.tabs().stream().flatMap(tab -> named(tab, name).stream()).findFirst();
  }

  private static Optional<Area> named(Tab tab, String name) {
    return tab.overlays().names().stream()
        .filter(range -> range.isNamed(name))
        .findFirst()
        .map(range -> new Area(tab, range.range(), false));
  }

  private static Area whole(Tab tab) {
    return new Area(tab, GridRange.whole(tab.id()), false);
  }

  private static ApiException unreadable(String text) {
    return ApiException.invalid("Unable to parse range: " + text);
  }

  private static int closingQuote(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '\'') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private static Optional<Area> cells(Tab tab, String text) {
    Matcher cells = CELLS.matcher(text);
    if (cells.matches()) {
      int column = column(cells.group(1));
      int row = row(cells.group(2));
      if (cells.group(3) == null) {
        return column >= 0 && row >= 0
            ? Optional.of(area(tab, row, column, row, column, true))
            : Optional.empty();
      }
      int lastColumn = column(cells.group(3));
      int lastRow = row(cells.group(4));
      boolean first = column >= 0 || row >= 0;
      boolean last = lastColumn >= 0 || lastRow >= 0;
      boolean bothColumns = column >= 0 || lastColumn < 0;
      boolean bothRows = row >= 0 || lastRow < 0;
      return first && last && (bothColumns || bothRows)
          ? Optional.of(area(tab, row, column, lastRow, lastColumn, false))
          : Optional.empty();
    }
    Matcher numbers = R1C1.matcher(text);
    if (numbers.matches()) {
      boolean one = numbers.group(3) == null;
      int row = row(numbers.group(1));
      int column = row(numbers.group(2));
      int lastRow = one ? row : row(numbers.group(3));
      int lastColumn = one ? column : row(numbers.group(4));
      return row < 0 || column < 0 || lastRow < 0 || lastColumn < 0
          ? Optional.empty()
          : Optional.of(area(tab, row, column, lastRow, lastColumn, one));
    }
    return Optional.empty();
  }

  private static Area area(Tab tab, int row, int column, int lastRow, int lastColumn, boolean one) {
    boolean swapRows = row >= 0 && lastRow >= 0 && lastRow < row;
    boolean swapColumns = column >= 0 && lastColumn >= 0 && lastColumn < column;
    GridRange range =
        new GridRange(
            tab.id(),
            swapRows ? lastRow : row,
            end(swapRows ? row : lastRow),
            swapColumns ? lastColumn : column,
            end(swapColumns ? column : lastColumn));
    return new Area(tab, range, one);
  }

  private static int end(int last) {
    return last < 0 ? GridRange.OPEN : last + 1;
  }

  private static int row(String digits) {
    return digits.isEmpty() ? -1 : Integer.parseInt(digits) - 1;
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  /** The letters of a column. */
  static String letters(int column) {
    StringBuilder text = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      text.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return text.toString();
  }

  /** The range with its tab, quoted where it must be; one cell as one cell. */
  static String text(Tab tab, GridRange range) {
    String first = corner(range.startRow(), range.startColumn());
    String last = corner(range.endRow() - 1, range.endColumn() - 1);
    String title = quoted(tab.title());
    if (first.isEmpty() && last.isEmpty()) {
      return title;
    }
    return title + "!" + (first.equals(last) ? first : first + ":" + last);
  }

  private static String corner(int row, int column) {
    return (column < 0 ? "" : letters(column)) + (row < 0 ? "" : Integer.toString(row + 1));
  }

  private static String quoted(String title) {
    boolean plain = PLAIN_TITLE.matcher(title).matches() && !LIKE_A1.matcher(title).matches();
    return plain ? title : "'" + title.replace("'", "''") + "'";
  }
}
