package org.sverka.roadmap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sverka.text.Texts;

/**
 * Which measure of one edition is which of the one before it. Measures are numbered without gaps,
 * so that one which is dropped or put between moves all below it: the text says more than the
 * number.
 *
 * @param former number in the edition before, by number in this one; new measures have none
 */
public record Lineage(Map<MeasureNumber, MeasureNumber> former) {
  /** Share of the words that two texts must have in common to be of one measure. */
  private static final double AKIN = 0.5;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  public Lineage {
    former = Map.copyOf(former);
  }

  /**
   * Compares two editions. A measure that reads much like the one with its number is that one; else
   * it is the one that reads most like it among those that stay nowhere else; else, however it
   * reads, the one with its number, unless that has become another.
   */
  public static Lineage between(Roadmap before, Roadmap after) {
    Map<MeasureNumber, MeasureNumber> former = new HashMap<>();
    Set<MeasureNumber> free = new HashSet<>(before.measures().keySet());
    for (Measure measure : after.measures().values()) {
      Measure same = before.measures().get(measure.number());
      if (same != null && likeness(same, measure) >= AKIN) {
        former.put(measure.number(), measure.number());
        free.remove(measure.number());
      }
    }
    for (Measure measure : after.measures().values()) {
      if (!former.containsKey(measure.number())) {
        closest(measure, before, free)
            .ifPresent(
                number -> {
                  former.put(measure.number(), number);
                  free.remove(number);
                });
      }
    }
    for (MeasureNumber number : after.measures().keySet()) {
      if (!former.containsKey(number) && free.remove(number)) {
        former.put(number, number);
      }
    }
    return new Lineage(former);
  }

  /**
   * Through several editions, from the first to the last: a measure may be reworded little by
   * little, and have another number in each.
   */
  public static Lineage through(List<Roadmap> editions) {
    Lineage all = between(editions.get(0), editions.get(0));
    for (int i = 1; i < editions.size(); i++) {
      all = between(editions.get(i - 1), editions.get(i)).from(all);
    }
    return all;
  }

  private Lineage from(Lineage earlier) {
    Map<MeasureNumber, MeasureNumber> numbers = new HashMap<>();
    former.forEach(
        (number, before) -> earlier.former(before).ifPresent(first -> numbers.put(number, first)));
    return new Lineage(numbers);
  }

  /** The number that a measure had before; empty of a new one. */
  public Optional<MeasureNumber> former(MeasureNumber number) {
    return Optional.ofNullable(former.get(number));
  }

  /** Whether a measure of the edition before is in this one. */
  public boolean stays(MeasureNumber number) {
    return former.containsValue(number);
  }

  private static Optional<MeasureNumber> closest(
      Measure measure, Roadmap before, Set<MeasureNumber> free) {
    return before.measures().values().stream()
        .filter(other -> free.contains(other.number()) && likeness(other, measure) >= AKIN)
        .max(Comparator.comparingDouble(other -> likeness(other, measure)))
        .map(Measure::number);
  }

  /** Share of the words of the longer text that both have. */
  private static double likeness(Measure one, Measure other) {
    Set<String> left = words(one.text());
    Set<String> right = words(other.text());
    int longer = Math.max(left.size(), right.size());
    left.retainAll(right);
    return longer == 0 ? 1 : left.size() / (double) longer;
  }

  private static Set<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(Texts.key(text))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
