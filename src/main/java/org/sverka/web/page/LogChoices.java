package org.sverka.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sverka.feed.FeedView;
import org.sverka.log.EntryType;
import org.sverka.rule.Verdict;
import org.sverka.sheet.JournalLayout;

/** What a reader of the log may choose from. */
final class LogChoices {
  private LogChoices() {}

  static List<Choice> of(Map<String, String> query, FeedView view, Words words) {
    return List.of(
        choice(
            "measure",
            words,
            query,
            view.measures().stream()
                .map(measure -> measure.measure().number().value())
                .map(number -> new Pair(number, number))),
        choice(
            "column",
            words,
            query,
            Stream.concat(view.layout().columns().stream(), JournalLayout.reviews().stream())
                .map(column -> new Pair(column.key(), column.header()))),
        choice(
            "verdict",
            words,
            query,
            Arrays.stream(Verdict.values())
                .map(Verdict::key)
                .filter(key -> !key.isEmpty())
                .map(key -> new Pair(key, words.of("verdict", key)))),
        choice(
            "type",
            words,
            query,
            Arrays.stream(EntryType.values())
                .map(EntryType::key)
                .map(key -> new Pair(key, words.of("type", key)))));
  }

  private record Pair(String value, String label) {}

  private static Choice choice(
      String name, Words words, Map<String, String> query, Stream<Pair> pairs) {
    String chosen = query.getOrDefault(name, "");
    return Choice.of(
        name,
        words.text("log.filter." + name),
        words.text("log.filter." + name + ".any"),
        pairs
            .map(pair -> new Choice.Option(pair.value, pair.label, pair.value.equals(chosen)))
            .toList());
  }
}
