package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** How a number is shown: the API's {@code numberFormat}. */
record NumberFormat(Type type, String pattern) {

  /** The kinds, under their API names. */
  enum Type {
    AUTOMATIC,
    TEXT,
    NUMBER,
    PERCENT,
    CURRENCY,
    DATE,
    TIME,
    DATE_TIME,
    SCIENTIFIC;

    boolean isTime() {
      return this == DATE || this == TIME || this == DATE_TIME;
    }
  }

  static final NumberFormat AUTOMATIC = new NumberFormat(Type.AUTOMATIC, "");

  boolean isAutomatic() {
    return type == Type.AUTOMATIC;
  }

  /** The number format in a cell's format. Says 501 for one that we cannot show. */
  static NumberFormat of(@Nullable ObjectNode format, SheetLocale locale) {
    if (format == null || !(format.get("numberFormat") instanceof ObjectNode number)) {
      return AUTOMATIC;
    }
    String name = number.path("type").asText("NUMBER_FORMAT_TYPE_UNSPECIFIED");
    for (Type type : Type.values()) {
      if (type.name().equals(name)) {
        String pattern = number.path("pattern").asText();
        return new NumberFormat(type, pattern.isEmpty() ? standard(type, locale) : pattern);
      }
    }
    return AUTOMATIC;
  }

  private static String standard(Type type, SheetLocale locale) {
    return switch (type) {
      case NUMBER -> "#,##0.00";
      case PERCENT -> "0.00%";
      case CURRENCY -> money(locale);
      case SCIENTIFIC -> "0.00E+00";
      case DATE -> locale.datePattern();
      case TIME -> locale.timePattern();
      case DATE_TIME -> locale.datePattern() + " H:mm:ss";
      case AUTOMATIC, TEXT -> "";
    };
  }

  private static String money(SheetLocale locale) {
    return switch (locale) {
      case RU_RU -> "#,##0.00\" ₽\"";
      case EN_US -> "$#,##0.00";
      default -> throw ApiException.unsupported("the currency of the locale " + locale.tag());
    };
  }

  ObjectNode json() {
    return Json.object().put("type", type.name()).put("pattern", pattern);
  }
}
