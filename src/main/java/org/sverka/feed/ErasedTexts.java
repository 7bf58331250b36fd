package org.sverka.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.log.Entry;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.Lineage;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.History;
import org.sverka.sync.PublishedRoadmap;

/**
 * Where the site showed a text, at either end of a statement, that was erased by law since: keys of
 * columns, by the number that the measure had there.
 */
record ErasedTexts(Map<MeasureNumber, Set<String>> before, Map<MeasureNumber, Set<String>> after) {
  private static final int PAGE = 500;

  /**
   * All of them. A text that is erased at both ends is left out where nothing was published there
   * in between: it was the same, as far as anybody can still say. Blocking.
   */
  static ErasedTexts between(
      FeedView before, FeedView after, Lineage lineage, PublishedRoadmap published) {
    ErasedTexts all =
        new ErasedTexts(erased(before, published.history()), erased(after, published.history()));
    Map<MeasureNumber, Set<String>> earlier = new HashMap<>(all.before);
    Map<MeasureNumber, Set<String>> later = new HashMap<>(all.after);
    for (MeasureNumber number : all.after.keySet()) {
      Optional<MeasureNumber> former = lineage.former(number);
      Set<String> columns = columns(all.after, number);
      Set<String> still = new HashSet<>(columns);
      still.retainAll(former.map(old -> columns(all.before, old)).orElse(Set.of()));
      if (former.isPresent() && !still.isEmpty()) {
        still.removeAll(changed(number, before, after, published));
        still.removeAll(changed(former.get(), before, after, published));
        earlier.put(former.get(), without(columns(all.before, former.get()), still));
        later.put(number, without(columns, still));
      }
    }
    return new ErasedTexts(earlier, later);
  }

  private static Map<MeasureNumber, Set<String>> erased(FeedView view, History history) {
    return history.erased(new History.Point(view.revision(), view.changedAt(), view.edition()));
  }

  private static Set<String> columns(Map<MeasureNumber, Set<String>> erased, MeasureNumber number) {
    return erased.getOrDefault(number, Set.of());
  }

  /** Those of a measure before. */
  Set<String> before(MeasureView measure) {
    return columns(before, measure.measure().number());
  }

  /** Those of a measure after. */
  Set<String> after(MeasureView measure) {
    return columns(after, measure.measure().number());
  }

  private static Set<String> without(Set<String> columns, Set<String> others) {
    Set<String> rest = new HashSet<>(columns);
    rest.removeAll(others);
    return rest;
  }

  /** The columns of a measure of which something was published between the two. */
  private static Set<String> changed(
      MeasureNumber number, FeedView before, FeedView after, PublishedRoadmap published) {
    Set<String> columns = new HashSet<>();
    LogFilter filter = LogFilter.ALL.ofMeasure(number.value());
    long last = before.revision();
    List<SealedEntry> page;
    do {
      page = published.log().after(last, PAGE, filter);
      for (SealedEntry sealed : page) {
        Entry entry = sealed.entry();
        last = entry.seq();
        if (entry.published() && last <= after.revision()) {
          columns.add(entry.column());
        }
      }
    } while (page.size() == PAGE && last < after.revision());
    return columns;
  }
}
