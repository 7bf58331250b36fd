package org.sverka.sheet;

/**
 * Keys of the developer metadata by which Sverka knows its rows and columns again. A tag is a hint:
 * sorting may leave it behind, so it is always cross-checked with what the cells say.
 */
public final class Tag {
  /** On a row: {@code header}, a section's number or a measure's number. */
  public static final String ROW = "sverka.measure";

  /** On a column: its key. */
  public static final String COLUMN = "sverka.column";

  /** On the tab: which process may write to it. */
  public static final String WRITER = "sverka.writer";

  /** On the tab of the journal: the newest checkpoint of the log that was signed. */
  public static final String CHECKPOINT = "sverka.checkpoint";

  /** The tag value of the header row. */
  public static final String HEADER = "header";

  private Tag() {}
}
