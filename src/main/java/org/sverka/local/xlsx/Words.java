package org.sverka.local.xlsx;

import org.sverka.text.Messages;

/** Why files are refused. */
final class Words {
  private static final Messages RUSSIAN = Messages.of(Words.class, "ru");

  private Words() {}

  static UnreadableFileException refusal(String reason, Object... arguments) {
    return new UnreadableFileException(RUSSIAN.text("file." + reason, arguments));
  }
}
