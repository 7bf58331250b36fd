package org.sverka.local;

/** The two directions of a grid, under their API names. */
enum Dimension {
  ROWS("ROW", "row"),
  COLUMNS("COLUMN", "column");

  private final String location;
  private final String word;

  Dimension(String location, String word) {
    this.location = location;
    this.word = word;
  }

  /** The location type of developer metadata on one line of it. */
  String location() {
    return location;
  }

  /** The word for one of its lines in messages. */
  String word() {
    return word;
  }
}
