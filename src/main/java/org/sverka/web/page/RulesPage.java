package org.sverka.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sverka.feed.FeedView;
import org.sverka.rule.FindingTexts;
import org.sverka.rule.RuleBook;
import org.sverka.rule.RuleBook.Chapter;
import org.sverka.rule.RuleBook.Example;
import org.sverka.rule.Severity;
import org.sverka.sheet.Column;
import org.sverka.text.Visible;

/**
 * The page of the rules.
 *
 * @param groups by severity, worst first
 */
public record RulesPage(List<Group> groups) {

  /**
   * The rules of one severity.
   *
   * @param consequence what it means for the site
   * @param intended what to do if the value is meant to be so
   */
  public record Group(String title, String consequence, String intended, List<RuleView> rules) {}

  /** One rule. */
  public record RuleView(String id, String about, String fix, List<CellPair> example) {}

  /** A cell of an example, wrong and right; empty for an empty cell. */
  public record CellPair(String column, String wrong, String right) {}

  static RulesPage of(RuleBook book, FeedView view, Words words) {
    List<Group> groups =
        Arrays.stream(Severity.values())
            .map(severity -> group(severity, book, view, words))
            .toList();
    return new RulesPage(groups);
  }

  private static Group group(Severity severity, RuleBook book, FeedView view, Words words) {
    return new Group(
        FindingTexts.severity(severity),
        words.text("rules.consequence." + severity.key()),
        words.text("rules.intended." + severity.key()),
        book.chapters().stream()
            .filter(chapter -> chapter.severity() == severity)
            .map(chapter -> rule(chapter, view, words))
            .toList());
  }

  private static RuleView rule(Chapter chapter, FeedView view, Words words) {
    List<CellPair> cells = new ArrayList<>();
    for (Example each : chapter.examples()) {
      Example example = each.in(view.layout());
      Set<String> keys = new LinkedHashSet<>(example.wrong().keySet());
      keys.addAll(example.right().keySet());
      Map<String, String> wrong = wrong(example, words);
      for (Column column : view.layout().columns()) {
        if (keys.contains(column.key())) {
          cells.add(pair(column, wrong, example.right()));
        }
      }
      String beside = example.deed().beside();
      if (!beside.isEmpty()) {
        cells.add(new CellPair(words.text("rules.beside"), Visible.of(beside), ""));
      }
    }
    return new RuleView(chapter.rule(), chapter.about(), chapter.fix(), cells);
  }

  /** With a word about what is wrong and can't be read in the cell. */
  private static Map<String, String> wrong(Example example, Words words) {
    Map<String, String> wrong = new HashMap<>(example.wrong());
    example.deed().merged().forEach(key -> wrong.put(key, words.text("rules.merged")));
    if (!example.deed().by().isEmpty()) {
      wrong.replaceAll((key, text) -> words.text("rules.by-other", text));
    }
    return wrong;
  }

  private static CellPair pair(
      Column column, Map<String, String> wrong, Map<String, String> right) {
    return new CellPair(
        column.header(),
        Visible.of(wrong.getOrDefault(column.key(), "")),
        Visible.of(right.getOrDefault(column.key(), "")));
  }
}
