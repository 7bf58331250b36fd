package org.sverka.web.page;

/**
 * The page on which a paper or a file is held against the log.
 *
 * @param code what was typed
 * @param href the statement; empty if there is none
 * @param pageScript what makes the digest of a file
 */
public record CheckPage(String code, Outcome outcome, String href, String pageScript) {
  /** What came of it. */
  public enum Outcome {
    /** Nothing was asked yet. */
    ASKED,
    /** What was typed is no code. */
    NO_CODE,
    SAME,
    DIFFERENT
  }

  /** Whether the log says the same. */
  public boolean isSame() {
    return outcome == Outcome.SAME;
  }

  /** Whether it says something else. */
  public boolean isDifferent() {
    return outcome == Outcome.DIFFERENT;
  }

  /** Whether what was typed can't be read. */
  public boolean isUnreadable() {
    return outcome == Outcome.NO_CODE;
  }
}
