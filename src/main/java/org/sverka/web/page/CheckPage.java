package org.sverka.web.page;

import java.util.List;

/**
 * The page on which a paper or a file is held against the log.
 *
 * @param code what was typed
 * @param byFile whether a file was compared, and not only a code
 * @param href the statement as the log has it; empty if there is none
 * @param erased what was erased after the statement could be made, newest first
 * @param erasedHref all that was erased
 * @param pageScript what makes the digest of a file
 */
public record CheckPage(
    String code,
    Outcome outcome,
    boolean byFile,
    String href,
    List<Long> erased,
    String erasedHref,
    String pageScript) {
  public CheckPage {
    erased = List.copyOf(erased);
  }

  /** Without an answer. */
  public static CheckPage unanswered(String code, Outcome outcome, String pageScript) {
    return new CheckPage(code, outcome, false, "", List.of(), "", pageScript);
  }

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
