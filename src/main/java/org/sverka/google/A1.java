package org.sverka.google;

import org.sverka.sheet.CellLink;

/** Addresses as people and Google write them. */
final class A1 {
  private A1() {}

  /** The letters of a column that is counted from 0: {@code A}, {@code Z}, {@code AA}. */
  static String letters(int column) {
    return CellLink.letters(column);
  }

  /** A cell, counted from 0: {@code B7}. */
  static String cell(int row, int column) {
    return letters(column) + (row + 1);
  }

  /** A whole column of a tab. */
  static String column(String title, int column) {
    String letters = letters(column);
    return quoted(title) + letters + ":" + letters;
  }

  /** A whole row of a tab. */
  static String row(String title, int row) {
    return quoted(title) + (row + 1) + ":" + (row + 1);
  }

  /** The first rows and columns of a tab. */
  static String block(String title, int rows, int columns) {
    return quoted(title) + "A1:" + cell(rows - 1, columns - 1);
  }

  /** The title is always quoted: unquoted, {@code Q1} would be a cell. */
  private static String quoted(String title) {
    return "'" + title.replace("'", "''") + "'!";
  }
}
