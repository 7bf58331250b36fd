package org.sverka.rule;

/** Every row of the table belongs to a measure or section of the signed document. */
public final class UnknownMeasure implements Rule {
  /** The finding for a row with that in its key column, which is not in the document. */
  public Finding check(String number) {
    return number.isBlank()
        ? variant("blank", Severity.ERROR, "")
        : finding(Severity.ERROR, "", Excerpt.of(number));
  }
}
