package org.sverka.local;

import org.jspecify.annotations.Nullable;

/**
 * What comes out of a cell. Bare arithmetic is computed, nothing is ever fetched; any other formula
 * has an honest error.
 */
final class Formulas {
  private static final CellValue.Failure NOT_COMPUTED =
      new CellValue.Failure("ERROR", "Formulas are kept but not computed by the embedded sheet.");

  private Formulas() {}

  static @Nullable CellValue result(@Nullable CellValue entered) {
    return entered instanceof CellValue.Formula formula
        ? Arithmetic.compute(formula.source()).orElse(NOT_COMPUTED)
        : entered;
  }
}
