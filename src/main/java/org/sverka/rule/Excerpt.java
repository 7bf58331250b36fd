package org.sverka.rule;

import org.sverka.sheet.Cell;

/**
 * What of a person's text is repeated in a message: enough to know it again, and nothing personal.
 */
final class Excerpt {
  private static final int LENGTH = 60;

  private Excerpt() {}

  static String of(Cell cell) {
    return of(cell.text());
  }

  static String of(String text) {
    String line = PersonalText.masked(text).strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LENGTH)) + "…";
  }
}
