package org.sverka.rule;

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
}
