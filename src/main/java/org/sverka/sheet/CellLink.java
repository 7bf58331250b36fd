package org.sverka.sheet;

/**
 * A link to a cell of the same spreadsheet.
 *
 * @param sheetId the tab
 * @param row counted from 0
 * @param column counted from 0
 */
public record CellLink(int sheetId, int row, int column) {
  private static final int LETTERS = 26;

  /** The letters of a column that is counted from 0: {@code A}, {@code Z}, {@code AA}. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters.append((char) ('A' + rest % LETTERS));
    }
    return letters.reverse().toString();
  }

  /** The cell as people write it: {@code B7}. */
  public String cell() {
    return letters(column) + (row + 1);
  }

  /** The link as it stands in a cell, which holds wherever the spreadsheet is opened. */
  public String uri() {
    return "#gid=" + sheetId + "&range=" + cell();
  }

  /** Whether a link that was read leads there; it may have been made absolute. */
  public boolean is(String read) {
    int fragment = read.indexOf('#');
    return fragment >= 0 && read.substring(fragment).equals(uri());
  }
}
