package org.sverka.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sverka.sheet.Layout;
import org.sverka.text.Messages;

/** What a roadmap's rules look for, with examples: for people who wonder about a verdict. */
public final class RuleBook {
  private static final Messages RUSSIAN = Messages.of(FindingTexts.class, "ru");
  private static final Messages ENGLISH = Messages.of(FindingTexts.class, "en");
  private static final JsonNode EXAMPLES = examples();

  private final List<Chapter> chapters;

  private RuleBook(List<Chapter> chapters) {
    this.chapters = chapters;
  }

  /** The book of a rule set and of the rules about the sheet as a whole, which hold everywhere. */
  public static RuleBook of(RuleSet rules) {
    Stream<Rule> sheet =
        Stream.of(
            new UnknownMeasure(),
            new MissingMeasure(),
            new DuplicateMeasure(),
            new Header(),
            new MassChange(),
            new LateReading(),
            new RepairLimit(),
            new Collision(),
            new MergedCells(),
            new TextOutsideTable(),
            new ForeignColumn(),
            new ReviewWithoutReason());
    return new RuleBook(
        Stream.concat(rules.rowRules().stream(), sheet).map(RuleBook::chapter).toList());
  }

  /**
   * One rule.
   *
   * @param rule its id
   * @param about what must hold, in Russian
   * @param fix what to do if the data are at fault, in Russian
   * @param english both in English
   * @param examples at most one
   */
  public record Chapter(
      String rule,
      Severity severity,
      String about,
      String fix,
      English english,
      List<Example> examples) {
    public Chapter {
      examples = List.copyOf(examples);
    }
  }

  /**
   * The words of a chapter for those who read no Russian.
   *
   * @param about what must hold
   * @param fix what to do if the data are at fault
   */
  public record English(String about, String fix) {}

  /**
   * The same row, wrong and right.
   *
   * @param measure number of the row
   * @param before what has been accepted earlier, by column key, in the order of typing; of a
   *     column with a list of values their keys
   * @param wrong what is typed then
   * @param deed what is wrong and not typed into the row
   * @param right what would have been right
   */
  public record Example(
      String measure,
      Map<String, String> before,
      Map<String, String> wrong,
      Deed deed,
      Map<String, String> right) {
    /** The same as it is typed into the sheet of a roadmap: values by their names there. */
    public Example in(Layout layout) {
      return new Example(
          measure, typed(before, layout), typed(wrong, layout), deed, typed(right, layout));
    }

    private static Map<String, String> typed(Map<String, String> cells, Layout layout) {
      Map<String, String> typed = new LinkedHashMap<>();
      cells.forEach(
          (key, value) ->
              layout.columns().stream()
                  .filter(column -> column.key().equals(key))
                  .forEach(column -> typed.put(key, StatusRule.label(column, value))));
      return typed;
    }
  }

  /**
   * What people do besides typing into a row; mostly nothing.
   *
   * @param merged keys of the columns whose cells they merge
   * @param beside what they type beside the table
   * @param by key of the party whose accounts type; empty if that does not matter
   */
  public record Deed(List<String> merged, String beside, String by) {
    public Deed {
      merged = List.copyOf(merged);
    }
  }

  /** All rules, in the order in which they are asked. */
  public List<Chapter> chapters() {
    return chapters;
  }

  private static Chapter chapter(Rule rule) {
    String id = rule.id();
    JsonNode example = EXAMPLES.path(id);
    return new Chapter(
        id,
        rule.severity(),
        text(RUSSIAN, id, "about"),
        text(RUSSIAN, id, "fix"),
        new English(text(ENGLISH, id, "about"), text(ENGLISH, id, "fix")),
        example.isMissingNode() ? List.of() : List.of(example(example)));
  }

  private static String text(Messages messages, String rule, String what) {
    return messages.text(rule + "." + what);
  }

  private static Example example(JsonNode node) {
    return new Example(
        node.path("measure").asText("1.1"),
        texts(node.path("before")),
        texts(node.path("wrong")),
        deed(node),
        texts(node.path("right")));
  }

  private static Deed deed(JsonNode node) {
    return new Deed(
        node.path("merged").valueStream().map(JsonNode::asText).toList(),
        node.path("beside").asText(),
        node.path("by").asText());
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static JsonNode examples() {
    try (InputStream in = RuleBook.class.getResourceAsStream("examples.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
