package org.sverka.local;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a person types, in the sheet's locale: the API's {@code USER_ENTERED}. */
final class EntryParser {
  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern EN_DATE =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?");
  private static final Pattern RU_DATE =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern EN_NUMBER =
      Pattern.compile(
          "([-+]?)(\\$?)(\\d+|\\d{1,3}(?:,\\d{3})+|(?=\\.\\d))(\\.\\d*)?([eE][-+]?\\d{1,3})?(%?)");
  private static final Pattern RU_NUMBER =
      Pattern.compile(
          "([-+]?)()(\\d+|\\d{1,3}(?:[\\u00a0\\u202f ]\\d{3})+|(?=,\\d))(,\\d*)?([eE][-+]?\\d{1,3})?(%?)");
  private static final int CENTURY_TURN = 30;

  private final SheetLocale locale;
  private final Clock clock;

  /**
   * @param clock today in the sheet's time zone, for dates without a year
   */
  EntryParser(SheetLocale locale, Clock clock) {
    this.locale = locale;
    this.clock = clock;
  }

  /** What an entry means, and the number format that it brings along. */
  record Entry(CellValue value, NumberFormat format) {
    private static Entry plain(CellValue value) {
      return new Entry(value, NumberFormat.AUTOMATIC);
    }
  }

  Entry read(String typed) {
    if (typed.length() > 1 && typed.startsWith("=")) {
      return Entry.plain(new CellValue.Formula(typed));
    }
    if (typed.startsWith("'")) {
      return Entry.plain(new CellValue.Text(typed.substring(1)));
    }
    String text = typed.strip();
    if (!locale.isWhole()) {
      requireCertain(text);
    }
    return bool(text)
        .or(() -> number(text))
        .or(() -> moment(text))
        .orElseGet(() -> Entry.plain(new CellValue.Text(typed)));
  }

  /** In a locale that is known in part: a plain number, an ISO date, or a text without digits. */
  private void requireCertain(String text) {
    String number = "[-+]?\\d+([" + locale.decimal() + "]\\d+)?%?";
    boolean certain =
        text.matches(number)
            || ISO_DATE.matcher(text).matches()
            || text.codePoints().noneMatch(Character::isDigit);
    if (!certain) {
      throw ApiException.unsupported("this entry in the locale " + locale.tag());
    }
  }

  private Optional<Entry> bool(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    if (word.equals("TRUE") || word.equals(locale.bool(true))) {
      return Optional.of(Entry.plain(new CellValue.Bool(true)));
    }
    return word.equals("FALSE") || word.equals(locale.bool(false))
        ? Optional.of(Entry.plain(new CellValue.Bool(false)))
        : Optional.empty();
  }

  private Optional<Entry> number(String text) {
    Matcher matcher = (locale.decimal() == ',' ? RU_NUMBER : EN_NUMBER).matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String whole = matcher.group(3).replaceAll("\\D", "");
    String fraction = matcher.group(4) == null ? "" : matcher.group(4).substring(1);
    String exponent = matcher.group(5) == null ? "" : matcher.group(5);
    boolean percent = !matcher.group(6).isEmpty();
    double value =
        Double.parseDouble(
            matcher.group(1) + (whole.isEmpty() ? "0" : whole) + "." + fraction + "0" + exponent);
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    boolean grouped = !whole.equals(matcher.group(3));
    return Optional.of(
        new Entry(
            new CellValue.Numeric(percent ? value / 100 : value),
            shown(
                percent,
                !matcher.group(2).isEmpty(),
                grouped,
                !exponent.isEmpty(),
                !fraction.isEmpty())));
  }

  private static NumberFormat shown(
      boolean percent, boolean money, boolean grouped, boolean exponent, boolean fraction) {
    String decimals = fraction ? ".00" : "";
    if (exponent) {
      return new NumberFormat(NumberFormat.Type.SCIENTIFIC, "0.00E+00");
    }
    if (percent) {
      return new NumberFormat(NumberFormat.Type.PERCENT, "0" + decimals + "%");
    }
    if (money) {
      return new NumberFormat(NumberFormat.Type.CURRENCY, "$#,##0" + decimals);
    }
    return grouped
        ? new NumberFormat(NumberFormat.Type.NUMBER, "#,##0" + decimals)
        : NumberFormat.AUTOMATIC;
  }

  private Optional<Entry> moment(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    Optional<LocalDate> date = date(first);
    if (date.isPresent()) {
      String pattern = ISO_DATE.matcher(first).matches() ? "yyyy-mm-dd" : locale.datePattern();
      if (space < 0) {
        return Optional.of(dated(date.get().atStartOfDay(), NumberFormat.Type.DATE, pattern));
      }
      return time(text.substring(space + 1).strip())
          .map(
              time ->
                  dated(
                      date.get().atTime(time), NumberFormat.Type.DATE_TIME, pattern + " H:mm:ss"));
    }
    return space >= 0
        ? Optional.empty()
        : time(text)
            .map(
                time ->
                    new Entry(
                        new CellValue.Numeric(time.toSecondOfDay() / 86_400.0),
                        new NumberFormat(NumberFormat.Type.TIME, locale.timePattern())));
  }

  private static Entry dated(LocalDateTime moment, NumberFormat.Type type, String pattern) {
    return new Entry(
        new CellValue.Numeric(DatePattern.serial(moment)), new NumberFormat(type, pattern));
  }

  private Optional<LocalDate> date(String text) {
    Matcher iso = ISO_DATE.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    boolean russian = locale == SheetLocale.RU_RU;
    Matcher own = (russian ? RU_DATE : EN_DATE).matcher(text);
    if (!own.matches()) {
      return Optional.empty();
    }
    String year =
        own.group(3) == null ? Integer.toString(LocalDate.now(clock).getYear()) : own.group(3);
    return russian ? day(year, own.group(2), own.group(1)) : day(year, own.group(1), own.group(2));
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    int number = Integer.parseInt(year);
    int full = year.length() > 2 ? number : number < CENTURY_TURN ? 2000 + number : 1900 + number;
    try {
      return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    try {
      return Optional.of(
          LocalTime.of(
              Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), second));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
