package org.sverka.local;

import java.util.Locale;

/**
 * How a spreadsheet's locale reads and writes values. Two are known; any other is declined rather
 * than guessed.
 */
enum SheetLocale {
  EN_US("en_US", Locale.US, '.', ',', "TRUE", "FALSE", "M/d/yyyy", "h:mm:ss am/pm", "Sheet"),
  RU_RU(
      "ru_RU",
      Locale.forLanguageTag("ru-RU"),
      ',',
      '\u00a0',
      "ИСТИНА",
      "ЛОЖЬ",
      "dd.MM.yyyy",
      "H:mm:ss",
      "Лист");

  private final String tag;
  private final Locale locale;
  private final char decimal;
  private final char grouping;
  private final String yes;
  private final String no;
  private final String datePattern;
  private final String timePattern;
  private final String tabWord;

  SheetLocale(
      String tag,
      Locale locale,
      char decimal,
      char grouping,
      String yes,
      String no,
      String datePattern,
      String timePattern,
      String tabWord) {
    this.tag = tag;
    this.locale = locale;
    this.decimal = decimal;
    this.grouping = grouping;
    this.yes = yes;
    this.no = no;
    this.datePattern = datePattern;
    this.timePattern = timePattern;
    this.tabWord = tabWord;
  }

  static SheetLocale named(String tag) {
    for (SheetLocale known : values()) {
      if (known.tag.equals(tag)) {
        return known;
      }
    }
    throw ApiException.unsupported("locale " + tag);
  }

  String tag() {
    return tag;
  }

  Locale locale() {
    return locale;
  }

  char decimal() {
    return decimal;
  }

  char grouping() {
    return grouping;
  }

  String bool(boolean value) {
    return value ? yes : no;
  }

  String datePattern() {
    return datePattern;
  }

  String timePattern() {
    return timePattern;
  }

  /** The title of the nth tab of a new spreadsheet. */
  String tabTitle(int number) {
    return tabWord + number;
  }
}
