package org.sverka.rule;

import java.util.Arrays;

/** How much a finding matters; each has one consequence. */
public enum Severity {
  /** The value is held: the site keeps the last good one until it is mended. */
  ERROR("error"),
  /** It is on the site; somebody should look. */
  WARNING("warning"),
  /** Nothing changes; good to know. */
  NOTE("note");

  private final String key;

  Severity(String key) {
    this.key = key;
  }

  /** Its name in log and feed. */
  public String key() {
    return key;
  }

  /**
   * The one with that key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Severity of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such severity: " + key));
  }
}
