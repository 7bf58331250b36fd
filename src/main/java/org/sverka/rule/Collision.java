package org.sverka.rule;

/**
 * An edit that comes in the very moment in which Sverka writes to the same cell is logged and
 * judged as if it had come right after.
 */
public final class Collision implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  /** The finding for an edit that was overwritten. */
  public Finding check(String column) {
    return finding(column);
  }
}
