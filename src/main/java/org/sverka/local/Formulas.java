package org.sverka.local;

import org.jspecify.annotations.Nullable;

/**
 * What comes out of a cell. Bare arithmetic is computed, nothing is ever fetched; any other formula
 * has an honest error. So has one with a decimal point where the locale writes a comma: how Google
 * reads that is not known.
 */
final class Formulas {
  private static final CellValue.Failure NOT_COMPUTED =
      new CellValue.Failure("ERROR", "Formulas are kept but not computed by the embedded sheet.");

  private Formulas() {}

  static @Nullable CellValue result(@Nullable CellValue entered, SheetLocale locale) {
    if (!(entered instanceof CellValue.Formula formula)) {
      return entered;
    }
    boolean foreign = locale.decimal() != '.' && formula.source().indexOf('.') >= 0;
    return foreign ? NOT_COMPUTED : Arithmetic.compute(formula.source()).orElse(NOT_COMPUTED);
  }
}
