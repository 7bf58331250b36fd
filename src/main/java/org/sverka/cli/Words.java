package org.sverka.cli;

import org.sverka.text.Messages;

/** What the command line says. */
final class Words {
  private static final Messages MESSAGES = Messages.of(Words.class, "en");

  private Words() {}

  static String text(String key, Object... arguments) {
    return MESSAGES.text(key, arguments);
  }
}
