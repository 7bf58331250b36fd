package org.sverka.store;

import org.sverka.text.Messages;

/** The package's texts for operators. */
final class Words {
  private static final Messages ENGLISH = Messages.of(Words.class, "en");

  private Words() {}

  /** The text with that key; arguments appear as they print, numbers without grouping. */
  static String text(String key, Object... arguments) {
    Object[] printed = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      printed[i] = arguments[i].toString();
    }
    return ENGLISH.text(key, printed);
  }
}
