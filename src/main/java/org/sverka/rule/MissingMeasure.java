package org.sverka.rule;

/** Every measure and section of the signed document has its row. */
public final class MissingMeasure implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /** The finding for a measure or section without a row. */
  public Finding check(String number) {
    return finding("", number);
  }
}
