package org.sverka.rule;

/**
 * An edit that came in the very moment in which Sverka put the signed text back into the same cell
 * is not in the sheet any more, and is in the log all the same.
 */
public final class Collision implements Rule {
  /** The finding for an edit that was overwritten. */
  public Finding check(String column) {
    return finding(Severity.NOTE, column);
  }
}
