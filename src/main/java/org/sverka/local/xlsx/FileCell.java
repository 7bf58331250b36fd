package org.sverka.local.xlsx;

/** What a cell of a file holds. */
public sealed interface FileCell {
  /** Nothing. */
  FileCell BLANK = new Text("");

  /** Text, its line breaks as {@code \n}; empty for a blank cell. */
  record Text(String value) implements FileCell {}

  /**
   * A number.
   *
   * @param value a date or time is the days since 30 December 1899
   * @param moment whether the file shows it as a date or time
   */
  record Numeric(double value, boolean moment) implements FileCell {}

  /** A truth value. */
  record Bool(boolean value) implements FileCell {}

  /** A formula. What it came to on somebody's machine is not asked. */
  record Formula() implements FileCell {}

  /** An error, as it is shown: {@code #DIV/0!}. */
  record Failure(String shown) implements FileCell {}
}
