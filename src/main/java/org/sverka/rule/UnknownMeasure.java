package org.sverka.rule;

/** Every row of the table belongs to a measure or section of the signed document. */
public final class UnknownMeasure implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /** The finding for a row with that in its key column, which is not in the document. */
  public Finding check(String number) {
    return number.isBlank()
        ? variant("blank", Severity.ERROR, "")
        : finding("", Excerpt.of(number));
  }

  /** The finding for so many such rows that came at once. */
  public Finding many(int rows) {
    return variant("many", Severity.ERROR, "", rows);
  }

  /** The finding for so many such rows that went at once. */
  public Finding manyGone(int rows) {
    return variant("many-gone", Severity.NOTE, "", rows);
  }
}
