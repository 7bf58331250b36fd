package org.sverka.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.feed.FeedView;
import org.sverka.log.Episode;
import org.sverka.rule.RuleBook;

/**
 * A page of the change log.
 *
 * @param choices what most readers ask for
 * @param further what few do
 * @param from the first day that is wanted, ISO 8601; empty for no limit
 * @param to the last one
 * @param now how things stand; empty on any but the first page
 * @param episodes newest first
 * @param newestHref the first page; empty if this is it
 * @param olderHref the page before this one in time; empty on the last
 */
public record LogPage(
    String action,
    List<Choice> choices,
    List<Choice> further,
    String from,
    String to,
    boolean filtered,
    List<LogNow> now,
    List<EpisodeView> episodes,
    String newestHref,
    String olderHref) {

  static LogPage of(FeedView view, LogCut cut, RuleBook book, LogNow now, Words words) {
    String path = "/" + view.roadmap().id() + "/log";
    Map<String, String> query = cut.query();
    return new LogPage(
        path,
        LogChoices.usual(query, view, words),
        LogChoices.further(query, view, book, words),
        query.getOrDefault("from", ""),
        query.getOrDefault("to", ""),
        !query.isEmpty(),
        cut.first() && query.isEmpty() ? List.of(now) : List.of(),
        Episode.fold(cut.entries()).stream()
            .map(episode -> EpisodeView.of(episode, cut.reviews(), view, words))
            .toList(),
        cut.first() ? "" : path + query(query, 0),
        cut.next() == 0 ? "" : path + query(query, cut.next()));
  }

  private static String query(Map<String, String> filters, long before) {
    Map<String, String> all = new LinkedHashMap<>(filters);
    if (before > 0) {
      all.put("before", Long.toString(before));
    }
    return Addresses.query(all);
  }

  /** Whether a condition is set that stands among the further ones. */
  public boolean isFurther() {
    return further.stream().anyMatch(Choice::isSet);
  }
}
