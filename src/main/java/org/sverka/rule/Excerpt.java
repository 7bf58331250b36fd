package org.sverka.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.sverka.sheet.Cell;
import org.sverka.text.Visible;

/**
 * What of a person's text is repeated in a message: enough to know it again, and nothing personal.
 */
final class Excerpt {
  private static final int LENGTH = 60;
  private static final int LOOKED_AT = 600;
  private static final int MOST = 10;

  private Excerpt() {}

  /** Several of them for a sentence; of many the first. */
  static String listed(List<String> excerpts) {
    return excerpts.stream()
        .limit(MOST)
        .collect(Collectors.joining("», «", "«", excerpts.size() > MOST ? "»…" : "»"));
  }

  static String of(Cell cell) {
    return of(cell.text());
  }

  static String of(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    String start = flat.length() <= LOOKED_AT ? flat : flat.substring(0, LOOKED_AT);
    String line = Visible.of(PersonalText.masked(start));
    return line.codePointCount(0, line.length()) <= LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LENGTH)) + "…";
  }
}
