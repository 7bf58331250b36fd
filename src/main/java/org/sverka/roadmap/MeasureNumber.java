package org.sverka.roadmap;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a measure in the document, such as {@code 7.6}: two or more whole numbers joined by
 * dots. It is the identity of a measure. Ordered numerically, so that 1.10 follows 1.9.
 */
public record MeasureNumber(String value) implements Comparable<MeasureNumber> {
  private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,3}(?:\\.[1-9]\\d{0,3}){1,3}");

  /**
   * @throws IllegalArgumentException if the value is not of the form {@code 7.6}
   */
  public MeasureNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a measure number: " + value);
    }
  }

  /** The number that the text spells, if it spells one exactly. */
  public static Optional<MeasureNumber> parse(String text) {
    return text.length() <= 20 && FORM.matcher(text).matches()
        ? Optional.of(new MeasureNumber(text))
        : Optional.empty();
  }

  /** The number of the section that the measure belongs to: its first part. */
  public String section() {
    return value.substring(0, value.indexOf('.'));
  }

  @Override
  public int compareTo(MeasureNumber other) {
    return Arrays.compare(parts(), other.parts());
  }

  private int[] parts() {
    return Arrays.stream(value.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return value;
  }
}
