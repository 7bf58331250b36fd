package org.sverka.local;

/**
 * Title, locale ({@code ru_RU}) and time zone of a workbook, and when formulas are computed anew.
 */
record WorkbookProperties(String title, String locale, String timeZone, String autoRecalc) {

  static final String DEFAULT_LOCALE = "en_US";
  static final String DEFAULT_ZONE = "Etc/GMT";
  static final String DEFAULT_RECALC = "ON_CHANGE";

  WorkbookProperties withTitle(String value) {
    return new WorkbookProperties(value, locale, timeZone, autoRecalc);
  }
}
