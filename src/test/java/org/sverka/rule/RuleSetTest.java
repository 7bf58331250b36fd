package org.sverka.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.roadmap.Term;
import org.sverka.rule.RuleSet.Judgement;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.Layout;

class RuleSetTest {
  private static final Layout LAYOUT =
      new Layout(
          "Лист",
          List.of(
              column("number", Column.Kind.CANONICAL, new ColumnType.Text(100)),
              column("text", Column.Kind.CANONICAL, new ColumnType.Text(1_000)),
              column(
                  "status",
                  Column.Kind.WORKING,
                  new ColumnType.Choice(
                      List.of(
                          new ColumnType.Option("not-started", "Не начато"),
                          new ColumnType.Option("done", "Исполнено"),
                          new ColumnType.Option("postponed", "Отложено")))),
              column("progress.a", Column.Kind.WORKING, new ColumnType.Text(30)),
              column("completedOn", Column.Kind.WORKING, new ColumnType.Date()),
              column("evidence", Column.Kind.WORKING, new ColumnType.Links(100)),
              column("check", Column.Kind.SERVICE, new ColumnType.Text(50_000))));

  private static Column column(String key, Column.Kind kind, ColumnType type) {
    return new Column(key, "Столбец " + key, kind, type, "");
  }

  private static RowView row(boolean heading, Map<String, Cell> cells) {
    Map<String, Cell> all = new HashMap<>();
    all.put("number", Cell.text("1.1"));
    all.put("text", Cell.text("Обмен опытом"));
    all.putAll(cells);
    Map<String, String> signed = Map.of("number", "1.1", "text", "Обмен опытом");
    return new RowView(
        "1.1",
        heading,
        signed,
        new Term("2023-2026 гг.", 2023, 2026),
        all,
        new RowView.Past(Map.of(), LocalDate.of(2026, 11, 1)),
        LAYOUT,
        LocalDate.of(2026, 11, 23));
  }

  /** What is found where everything else in the row is well. */
  private static List<String> found(String column, Cell cell) {
    Map<String, Cell> done = new HashMap<>();
    done.put("status", Cell.text("Исполнено"));
    done.put("completedOn", Cell.text("23.11.2024"));
    done.put("evidence", Cell.text("https://gov.spb.ru/1"));
    done.put(column, cell);
    return RuleSet.standard(List.of()).judge(row(false, done)).findings().stream()
        .map(finding -> finding.rule() + " " + finding.severity().key())
        .toList();
  }

  @Test
  void rowAsSigned_yieldsNothing() {
    assertThat(RuleSet.standard(List.of()).judge(row(false, Map.of())).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text, Обмен мнениями, canonical-text error",
    "number, 1.2, canonical-number error",
    "status, Готово, status-vocabulary error",
    "completedOn, завтра, readable-date error",
    "completedOn, 31.02.2025, readable-date error",
    "completedOn, 03/04/2025, readable-date error",
    "completedOn, 24.11.2026, future-date error",
    "completedOn, 31.12.2022, date-in-term error",
    "completedOn, '', done-without-date error",
    "evidence, '', done-without-evidence error",
    "evidence, https://portal.local/1, evidence-link error",
    "evidence, https://a@gov, evidence-link error",
    "evidence, https://gоv.spb.ru/1, look-alike-host error",
    "progress.a, -, empty-words warning",
    "progress.a, Обмен опытом, empty-words warning",
    "progress.a, Cовещание, mixed-alphabet warning",
    "progress.a, не начато, status-contradiction warning",
    "progress.a, t@example.org, personal-data error",
    "progress.a, 8 (812) 576-45-01, personal-data error",
    "progress.a, 112-233-445 95, personal-data error",
    "progress.a, ИНН 500100732259, personal-data error",
    "progress.a, паспорт 4012 345678, personal-data error",
    "progress.a, 'слово​', unprintable-character error",
    "evidence, http://gov.spb.ru, evidence-link error",
    "progress.a, очень длинный текст о ходе исполнения, text-length error",
    "progress.a, '\u202Eтекст', unprintable-character error",
    "progress.a, 'те\u061Cкст', unprintable-character error",
    "progress.a, 'те\u2063кст', unprintable-character error",
    "progress.a, 'те\u3164кст', unprintable-character error",
    "status, Отложено, date-without-done error"
  })
  void t7_wrongCell_isFoundByItsRule(String column, String text, String expected) {
    assertThat(found(column, Cell.text(text))).containsExactly(expected);
  }

