package org.sverka.local;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.sverka.local.xlsx.FileCell;
import org.sverka.text.Sha256;

/**
 * A cell's value in a form in which sheet and file can be compared: what two spellings of the same
 * value have in common. Empty for a blank cell.
 */
final class XlsxForm {
  // Office programs keep fifteen digits.
  private static final MathContext DIGITS = new MathContext(15);
  private static final int DIGEST_BYTES = 9;

  private XlsxForm() {}

  static String of(@Nullable CellValue value) {
    if (value instanceof CellValue.Text text) {
      return text(XlsxText.held(text.value()));
    }
    if (value instanceof CellValue.Numeric number) {
      return number(number.value());
    }
    if (value instanceof CellValue.Bool bool) {
      return "b" + bool.value();
    }
    return value instanceof CellValue.Formula formula ? text(XlsxText.held(formula.source())) : "";
  }

  static String of(FileCell cell) {
    if (cell instanceof FileCell.Text text) {
      return text(text.value());
    }
    if (cell instanceof FileCell.Numeric number) {
      return number(number.value());
    }
    if (cell instanceof FileCell.Bool bool) {
      return "b" + bool.value();
    }
    return cell instanceof FileCell.Failure failure ? "e" + failure.shown() : "f";
  }

  private static String text(String text) {
    return text.isEmpty() ? "" : "s" + XlsxText.form(text);
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return "n" + (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString());
  }

  /** A short digest of a form; {@code -} for a blank cell. */
  static String digest(String form) {
    if (form.isEmpty()) {
      return "-";
    }
    byte[] whole = Sha256.of(form.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(whole, DIGEST_BYTES));
  }
}
