package org.sverka.rule;

import java.util.Arrays;

/** What became of an edit. */
public enum Verdict {
  ACCEPTED("accepted"),
  ACCEPTED_WITH_WARNINGS("accepted-with-warnings"),
  REJECTED("rejected"),
  /** Of an entry that is not about something a person did. */
  NONE("");

  private final String key;

  Verdict(String key) {
    this.key = key;
  }

  /** Its name in log and feed; empty for {@link #NONE}. */
  public String key() {
    return key;
  }

  /**
   * The one with that key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Verdict of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such verdict: " + key));
  }
}
