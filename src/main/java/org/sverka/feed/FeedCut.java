package org.sverka.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of a view as goes into one answer.
 *
 * @param measures in the order of the document
 * @param removed what a reader who holds an older answer has to take out of it
 */
public record FeedCut(FeedView view, List<MeasureView> measures, List<Tombstone> removed) {
  public FeedCut {
    measures = List.copyOf(measures);
    removed = List.copyOf(removed);
  }

  /**
   * A measure that is no longer part of the answer.
   *
   * @param reason {@code not-in-document} or {@code not-in-filter}
   */
  public record Tombstone(String number, String reason) {}

  /** All measures that pass. */
  public static FeedCut of(FeedView view, FeedFilter filter) {
    return new FeedCut(view, view.measures(filter), List.of());
  }

  /**
   * What became different between two views: whoever takes the tombstones out of the older answer
   * to the same filter, and puts the measures in, has the newer one.
   */
  static FeedCut since(FeedView before, FeedView view, FeedFilter filter) {
    Map<String, MeasureView> old = new HashMap<>();
    before.measures(filter).forEach(measure -> old.put(number(measure), measure));
    List<MeasureView> changed = new ArrayList<>();
    for (MeasureView measure : view.measures(filter)) {
      MeasureView known = old.remove(number(measure));
      if (known == null || !readsTheSame(measure, known)) {
        changed.add(measure);
      }
    }
    List<Tombstone> removed =
        before.measures().stream()
            .map(FeedCut::number)
            .filter(old::containsKey)
            .map(number -> new Tombstone(number, reason(view, number)))
            .toList();
    return new FeedCut(view, changed, removed);
  }

  /** A section comes with its measures, so all of them come when it has another title. */
  private static boolean readsTheSame(MeasureView measure, MeasureView known) {
    return measure.showsTheSameAs(known)
        && measure.section().title().equals(known.section().title());
  }

  private static String reason(FeedView view, String number) {
    return view.measure(number).isEmpty() ? "not-in-document" : "not-in-filter";
  }

  private static String number(MeasureView measure) {
    return measure.measure().number().value();
  }
}
