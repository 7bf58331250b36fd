package org.sverka.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sverka.roadmap.DescriptorReader;
import org.sverka.rule.RuleBook.Chapter;
import org.sverka.rule.RuleBook.Deed;
import org.sverka.rule.RuleBook.Example;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Layouts;

/**
 * The book of the rules and its document. To write {@code docs/rules.md} anew after a rule has
 * changed: {@code SVERKA_WRITE_DOCS=true scripts/test -Dtest=RuleBookTest}.
 */
class RuleBookTest {
  private static final Path DOCUMENT = Path.of("docs", "rules.md");
  private static final RuleBook BOOK = RuleBook.of(RuleSet.standard(List.of()));

  private static final List<String> DEEDS =
      List.of("merged-cells", "text-outside-table", "foreign-column");

  private static final Layout LAYOUT = layout();

  private static Layout layout() {
    try {
      Path descriptor = Path.of("seeds", "roadmap.json");
      return Layouts.of(DescriptorReader.read(descriptor.toString(), Files.readString(descriptor)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRule_isInTheBook() {
    assertThat(new TreeSet<>(BOOK.chapters().stream().map(Chapter::rule).toList()))
        .isEqualTo(RulesTest.ids());
  }

  @Test
  void everyRuleAboutARow_hasAnExample() {
    List<String> rows = RuleSet.standard(List.of()).rowRules().stream().map(Rule::id).toList();
    assertThat(BOOK.chapters())
        .filteredOn(chapter -> rows.contains(chapter.rule()))
        .allSatisfy(chapter -> assertThat(chapter.examples()).hasSize(1));
  }

  @Test
  void everyRuleAboutWhatPeopleDoBesidesTyping_hasAnExample() {
    assertThat(BOOK.chapters())
        .filteredOn(chapter -> DEEDS.contains(chapter.rule()))
        .hasSize(DEEDS.size())
        .allSatisfy(chapter -> assertThat(chapter.examples()).hasSize(1));
  }

  @Test
  void document_isThatOfTheClasses() throws IOException {
    String wanted = document();
    if ("true".equals(System.getenv("SVERKA_WRITE_DOCS"))) {
      Files.writeString(DOCUMENT, wanted);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("docs/rules.md is old; write it anew with SVERKA_WRITE_DOCS=true")
        .isEqualTo(wanted);
  }

  private static String document() throws IOException {
    StringBuilder out =
        new StringBuilder(
            """
            # The rules

            Made from the classes of `org.sverka.rule`; `RuleBookTest` keeps it in step. The same, for editors and reviewers, is served
            at `/{roadmap}/rules`.

            | severity | consequence |
            |---|---|
            | error (Ошибка) | the value is held: the site keeps the last good one until it is mended |
            | warning (Предупреждение) | it is on the site; somebody should look |
            | note (Замечание) | nothing changes; good to know |
            """);
    for (Chapter chapter : BOOK.chapters()) {
      out.append("\n## ").append(chapter.rule()).append("\n\n");
      out.append("*").append(chapter.severity().key()).append(".* ");
      out.append(comment(chapter.rule())).append("\n\n");
      out.append("- ").append(chapter.about()).append('\n');
      out.append("- Ошибка в данных: ").append(chapter.fix()).append('\n');
      out.append("- In English: ").append(chapter.english().about());
      out.append(" If the data are at fault: ").append(chapter.english().fix()).append('\n');
      for (Example each : chapter.examples()) {
        Example example = each.in(LAYOUT);
        out.append("- Неверно (").append(example.measure()).append("): ");
        out.append(wrong(example)).append('\n');
        out.append("- Верно: ").append(shown(example.right())).append('\n');
      }
    }
    return out.toString();
  }

  private static String wrong(Example example) {
    Deed deed = example.deed();
    if (!deed.merged().isEmpty()) {
      return "ячейки `" + String.join("` и `", deed.merged()) + "` объединены";
    }
    if (!deed.beside().isEmpty()) {
      return "рядом с таблицей «" + deed.beside() + "»";
    }
    String typed = shown(example.wrong());
    return deed.by().isEmpty() ? typed : typed + ", вписала сторона `" + deed.by() + "`";
  }

  private static String shown(java.util.Map<String, String> cells) {
    if (cells.isEmpty()) {
      return "как в документе";
    }
    List<String> parts =
        cells.entrySet().stream()
            .map(
                e ->
                    "`"
                        + e.getKey()
                        + "` = "
                        + (e.getValue().isEmpty() ? "пусто" : "«" + e.getValue() + "»"))
            .toList();
    return String.join(", ", parts);
  }

  /** The doc comment of the class, on one line. */
  private static String comment(String rule) throws IOException {
    StringBuilder name = new StringBuilder();
    for (String word : rule.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    String source = Files.readString(Path.of("src/main/java/org/sverka/rule/" + name + ".java"));
    Matcher comment =
        Pattern.compile("/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*public final class " + name)
            .matcher(source);
    assertThat(comment.find()).as("%s has a doc comment", name).isTrue();
    return comment
        .group(1)
        .replaceAll("\\s*\\*\\s+", " ")
        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
        .strip();
  }
}
