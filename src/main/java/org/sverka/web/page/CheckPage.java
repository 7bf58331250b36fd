package org.sverka.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The page on which a paper or a file is held against the log.
 *
 * @param code what was typed
 * @param sha256 of the file that is held against the log; empty if only a code is
 * @param afresh this page, with nothing asked yet
 * @param covered what stands behind the code; empty unless the log says the same
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
    Optional<Covered> covered,
    String href,
    List<Long> erased,
    String erasedHref,
    String pageScript) {
  public CheckPage {
    erased = List.copyOf(erased);
  }

  /**
   * What a statement says, and so what its code stands for.
   *
   * @param before when the earlier state came
   * @param after when the later one did
   * @param count how many measures are different
   */
  public record Covered(long since, Moment before, long revision, Moment after, int count) {}

  /** Without an answer. */
  public static CheckPage unanswered(
      String code, Outcome outcome, String sha256, String afresh, String pageScript) {
    return new CheckPage(
        code, outcome, sha256, afresh, Optional.empty(), "", List.of(), "", pageScript);
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