  /** In one pass for the whole cell: nobody mends one thing to be told of the next. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "progress.a | Звоните Петрову: +7 921 123-45-67, petrov@mail.ru"
            + " | здесь номер телефона.; здесь адрес электронной почты.",
        "progress.a | ИНН 500100732259, СНИЛС 112-233-445 95, t@example.org, u@example.org"
            + " | здесь ИНН человека.; здесь СНИЛС.; здесь адрес электронной почты.",
        "progress.a | те\u200Bкс\u202Eт | 2 невидимых знака, место и код каждого: 3 (U+200B), 6 (U+202E).",
        "progress.a | Cовещание и oбсуждение | в словах «Cовещание», «oбсуждение» рядом",
        "evidence | нет#http://gov.spb.ru/1#https://gov.spb.ru/2 | «нет», «http://gov.spb.ru/1» не похожи",
        "evidence | https://gоv.spb.ru/1#https://gоv39.ru/1 | адреса «gоv.spb.ru», «gоv39.ru» похожи"
      })
  void allThatIsWrongWithACell_isNamedAtOnce(String column, String text, String said) {
    Map<String, Cell> done = new HashMap<>();
    done.put("status", Cell.text("Исполнено"));
    done.put("completedOn", Cell.text("23.11.2024"));
    done.put("evidence", Cell.text("https://gov.spb.ru/1"));
    done.put(column, Cell.text(text.replace('#', '\n')));

    String messages =
        RuleSet.standard(List.of()).rowRules().stream()
            .flatMap(rule -> rule.check(row(false, done)).stream())
            .map(FindingTexts::message)
            .collect(Collectors.joining(" "));

    assertThat(messages).contains(said.split("; "));
  }

  /** A pasted text may have thousands; the row names the first. */
  @Test
  void manyPlacesOfOneFault_areNamedInShort() {
    String text = "те\u200Bкст ".repeat(15);

    assertThat(new UnprintableCharacter().check(row(false, Map.of("progress.a", Cell.text(text)))))
        .map(FindingTexts::message)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("здесь 15 невидимых знаков", "3 (U+200B), 10 (U+200B)", "…")
        .hasSizeLessThan(300);
  }

  @Test
  void numberInPlaceOfAReport_isRefused() {
    assertThat(found("progress.a", new Cell(Cell.Kind.NUMBER, "46341")))
        .containsExactly("empty-words error");
    assertThat(found("progress.a", new Cell(Cell.Kind.BOOLEAN, "TRUE")))
        .containsExactly("empty-words error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Не начато", "Отложено"})
  void reportOfCompletion_contradictsAStatusThatSaysOtherwise(String status) {
    assertThat(
            RuleSet.standard(List.of())
                .judge(
                    row(
                        false,
                        Map.of(
                            "status", Cell.text(status),
                            "progress.a", Cell.text("Мероприятие исполнено"))))
                .findings())
        .extracting(Finding::rule)
        .containsExactly("status-contradiction");
  }

  @ParameterizedTest
  @CsvSource({
    "text, Обмен  опытом, canonical-text note",
    "text, 'Обмен\u00A0опытом', canonical-text note"
  })
  void differenceThatCannotBeRead_isANote(String column, String text, String expected) {
    assertThat(found(column, Cell.text(text))).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "status, Исполнено",
    "completedOn, 23.11.2026",
    "completedOn, 23 ноября 2025 г.",
    "completedOn, 2025-11-23",
    "progress.a, '👩‍💻 проведён'",
    "evidence, https://gov.spb.ru/1",
    "progress.a, Идёт"
  })
  void rightCell_yieldsNothing(String column, String text) {
    assertThat(found(column, Cell.text(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "progress.a", "completedOn", "evidence"})
  void formulaAndErrorValue_haveOneFindingEach(String column) {
    assertThat(found(column, new Cell(Cell.Kind.FORMULA, "=NOW()")))
        .containsExactly("formula-in-cell error");
    assertThat(found(column, new Cell(Cell.Kind.ERROR, "#REF!")))
        .containsExactly("error-value error");
  }

  @Test
  void textInHeadingRow_isFoundThere() {
    assertThat(
            RuleSet.standard(List.of())
                .judge(row(true, Map.of("status", Cell.text("Исполнено"))))
                .findings()
                .stream()
                .map(Finding::rule))
        .containsExactly("heading-row");
  }

  @Test
  void everythingWrong_isSaidInOnePassErrorsFirst() {
    Judgement judgement =
        RuleSet.standard(List.of())
            .judge(
                row(
                    false,
                    Map.of(
                        "text", Cell.text("Обмен  опытом"),
                        "status", Cell.text("Готово"),
                        "evidence", Cell.text("нет"))));
    assertThat(judgement.findings().stream().map(Finding::rule))
        .containsExactly("status-vocabulary", "evidence-link", "canonical-text");
  }

  private static RowRule throwing(RuntimeException exception, Error error) {
    return new RowRule() {
      @Override
      public Severity severity() {
        return Severity.ERROR;
      }

      @Override
      public List<Finding> check(RowView row) {
        if (exception != null) {
          throw exception;
        }
        throw error;
      }
    };
  }

  @Test
  void ruleThatThrows_isAFaultOfOursAndTheOthersGoOn() {
    RowRule crashing = throwing(new IllegalStateException("boom"), null);
    Judgement judgement =
        new RuleSet(List.of(crashing, new StatusVocabulary()))
            .judge(row(false, Map.of("status", Cell.text("Готово"))));
    assertThat(judgement.faults()).hasSize(1);
    assertThat(judgement.findings()).hasSize(1);
  }

  @Test
  void f65_ruleThatOverflowsTheStack_isAFaultOfOurs() {
    RowRule endless = throwing(null, new StackOverflowError());
    assertThat(new RuleSet(List.of(endless)).judge(row(false, Map.of())).faults()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"я", " ", "\n", "a.", "((", "https://a", "1", "\u0301", "😀"})
  void fiftyThousandCharacters_areJudgedWithoutOverflow(String piece) {
    String text = piece.repeat(50_000 / piece.length());
    for (String column : List.of("text", "status", "progress.a", "completedOn", "evidence")) {
      Judgement judgement =
          org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(5),
              () -> RuleSet.standard(List.of()).judge(row(false, Map.of(column, Cell.text(text)))));
      assertThat(judgement.faults()).isEmpty();
      assertThat(judgement.findings()).isNotEmpty();
    }
  }
}
