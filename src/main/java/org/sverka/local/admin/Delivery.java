package org.sverka.local.admin;

/**
 * How far an answer gets.
 *
 * @param bytes of the body: those that are sent of a cut one, those that are claimed of one with a
 *     wrong length
 */
public record Delivery(Kind kind, int bytes) {

  /** All of it. */
  public static final Delivery WHOLE = new Delivery(Kind.WHOLE, 0);

  /** What happens on the wire. */
  public enum Kind {
    WHOLE,
    /** The connection ends without an answer. */
    LOST,
    /** The connection stays open without an answer. */
    NEVER,
    /** The connection ends inside the body. */
    CUT,
    /** The {@code Content-Length} is not the length of the body. */
    WRONG_LENGTH
  }

  /** Whether nothing of an answer is seen. */
  boolean isNone() {
    return kind == Kind.LOST || kind == Kind.NEVER;
  }
}
