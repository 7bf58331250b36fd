package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One cell, as it was entered. Format and validation are the API's own JSON in the form of {@link
 * Colors#toStyles}, shared between cells and never changed in place.
 *
 * @param entered what was typed, or nothing
 * @param format the API's {@code userEnteredFormat}
 * @param validation the API's {@code dataValidation}
 * @param note the note on the cell
 */
record Cell(
    @Nullable CellValue entered,
    @Nullable ObjectNode format,
    @Nullable ObjectNode validation,
    @Nullable String note) {

  static final Cell BLANK = new Cell(null, null, null, null);

  boolean isBlank() {
    return entered == null && format == null && validation == null && note == null;
  }

  /** As it is when it is copied so many rows down and columns to the right. */
  Cell copied(int rows, int columns) {
    return entered instanceof CellValue.Formula formula
        ? withEntered(
            new CellValue.Formula(FormulaReferences.translated(formula.source(), rows, columns)))
        : this;
  }

  /** With another value. A link belongs to what it was put on, and goes with it. */
  Cell withEntered(@Nullable CellValue value) {
    return new Cell(value, Formats.withoutLink(format), validation, note);
  }

  Cell withFormat(@Nullable ObjectNode value) {
    return new Cell(entered, value == null || value.isEmpty() ? null : value, validation, note);
  }

  Cell withValidation(@Nullable ObjectNode value) {
    return new Cell(entered, format, value, note);
  }

  Cell withNote(@Nullable String value) {
    return new Cell(entered, format, validation, value == null || value.isEmpty() ? null : value);
  }
}
