package org.sverka.text;

/**
 * Makes characters visible that could deceive a reader: controls, marks that turn the direction of
 * writing, and those without width. In their place stands their number, such as ⟨U+202E⟩.
 */
public final class Visible {
  private Visible() {}

  /** The text with all of them shown. */
  public static String of(String text) {
    int at = 0;
    while (at < text.length() && !hidden(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (hidden(c)) {
        shown.append("⟨U+%04X⟩".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private static boolean hidden(char c) {
    if (c == '\n' || c == '\t' || c == '\r') {
      return false;
    }
    return Character.isISOControl(c)
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || c == '\u00AD'
        || c == '\u061C'
        || c == '\uFEFF'
        || c >= '\uFFF9';
  }
}
