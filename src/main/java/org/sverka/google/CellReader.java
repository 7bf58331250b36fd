package org.sverka.google;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Cell;

/** Reduces a cell of Google's to what was entered into it. */
final class CellReader {
  /** The fields of a cell that are read. */
  static final String FIELDS = "userEnteredValue,formattedValue";

  private CellReader() {}

  /**
   * What stands in the cell.
   *
   * @throws NumberFormatException if it holds a number that is none
   */
  static Cell read(@Nullable CellData data) {
    if (data == null) {
      return Cell.EMPTY;
    }
    String shown = text(data.getFormattedValue());
    ExtendedValue value = data.getUserEnteredValue();
    if (value == null || value.isEmpty()) {
      // Shown, but not entered here: it has spilled over from a formula in another cell.
      return shown.isEmpty() ? Cell.EMPTY : new Cell(Cell.Kind.FORMULA, "=" + shown);
    }
    if (value.getFormulaValue() != null) {
      return new Cell(Cell.Kind.FORMULA, text(value.getFormulaValue()));
    }
    if (value.getErrorValue() != null) {
      return new Cell(Cell.Kind.ERROR, shown.isEmpty() ? "#ERROR!" : shown);
    }
    if (value.getNumberValue() != null) {
      return new Cell(Cell.Kind.NUMBER, plain(value.getNumberValue()));
    }
    if (value.getBoolValue() != null) {
      return new Cell(Cell.Kind.BOOLEAN, value.getBoolValue() ? "TRUE" : "FALSE");
    }
    return Cell.text(text(value.getStringValue()));
  }

  /** 46000 and not 46000.0 or 4.6E4. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** Half of a surrogate pair can't be stored or hashed further on; it becomes a question mark. */
  private static String text(@Nullable String text) {
    return text == null
        ? ""
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
