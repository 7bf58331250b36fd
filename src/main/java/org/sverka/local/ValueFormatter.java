package org.sverka.local;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows values as the sheet does, in its locale: the API's {@code formattedValue}. */
final class ValueFormatter {
  private static final Pattern DECIMAL =
      Pattern.compile(
          "(\"[^\"]*\"|[$ ])*(?=[#0])[#0]*(?:,[#0]+)*(?:\\.[0#]+)?(E\\+0+)?%?(\"[^\"]*\"|[ ₽])*");
  private static final double LONGEST_WHOLE = 1e15;
  private static final int DIGITS = 10;

  private final SheetLocale locale;

  ValueFormatter(SheetLocale locale) {
    this.locale = locale;
  }

  /** The text that the sheet shows for a result; empty for none. */
  String show(@Nullable CellValue value, NumberFormat format) {
    if (value instanceof CellValue.Text text) {
      return text.value();
    }
    if (value instanceof CellValue.Bool bool) {
      return locale.bool(bool.value());
    }
    if (value instanceof CellValue.Failure failure) {
      return failure.shown();
    }
    return value instanceof CellValue.Numeric number ? number(number.value(), format) : "";
  }

  private String number(double value, NumberFormat format) {
    return switch (format.type()) {
      case AUTOMATIC, TEXT -> general(value);
      case DATE, TIME, DATE_TIME -> DatePattern.of(format.pattern()).show(value, locale);
      case NUMBER, PERCENT, CURRENCY, SCIENTIFIC -> patterned(value, format.pattern());
    };
  }

  /** Refuses what we could not show. */
  void require(NumberFormat format) {
    if (format.type().isTime()) {
      DatePattern.requireKnown(format.pattern());
    } else if (!format.pattern().isEmpty()
        && format.type() != NumberFormat.Type.TEXT
        && !DECIMAL.matcher(format.pattern()).matches()) {
      throw ApiException.unsupported("number format pattern " + format.pattern());
    } else if (format.type() == NumberFormat.Type.TEXT
        && !"@".equals(format.pattern())
        && !format.pattern().isEmpty()) {
      throw ApiException.unsupported("text format pattern " + format.pattern());
    } else if (format.pattern().indexOf(',') >= 0 && !locale.hasGrouping()) {
      throw ApiException.unsupported("grouped numbers in the locale " + locale.tag());
    }
  }

  private String general(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LONGEST_WHOLE) {
      return Long.toString((long) value);
    }
    if (Math.abs(value) >= LONGEST_WHOLE || Math.abs(value) < 1e-5) {
      return patterned(value, "0.#####E+00");
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    return rounded.stripTrailingZeros().toPlainString().replace('.', locale.decimal());
  }

  private String patterned(double value, String pattern) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale.locale());
    symbols.setDecimalSeparator(locale.decimal());
    if (pattern.indexOf(',') >= 0) {
      symbols.setGroupingSeparator(locale.grouping());
    }
    symbols.setMinusSign('-');
    // Java writes a literal between single quotes, and an exponent without its plus sign.
    String java = pattern.replace('"', '\'').replace("E+", "E");
    DecimalFormat format = new DecimalFormat(java, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(value);
    return pattern.contains("E+") ? text.replaceFirst("E(?=\\d)", "E+") : text;
  }
}
