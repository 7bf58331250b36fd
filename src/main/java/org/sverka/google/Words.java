package org.sverka.google;

import org.sverka.text.Messages;

/** The texts of this package: English for operators, Russian for what stands in the sheet. */
final class Words {
  private static final Messages ENGLISH = Messages.of(Words.class, "en");
  private static final Messages RUSSIAN = Messages.of(Words.class, "ru");
  private static final int LONGEST_DETAIL = 300;

  private Words() {}

  /** A message for the operator. */
  static String operator(String key, Object... arguments) {
    return ENGLISH.text(key, arguments);
  }

  /** What an answer is that is not the JSON object it should be. */
  static String notJson(int status, String contentType) {
    return operator("not-json", String.valueOf(status), foreign(contentType));
  }

  /** A text for the people at the sheet. */
  static String sheet(String key, Object... arguments) {
    return RUSSIAN.text(key, arguments);
  }

  /** Somebody else's words made fit for one line of a log: short, without control characters. */
  static String foreign(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}
