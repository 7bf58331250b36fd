package org.sverka.google;

import java.util.regex.Pattern;
import org.sverka.text.Messages;

/** The texts of this package: English for operators, Russian for what stands in the sheet. */
final class Words {
  private static final Messages ENGLISH = Messages.of(Words.class, "en");
  private static final Messages RUSSIAN = Messages.of(Words.class, "ru");
  private static final int LONGEST_DETAIL = 300;

  /** Addresses; runs of 16 letters and digits with a digit among them, as tokens and ids are. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "[^\\s@<>\"'(]{1,64}@[^\\s@<>\"')]{1,255}"
              + "|(?=[A-Za-z_-]{0,64}+[0-9])[\\w-]{16,}+|[\\w-]{32,}+");

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

  /**
   * Somebody else's words made fit for one line of a log: short, without control characters, and
   * without what may be a secret or somebody's address, since a server or a proxy may quote the
   * request.
   */
  static String foreign(String words) {
    String plain = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String line = PRIVATE.matcher(plain).replaceAll("[…]");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}
