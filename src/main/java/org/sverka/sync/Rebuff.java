package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.text.Messages;

/**
 * What Sverka did about one canonical cell that was changed.
 *
 * @param at when it put the signed text back, oldest first; only the last hour counts
 * @param pending whether the last repair has not been seen in the sheet yet
 * @param redline how the text that was there last differed from the signed one
 */
public record Rebuff(List<Instant> at, boolean pending, String redline) {
  /** What is to be put right because it is signed anew: nobody did anything to it. */
  static final Rebuff OF_THE_EDITION = new Rebuff(List.of(), true, "");

  /** Marks a row whose verdict is from before it was put back, or gone: it is judged once more. */
  static final Map<String, Rebuff> JUDGE_AGAIN = Map.of("", new Rebuff(List.of(), false, ""));

  private static final Messages MESSAGES = Messages.of(Rebuff.class, "ru");

  public Rebuff {
    at = List.copyOf(at);
  }

  /** The last repair has been seen in the sheet. */
  Rebuff confirmed() {
    return new Rebuff(at, false, redline);
  }

  /** The same without the words that were there; without any it would read as mere spelling. */
  Rebuff withoutWords() {
    return new Rebuff(at, pending, MESSAGES.text("check.restored-erased"));
  }
}
