package org.sverka.log;

/** How it is known which party an edit came from. */
public enum PartyBasis {
  COLUMN("column"),
  ACCOUNT("account"),
  UNKNOWN("unknown");

  private final String key;

  PartyBasis(String key) {
    this.key = key;
  }

  /** Its name in the log. */
  public String key() {
    return key;
  }
}
