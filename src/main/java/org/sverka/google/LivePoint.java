package org.sverka.google;

/**
 * One thing that only a live account can show, and what came of trying it.
 *
 * @param title what is tried
 * @param detail how it turned out, or what to do; may be empty
 */
public record LivePoint(Outcome outcome, String title, String detail) {
  /** How it turned out. */
  public enum Outcome {
    /** As Sverka needs it. */
    OK,
    /** Not so; the detail says what to do. */
    NOT_OK,
    /** It was not tried. */
    NOT_TRIED
  }
}
