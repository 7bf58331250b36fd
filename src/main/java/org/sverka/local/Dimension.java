package org.sverka.local;

/** The two directions of a grid, under their API names. */
enum Dimension {
  ROWS("row"),
  COLUMNS("column");

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  /** The word for one of its lines in messages. */
  String word() {
    return word;
  }
}
