package org.sverka.verify;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether what the site showed is what was entered. Of a choice the site shows a key, so that only
 * «one spelling, one key» can be asked of it; what is hidden can't be compared.
 */
final class Spelling {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final String HIDDEN = "[скрыт";

  private final Map<String, String> keys = new HashMap<>();

  boolean says(String column, String entered, String shown) {
    if (entered.contains(HIDDEN) || lines(entered).equals(lines(shown))) {
      return true;
    }
    Matcher day = DAY.matcher(shown);
    if (day.matches()) {
      return entered.contains(day.group(1)) && isDay(entered, day.group(2), day.group(3));
    }
    if (!KEY.matcher(shown).matches()) {
      return false;
    }
    String spelling = column + " " + entered.strip().toLowerCase(Locale.ROOT);
    return keys.computeIfAbsent(spelling, unknown -> shown).equals(shown);
  }

  /** Written with dots, or with the name of the month. */
  private static boolean isDay(String entered, String month, String day) {
    String numbers = entered.replaceAll("\\D+", " ").strip();
    int d = Integer.parseInt(day);
    int m = Integer.parseInt(month);
    return numbers.matches("0?" + d + " (0?" + m + " )?\\d{4}")
        || numbers.matches("\\d{4} " + month + " " + day);
  }

  private static String lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
