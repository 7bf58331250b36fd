package org.sverka.log;

import java.util.Arrays;

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

  /**
   * The one with that key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PartyBasis of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such basis: " + key));
  }
}
