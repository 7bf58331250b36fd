package org.sverka.rule;

/** Every measure has one row. */
public final class DuplicateMeasure implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /** The finding for a row that repeats the number of another. */
  public Finding check(String number) {
    return finding("", number);
  }

  /** The finding for the row that is repeated elsewhere: it counts, the other does not. */
  public Finding original(String number) {
    return variant("original", Severity.WARNING, "", number);
  }
}
