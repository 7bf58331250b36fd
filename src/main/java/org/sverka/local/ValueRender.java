package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** How the values API shows a cell. */
record ValueRender(Option option, Dates dates) {

  /** {@code valueRenderOption}. */
  enum Option {
    FORMATTED_VALUE,
    UNFORMATTED_VALUE,
    FORMULA
  }

  /** {@code dateTimeRenderOption}. */
  enum Dates {
    SERIAL_NUMBER,
    FORMATTED_STRING
  }

  /** The value of a cell; an empty text for none. */
  JsonNode show(Cell cell, SheetLocale locale) {
    if (option == Option.FORMULA && cell.entered() instanceof CellValue.Formula formula) {
      return TextNode.valueOf(formula.source());
    }
    CellValue result = Formulas.result(cell.entered(), locale);
    if (result instanceof CellValue.Bool bool && option != Option.FORMATTED_VALUE) {
      return BooleanNode.valueOf(bool.value());
    }
    NumberFormat format = NumberFormat.of(cell.format(), locale);
    if (result instanceof CellValue.Numeric number && option != Option.FORMATTED_VALUE) {
      boolean serial = dates == Dates.SERIAL_NUMBER || !format.type().isTime();
      if (serial) {
        return Json.number(number.value());
      }
    }
    return TextNode.valueOf(new ValueFormatter(locale).show(result, format));
  }
}
