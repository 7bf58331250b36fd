package org.sverka.google;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Cell;

/** What Google says of one cell, gathered a field at a time. */
final class EnteredCell {
  @Nullable String formula;
  @Nullable Double number;
  @Nullable Boolean truth;
  @Nullable String text;
  @Nullable String shown;
  boolean failed;

  /** Whether anything was entered, be it of a sort that is not known. */
  boolean entered;

  /**
   * What stands in the cell.
   *
   * @throws NumberFormatException if it holds a number that is none
   */
  Cell cell() {
    String seen = fit(shown);
    if (!entered) {
      // Shown, but not entered here: it has spilled over from a formula in another cell.
      return seen.isEmpty() ? Cell.EMPTY : new Cell(Cell.Kind.FORMULA, "=" + seen);
    }
    if (formula != null) {
      return new Cell(Cell.Kind.FORMULA, fit(formula));
    }
    if (failed) {
      return new Cell(Cell.Kind.ERROR, seen.isEmpty() ? "#ERROR!" : seen);
    }
    if (number != null) {
      return new Cell(Cell.Kind.NUMBER, plain(number));
    }
    if (truth != null) {
      return new Cell(Cell.Kind.BOOLEAN, truth ? "TRUE" : "FALSE");
    }
    return Cell.text(fit(text));
  }

  /** 46000 and not 46000.0 or 4.6E4. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** Half of a surrogate pair can't be stored or hashed further on; it becomes a question mark. */
  private static String fit(@Nullable String text) {
    if (text == null) {
      return "";
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
