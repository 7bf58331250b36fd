package org.sverka.google;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package: English for operators, Russian for what stands in the sheet. */
final class Messages {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final int LONGEST_DETAIL = 300;

  private Messages() {}

  /** A message for the operator. */
  static String operator(String key, Object... arguments) {
    return text(Locale.ENGLISH, key, arguments);
  }

  /** A text for the people at the sheet. */
  static String sheet(String key, Object... arguments) {
    return text(RUSSIAN, key, arguments);
  }

  /** Somebody else's words made fit for one line of a log: short, without control characters. */
  static String foreign(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }

  private static String text(Locale locale, String key, Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.sverka.google.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
