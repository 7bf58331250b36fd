package org.sverka.local;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How a spreadsheet's locale reads and writes values. Of two all is known; of others, only what is
 * certain, and what needs the rest is declined. Any other locale is declined rather than guessed.
 */
enum SheetLocale {
  EN_US("en-US", "TRUE", "FALSE", ",", "M/d/yyyy", "h:mm:ss am/pm", "Sheet"),
  RU_RU("ru-RU", "ИСТИНА", "ЛОЖЬ", "\u00a0", "dd.MM.yyyy", "H:mm:ss", "Лист"),
  EN_GB("en-GB", "TRUE", "FALSE", ",", "", "", "Sheet"),
  DE_DE("de-DE", "WAHR", "FALSCH", ".", "", "", ""),
  FR_FR("fr-FR", "VRAI", "FAUX", "", "", "", ""),
  ES_ES("es-ES", "VERDADERO", "FALSO", "", "", "", ""),
  IT_IT("it-IT", "VERO", "FALSO", ".", "", "", "");

  private final Locale locale;
  private final String yes;
  private final String no;
  private final char decimal;
  private final String grouping;
  private final String datePattern;
  private final String timePattern;
  private final String tabWord;

  SheetLocale(
      String language,
      String yes,
      String no,
      String grouping,
      String datePattern,
      String timePattern,
      String tabWord) {
    this.locale = Locale.forLanguageTag(language);
    this.yes = yes;
    this.no = no;
    this.decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    this.grouping = grouping;
    this.datePattern = datePattern;
    this.timePattern = timePattern;
    this.tabWord = tabWord;
  }

  static SheetLocale named(String tag) {
    for (SheetLocale known : values()) {
      if (known.tag().equals(tag)) {
        return known;
      }
    }
    throw ApiException.unsupported("locale " + tag);
  }

  String tag() {
    return locale.toString();
  }

  Locale locale() {
    return locale;
  }

  /** Whether dates, times and grouped numbers can be read and written too. */
  boolean isWhole() {
    return !datePattern.isEmpty();
  }

  char decimal() {
    return decimal;
  }

  boolean hasGrouping() {
    return !grouping.isEmpty();
  }

  char grouping() {
    return known(grouping, "grouped numbers").charAt(0);
  }

  String bool(boolean value) {
    return value ? yes : no;
  }

  String datePattern() {
    return known(datePattern, "the standard format of dates");
  }

  String timePattern() {
    return known(timePattern, "the standard format of times");
  }

  /** The title of the nth tab of a new spreadsheet. */
  String tabTitle(int number) {
    return known(tabWord, "the title of a new sheet") + number;
  }

  private String known(String value, String what) {
    if (value.isEmpty()) {
      throw ApiException.unsupported(what + " in the locale " + tag());
    }
    return value;
  }
}
