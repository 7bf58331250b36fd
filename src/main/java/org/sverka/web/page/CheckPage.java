package org.sverka.web.page;

import java.util.List;

/**
 * The page on which a paper or a file is held against the log.
 *
 * @param code what was typed
 * @param sha256 of the file that is held against the log; empty if only a code is
 * @param afresh this page, with nothing asked yet
 * @param href the statement as the log has it; empty if there is none
 * @param erased what was erased after the statement could be made, newest first
 * @param erasedHref all that was erased
 * @param pageScript what makes the digest of a file
 */
public record CheckPage(
    String code,
    Outcome outcome,
    String sha256,
    String afresh,
    String href,
    List<Long> erased,
    String erasedHref,
    String pageScript) {
  public CheckPage {
    erased = List.copyOf(erased);
  }

  /** Without an answer. */
  public static CheckPage unanswered(
      String code, Outcome outcome, String sha256, String afresh, String pageScript) {
    return new CheckPage(code, outcome, sha256, afresh, "", List.of(), "", pageScript);
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

  /** Whether a file is compared, and not only a code. */
  public boolean byFile() {
    return !sha256.isEmpty();
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
