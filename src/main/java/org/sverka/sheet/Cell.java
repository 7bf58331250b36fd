package org.sverka.sheet;

import org.sverka.text.WellFormed;

/**
 * What stands in a cell, reduced to what can be compared, stored and shown.
 *
 * @param kind what sort of value it is
 * @param text the text itself; of a number its plain decimal form (a date is its serial number,
 *     days since 1899-12-30); {@code TRUE} or {@code FALSE}; of a formula the formula with its
 *     {@code =}; of an error value what the sheet shows; empty for an empty cell. Always
 *     well-formed, so that it is the same once it has been kept and read again
 */
public record Cell(Kind kind, String text) {
  /** The sorts of value that a cell can hold. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    BOOLEAN,
    FORMULA,
    ERROR
  }

  /** The empty cell. */
  public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

  public Cell {
    text = WellFormed.text(text);
    if ((kind == Kind.EMPTY) != text.isEmpty()) {
      throw new IllegalArgumentException("Exactly the empty cell has no text");
    }
  }

  /** A text; the empty text is the empty cell. */
  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
  }

  /**
   * Whether a person sees the same in it. A formula, truth value or error that Sverka has put back
   * stands there as a text: nobody has changed it.
   */
  public boolean readsAs(Cell other) {
    return equals(other)
        || (text.equals(other.text) && kind != Kind.NUMBER && other.kind != Kind.NUMBER);
  }

  /** Whether nothing stands in it. */
  public boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  /** Whether nothing but spaces stands in it. */
  public boolean isBlank() {
    return text.isBlank();
  }
}
