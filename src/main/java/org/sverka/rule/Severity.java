package org.sverka.rule;

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
}
