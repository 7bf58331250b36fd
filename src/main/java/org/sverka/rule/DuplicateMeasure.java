package org.sverka.rule;

/** Every measure has one row. */
public final class DuplicateMeasure implements Rule {
  /** The finding for a row that repeats the number of another. */
  public Finding check(String number) {
    return finding(Severity.ERROR, "", number);
  }

  /** The finding for the row that is repeated elsewhere: it counts, the other does not. */
  public Finding original(String number) {
    return variant("original", Severity.WARNING, "", number);
  }
}
