package org.sverka.rule;

/** The same cell is put right at most three times an hour; then Sverka stops and says so. */
public final class RepairLimit implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /** How often a cell is put right within an hour. */
  public static final int PER_HOUR = 3;

  /** The finding for a cell that is changed once too often. */
  public Finding check(String column, String header) {
    return finding(column, header, PER_HOUR);
  }
}
