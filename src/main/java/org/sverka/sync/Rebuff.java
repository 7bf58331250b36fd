package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What Sverka did about one canonical cell that was changed.
 *
 * @param at when it put the signed text back, oldest first; only the last hour counts
 * @param pending whether the last repair has not been seen in the sheet yet
 * @param redline how the text that was there last differed from the signed one
 */
public record Rebuff(List<Instant> at, boolean pending, String redline) {
  public Rebuff {
    at = List.copyOf(at);
  }

  /** The last repair has been seen in the sheet. */
  Rebuff confirmed() {
    return new Rebuff(at, false, redline);
  }

  /** What is to be put right because it is signed anew: nobody did anything to it. */
  static final Rebuff OF_THE_EDITION = new Rebuff(List.of(), true, "");

  /** Marks a row that was put back: its verdict is from before, so it is judged once more. */
  static final Map<String, Rebuff> JUDGE_AGAIN = Map.of("", new Rebuff(List.of(), false, ""));
}
