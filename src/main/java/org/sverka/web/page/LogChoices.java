package org.sverka.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sverka.feed.FeedView;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.rule.FindingTexts;
import org.sverka.rule.RuleBook;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.JournalLayout;
import org.sverka.sync.Erasure;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;

/** What a reader of the log may choose from. */
final class LogChoices {
  private static final int LONGEST = 40;

  /** What a new edition changed stands in the log where else a rule stands; it is in no book. */
  private static final String EDITION = "edition";

  private LogChoices() {}

  /** What most readers ask for. */
  static List<Choice> usual(Map<String, String> query, FeedView view, Words words) {
    return List.of(
        choice(
            "measure",
            words,
            query,
            view.measures().stream()
                .map(measure -> measure.measure())
                .map(m -> new Pair(m.number().value(), m.number().value() + ". " + m.text()))),
        choice(
            "party",
            words,
            query,
            view.roadmap().parties().stream().map(party -> new Pair(party.key(), party.name()))),
        choice("verdict", words, query, named("verdict", verdicts(), words)));
  }

  /** What few do. */
  static List<Choice> further(
      Map<String, String> query, FeedView view, RuleBook book, Words words) {
    return List.of(
        choice(
            "section",
            words,
            query,
            view.roadmap().sections().stream()
                .map(s -> new Pair(s.number(), s.number() + ". " + s.title()))),
        choice(
            "column",
            words,
            query,
            Stream.concat(
                Stream.concat(view.layout().columns().stream(), JournalLayout.reviews().stream())
                    .map(column -> new Pair(column.key(), column.header())),
                Stream.of(new Pair(Erasure.COLUMN, words.column(Erasure.COLUMN))))),
        choice(
            "type",
            words,
            query,
            named("type", Arrays.stream(EntryType.values()).map(EntryType::key), words)),
        choice(
            "severity",
            words,
            query,
            Arrays.stream(Severity.values())
                .map(severity -> new Pair(severity.key(), FindingTexts.severity(severity)))),
        choice(
            "rule",
            words,
            query,
            Stream.concat(
                book.chapters().stream()
                    .map(
                        chapter ->
                            new Pair(chapter.rule(), chapter.rule() + ": " + chapter.about())),
                Stream.of(new Pair(EDITION, words.text("log.rule.edition"))))),
        choice("review", words, query, waiting(words)));
  }

  private static Stream<Pair> waiting(Words words) {
    return Stream.of(new Pair(LogFilter.WAITING, words.of("review", LogFilter.WAITING)));
  }

  private static Stream<String> verdicts() {
    return Arrays.stream(Verdict.values()).map(Verdict::key).filter(key -> !key.isEmpty());
  }

  private static Stream<Pair> named(String family, Stream<String> keys, Words words) {
    return keys.map(key -> new Pair(key, words.of(family, key)));
  }

  private record Pair(String value, String label) {}

  private static Choice choice(
      String name, Words words, Map<String, String> query, Stream<Pair> pairs) {
    String chosen = query.getOrDefault(name, "");
    List<Pair> all = new ArrayList<>(pairs.toList());
    // What an earlier edition or rule set had can still be asked for, and is still named.
    if (!chosen.isEmpty() && all.stream().noneMatch(pair -> pair.value.equals(chosen))) {
      all.add(new Pair(chosen, chosen));
    }
    return Choice.of(
        name,
        words.text("log.filter." + name),
        words.text("log.filter." + name + ".any"),
        all.stream().map(pair -> option(pair, chosen)).toList());
  }

  private static Choice.Option option(Pair pair, String chosen) {
    String label = Visible.of(WordDiff.cut(pair.label, LONGEST));
    return new Choice.Option(pair.value, label, pair.value.equals(chosen));
  }
}
