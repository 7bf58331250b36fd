package org.sverka.google;

/** Addresses as people and Google write them. */
final class A1 {
  private static final int LETTERS = 26;

  private A1() {}

  /** The letters of a column that is counted from 0: {@code A}, {@code Z}, {@code AA}. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters.append((char) ('A' + rest % LETTERS));
    }
    return letters.reverse().toString();
  }

  /** A cell, counted from 0: {@code B7}. */
  static String cell(int row, int column) {
    return letters(column) + (row + 1);
  }

  /** A whole column of a tab. The title is always quoted: unquoted, {@code Q1} would be a cell. */
  static String column(String title, int column) {
    String letters = letters(column);
    return "'" + title.replace("'", "''") + "'!" + letters + ":" + letters;
  }
}
