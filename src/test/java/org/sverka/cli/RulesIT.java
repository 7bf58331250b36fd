package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.rule.FindingTexts;
import org.sverka.rule.RuleBook;
import org.sverka.rule.RuleBook.Chapter;
import org.sverka.rule.RuleBook.Deed;
import org.sverka.rule.RuleBook.Example;
import org.sverka.rule.RuleSet;
import org.sverka.rule.Severity;

/**
 * Every example of the rules, typed into the sheet: the verdict is read from the sheet, the log has
 * it, the feed keeps what it has to keep.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {
  private static final String SITE = "gov.spb.ru";
  // A day within every term that runs, whenever the test is run.
  private static final Instant BEGIN = Instant.parse("2025-03-03T09:00:00Z");

  /** By the calendar, see below; with another descriptor or with accounts, in a class each. */
  private static final List<String> ELSEWHERE =
      List.of("long-silence", "required-value", "foreign-column");

  private final Instant began = Instant.now();
  private volatile Duration ahead = Duration.ZERO;
  private Service service;
  private Editor editor;
  private Webmaster webmaster;
  private Map<String, String> headers;

  @BeforeAll
  void start(@TempDir Path data) {
    Running running = Running.on(data, this::now);
    service = running.service();
    editor = running.editor();
    webmaster = running.webmaster();
    headers = Headers.byKey();
  }

  private Instant now() {
    return BEGIN.plus(Duration.between(began, Instant.now())).plus(ahead);
  }

  @AfterAll
  void stop() {
    service.stop();
  }

  static List<Chapter> chapters() {
    return RuleBook.of(RuleSet.standard(List.of(SITE))).chapters().stream()
        .filter(chapter -> !chapter.examples().isEmpty())
        .filter(chapter -> !ELSEWHERE.contains(chapter.rule()))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chapters")
  void wrongExample_isSaidInTheRowAndTheRightOneIsNot(Chapter chapter) {
    Example example = typed(chapter);
    String number = example.measure();
    type(number, example.before());
    Map<String, String> earlier = chapter.examples().get(0).before();
    Eventually.holds(() -> assertShown(number, earlier));
    long before = webmaster.revision();
    JsonNode shown = shown(number);
    int row = editor.rowOf(number);
    type(row, example.wrong());
    act(row, example.deed());
    Eventually.holds(() -> assertThat(rules(before)).contains(chapter.rule()));
    if (chapter.severity() == Severity.ERROR) {
      assertThat(webmaster.entries(before))
          .anySatisfy(entry -> assertThat(entry.path("verdict").asText()).isEqualTo("rejected"));
      assertNothingWrongIsShown(chapter, number, shown);
    }
    if (!example.deed().merged().isEmpty()) {
      assertThat(shown(number)).isEqualTo(shown);
    }
    if (!chapter.rule().startsWith("canonical-") && example.deed().beside().isEmpty()) {
      String said = FindingTexts.severity(chapter.severity()) + ". ";
      Eventually.holds(
          () -> assertThat(editor.cell(row, editor.columnOf("Проверка"))).contains(said));
    }
    undo(row, example.deed());
    type(row, example.right());
    clear(row, example);
    Eventually.holds(
        () ->
            assertThat(editor.cell(row, editor.columnOf("Проверка")))
                .doesNotContain(FindingTexts.severity(Severity.ERROR) + ". "));
    wipe(row);
  }

  /** Status and reports, that is; a date is shown in another form. */
  private void assertShown(String number, Map<String, String> cells) {
    cells.forEach(
        (key, text) -> {
          if (key.equals("status") || key.startsWith("progress.")) {
            String pointer = "/" + key.replace('.', '/');
            assertThat(webmaster.measure(number).at(pointer).asText()).isEqualTo(text);
          }
        });
  }

  /** What is wrong and not typed into the row. */
  private void act(int row, Deed deed) {
    if (!deed.merged().isEmpty()) {
      editor.merge(row, editor.columnOf(headers.get(deed.merged().get(0))));
    }
    if (!deed.beside().isEmpty()) {
      editor.addColumn();
      editor.type(row, editor.rows().get(0).size(), deed.beside());
    }
  }

  private void undo(int row, Deed deed) {
    if (!deed.merged().isEmpty()) {
      editor.unmerge(row, editor.columnOf(headers.get(deed.merged().get(0))));
    }
    if (!deed.beside().isEmpty()) {
      editor.type(row, editor.rows().get(0).size(), "");
    }
  }

  @Test
  void halfAYearOfSilence_isSaidByTheCalendarAndEndsWithAWord() {
    String number = "10.2";
    long before = webmaster.revision();
    ahead = ahead.plus(Duration.ofDays(190));
    // A sheet in which nobody types is looked at seldom.
    editor.type("12.3", headers.get("progress.spb"), "Проведена встреча экспертов");
    Eventually.holds(() -> assertThat(timeEntries(before, number)).hasSize(1));
    Eventually.holds(
        () -> assertThat(editor.cell(number, "Проверка")).contains("ничего не сообщалось"));
    assertThat(timeEntries(before, number).get(0).at("/findings/0/rule").asText())
        .isEqualTo("long-silence");
    editor.type(number, headers.get("progress.spb"), "Проведена встреча");
    Eventually.holds(
        () -> assertThat(editor.cell(number, "Проверка")).isEqualTo("Проверено, замечаний нет."));
  }

  private List<JsonNode> timeEntries(long after, String number) {
    return webmaster.entries(after).stream()
        .filter(entry -> entry.path("type").asText().equals("time"))
        .filter(entry -> entry.path("measure").asText().equals(number))
        .toList();
  }

  /** An example as it is typed; of a text that is too long it shows but the beginning. */
  private static Example typed(Chapter chapter) {
    Example example = chapter.examples().get(0).in(Headers.layout());
    if (!chapter.rule().equals("text-length")) {
      return example;
    }
    Map<String, String> wrong = new HashMap<>(example.wrong());
    wrong.replaceAll((key, text) -> text.repeat(5_000 / text.length() + 1));
    return new Example(example.measure(), example.before(), wrong, example.deed(), example.right());
  }

  private JsonNode shown(String number) {
    return number.contains(".") ? webmaster.measure(number) : webmaster.feed();
  }

  /** The columns that are held show what they showed before. */
  private void assertNothingWrongIsShown(Chapter chapter, String number, JsonNode before) {
    if (!number.contains(".") || chapter.rule().startsWith("canonical-")) {
      return;
    }
    JsonNode now = webmaster.measure(number);
    assertThat(now.path("held")).isNotEmpty();
    for (JsonNode held : now.path("held")) {
      String pointer = "/" + held.path("column").asText().replace('.', '/');
      assertThat(now.at(pointer)).as(pointer).isEqualTo(before.at(pointer));
    }
  }

  private List<String> rules(long after) {
    return webmaster.entries(after).stream()
        .flatMap(entry -> entry.path("findings").findValuesAsText("rule").stream())
        .toList();
  }

  private void type(String number, Map<String, String> cells) {
    type(editor.rowOf(number), cells);
  }

  private void type(int row, Map<String, String> cells) {
    cells.forEach((key, text) -> editor.type(row, editor.columnOf(headers.get(key)), text));
  }

  /** Empties what was wrong and is not among what is right. */
  private void clear(int row, Example example) {
    example
        .wrong()
        .keySet()
        .forEach(
            key -> {
              if (!example.right().containsKey(key) && !Headers.isSigned(key)) {
                editor.type(row, editor.columnOf(headers.get(key)), "");
              }
            });
  }

  /** Leaves the row as the next example wants it. */
  private void wipe(int row) {
    for (String key : Headers.WORKING) {
      editor.type(row, editor.columnOf(headers.get(key)), "");
    }
    Eventually.holds(
        () ->
            assertThat(editor.cell(row, editor.columnOf("Проверка")))
                .doesNotContain(FindingTexts.severity(Severity.ERROR) + ". "));
  }
}
