package org.sverka.roadmap;

/**
 * When a measure is to be carried out.
 *
 * @param text as signed, such as «2023-2026 гг.»
 * @param from first year
 * @param to last year, not before the first
 */
public record Term(String text, int from, int to) {
  public Term {
    if (to < from) {
      throw new IllegalArgumentException("A term ends before it begins: " + text);
    }
  }
}
