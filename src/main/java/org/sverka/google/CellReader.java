package org.sverka.google;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
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
    EnteredCell cell = new EnteredCell();
    if (data != null) {
      cell.shown = data.getFormattedValue();
      ExtendedValue value = data.getUserEnteredValue();
      if (value != null && !value.isEmpty()) {
        cell.entered = true;
        cell.formula = value.getFormulaValue();
        cell.failed = value.getErrorValue() != null;
        cell.number = value.getNumberValue();
        cell.truth = value.getBoolValue();
        cell.text = value.getStringValue();
      }
    }
    return cell.cell();
  }
}
