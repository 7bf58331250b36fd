package org.sverka.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sverka.feed.FeedView;
import org.sverka.rule.RuleBook;

/**
 * A page of the change log.
 *
 * @param choices what most readers ask for
 * @param further what few do
 * @param from the first day that is wanted, ISO 8601; empty for no limit
 * @param to the last one
 * @param chosen the conditions that are set, in words
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
    List<Condition> chosen,
    List<LogNow> now,
    List<EpisodeView> episodes,
    String newestHref,
    String olderHref) {
  /** A condition that is set, such as «Решение»: «Отклонено». */
  public record Condition(String label, String value) {}

  static LogPage of(
      FeedView view, LogCut cut, LogLines lines, RuleBook book, LogNow now, Words words) {
    String path = "/" + view.roadmap().id() + "/log";
    Map<String, String> query = cut.query();
    List<Choice> usual = LogChoices.usual(query, view, words);
    List<Choice> further = LogChoices.further(query, view, book, words);
    boolean first = cut.first() && query.isEmpty();
    return new LogPage(
        path,
        usual,
        further,
        query.getOrDefault("from", ""),
        query.getOrDefault("to", ""),
        !query.isEmpty(),
        chosen(usual, further, query, words),
        first ? List.of(now.first(lines.most())) : List.of(),
        lines.episodes(),
        cut.first() ? "" : path + query(query, 0),
        lines.next() == 0 ? "" : path + query(query, lines.next()));
  }

  /** The conditions that are set, in words. */
  static List<Condition> chosen(
      Map<String, String> query, FeedView view, RuleBook book, Words words) {
    return chosen(
        LogChoices.usual(query, view, words),
        LogChoices.further(query, view, book, words),
        query,
        words);
  }

  private static List<Condition> chosen(
      List<Choice> usual, List<Choice> further, Map<String, String> query, Words words) {
    Stream<Condition> listed =
        Stream.concat(usual.stream(), further.stream())
            .flatMap(
                choice ->
                    choice.chosen().map(option -> new Condition(choice.label(), option.label())));
    Stream<Condition> days =
        Stream.of("from", "to")
            .filter(query::containsKey)
            .map(
                name ->
                    new Condition(
                        words.text("log.filter." + name),
                        words.date(query.getOrDefault(name, ""))));
    return Stream.concat(listed, days).toList();
  }

  private static String query(Map<String, String> filters, long before) {
    Map<String, String> all = new LinkedHashMap<>(filters);
    if (before > 0) {
      all.put("before", Long.toString(before));
    }
    return Addresses.query(all);
  }

  /** Where the roadmap itself is, with all that is held in it. */
  public String roadmap() {
    return action.substring(0, action.lastIndexOf('/'));
  }

  /** Whether a condition is set that stands among the further ones. */
  public boolean isFurther() {
    return further.stream().anyMatch(Choice::isSet);
  }
}
