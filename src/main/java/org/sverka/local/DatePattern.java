package org.sverka.local;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or time pattern in Google's letters ({@code dd.mm.yyyy h:mm}), where {@code m} is a month
 * or a minute by its place.
 */
final class DatePattern {
  /** What serial numbers count from. */
  static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final Pattern TOKEN =
      Pattern.compile(
          "y+|M+|m+|d+|h+|s+|am/pm|a/p|\"([^\"]*)\"|\\\\(.)|([^A-Za-z\\[\\]\"\\\\])",
          Pattern.CASE_INSENSITIVE);
  private static final double MILLIS_A_DAY = 86_400_000;

  private final List<String> tokens;
  private final boolean halfDay;

  private DatePattern(List<String> tokens) {
    this.tokens = tokens;
    this.halfDay = tokens.contains("am/pm");
  }

  /** Reads a pattern. Says 501 for one with letters that we do not know. */
  static DatePattern of(String pattern) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(pattern);
    int at = 0;
    while (matcher.lookingAt()) {
      String token = matcher.group();
      boolean literal =
          matcher.group(1) != null || matcher.group(2) != null || matcher.group(3) != null;
      if (literal) {
        String text =
            matcher.group(1) != null
                ? matcher.group(1)
                : matcher.group(2) != null ? matcher.group(2) : token;
        tokens.add("'" + text);
      } else {
        tokens.add(token.toLowerCase(Locale.ROOT));
      }
      at = matcher.end();
      if (at == pattern.length()) {
        return new DatePattern(minutes(tokens));
      }
      matcher.region(at, pattern.length());
    }
    throw ApiException.unsupported("date format pattern " + pattern);
  }

  static void requireKnown(String pattern) {
    if (of(pattern).tokens.isEmpty()) {
      throw ApiException.invalid("Invalid date format pattern: " + pattern);
    }
  }

  /** Marks an {@code m} after an hour or before a second as minutes. */
  private static List<String> minutes(List<String> tokens) {
    List<String> marked = new ArrayList<>(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).startsWith("m")
          && tokens.get(i).length() <= 2
          && (field(tokens, i, -1, 'h') || field(tokens, i, 1, 's'))) {
        marked.set(i, "n".repeat(tokens.get(i).length()));
      }
    }
    return marked;
  }

  private static boolean field(List<String> tokens, int from, int step, char wanted) {
    for (int i = from + step; i >= 0 && i < tokens.size(); i += step) {
      if (!tokens.get(i).startsWith("'")) {
        return tokens.get(i).charAt(0) == wanted;
      }
    }
    return false;
  }

  static LocalDateTime moment(double serial) {
    return EPOCH.plus(Duration.ofMillis(Math.round(serial * MILLIS_A_DAY)));
  }

  static double serial(LocalDateTime moment) {
    return Duration.between(EPOCH, moment).toMillis() / MILLIS_A_DAY;
  }

  String show(double serial, SheetLocale locale) {
    LocalDateTime moment = moment(serial);
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(part(token, moment, locale.locale())));
    return text.toString();
  }

  private String part(String token, LocalDateTime moment, Locale locale) {
    int width = token.length();
    return switch (token.charAt(0)) {
      case '\'' -> token.substring(1);
      case 'y' -> width <= 2 ? padded(moment.getYear() % 100, 2) : padded(moment.getYear(), 4);
      case 'm' -> month(width, moment, locale);
      case 'd' -> day(width, moment, locale);
      case 'h' ->
          padded(
              halfDay ? moment.get(ChronoField.CLOCK_HOUR_OF_AMPM) : moment.getHour(),
              Math.min(width, 2));
      case 'n' -> padded(moment.getMinute(), width);
      case 's' -> padded(moment.getSecond(), Math.min(width, 2));
      default -> moment.getHour() < 12 ? "AM" : "PM";
    };
  }

  private static String month(int width, LocalDateTime moment, Locale locale) {
    return switch (width) {
      case 1, 2 -> padded(moment.getMonthValue(), width);
      case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, locale);
      case 4 -> DateTimeFormatter.ofPattern("LLLL", locale).format(moment);
      default -> moment.getMonth().getDisplayName(TextStyle.NARROW, locale);
    };
  }

  private static String day(int width, LocalDateTime moment, Locale locale) {
    return switch (width) {
      case 1, 2 -> padded(moment.getDayOfMonth(), width);
      case 3 -> moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
      default -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    };
  }

  private static String padded(int value, int width) {
    String digits = Integer.toString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
