package org.sverka.rule;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.text.Messages;

/** What holds for the words of every verdict, in both languages. */
class RuleTextsTest {
  private static final Set<String> PARTS_OF_SENTENCES = Set.of("severity", "masked", "redline");
  private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)");
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "(?iU)\\b(?:url|json|csv|utf|unicode|юникод|ascii|regex|null|api|id|utc|iso|xml|html|"
              + "regular|регулярн|валид|valid|парс|pars|синтакс|syntax|токен|token|хост|host|домен|"
              + "domain|сервер|server|идентификатор|identifier|метаданн|metadata|снимок|snapshot|"
              + "схем|schema|исключени|exception|байт|byte|символ|кодировк|encod|протокол|protocol|"
              + "бит|bidi|параметр|parameter|формат|format(?!ion))");
  private static final Pattern BLAME =
      Pattern.compile(
          "(?iU)\\b(?:вы ошиб|ваша ошибка|неправильн|некорректн|недопустим|запрещ|наруш|виноват|"
              + "нельзя было|you made|wrong|illegal|forbidden|invalid|incorrect|violat|failed)");

  private static Properties texts(String folder, String language) {
    Path file =
        Path.of("src/main/resources/org/sverka", folder, "messages_" + language + ".properties");
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The kinds of a text's arguments by their names. */
  private static Map<String, String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Map<String, String> arguments = new TreeMap<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        String name = pattern.getSubstring(pattern.getPart(i + 1));
        boolean number = part.getArgType() != ArgType.NONE;
        arguments.merge(name, number ? "number" : "text", (a, b) -> a.equals("number") ? a : b);
      }
    }
    return arguments;
  }

  private static String filled(String language, String key, int number) {
    Messages messages = Messages.of(FindingTexts.class, language);
    Map<String, String> kinds = arguments(texts("rule", language).getProperty(key));
    Object[] arguments =
        IntStream.range(0, 5)
            .mapToObj(
                i -> "number".equals(kinds.get(String.valueOf(i))) ? (Object) number : "слово")
            .toArray();
    return messages.text(key, arguments);
  }

  private static Stream<String> sentences(String language) {
    return texts("rule", language).stringPropertyNames().stream()
        .filter(key -> !PARTS_OF_SENTENCES.contains(key.replaceAll("\\..*", "")));
  }

  @Test
  void everyRule_hasATextInBothLanguages() {
    assertThat(RulesTest.ids()).isNotEmpty();
    assertThat(texts("rule", "ru").stringPropertyNames()).containsAll(RulesTest.ids());
    assertThat(texts("rule", "en").stringPropertyNames()).containsAll(RulesTest.ids());
  }

  @Test
  void everyText_belongsToARuleOrIsPartOfASentence() {
    assertThat(texts("rule", "ru").stringPropertyNames())
        .map(key -> key.replaceAll("\\..*", ""))
        .allMatch(owner -> RulesTest.ids().contains(owner) || PARTS_OF_SENTENCES.contains(owner));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "sync"})
  void bothLanguages_haveTheSameTextsWithTheSameArguments(String folder) {
    Properties russian = texts(folder, "ru");
    Properties english = texts(folder, "en");
    // What only operators read is in English alone.
    assertThat(
            english.stringPropertyNames().stream()
                .filter(key -> !key.matches("(home|fence|state)\\..*"))
                .collect(toSet()))
        .isEqualTo(russian.stringPropertyNames());
    for (String key : russian.stringPropertyNames()) {
      assertThat(arguments(english.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(russian.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void everyText_hasTwoSentencesAtMostAndEndsAsOne(String language) {
    assertThat(sentences(language).map(key -> filled(language, key, 5)))
        .allSatisfy(
            text -> {
              assertThat(text).endsWith(".");
              assertThat(END.matcher(text).results().count()).isLessThanOrEqualTo(2);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void everyText_isInPlainWordsAndBlamesNobody(String language) {
    assertThat(sentences(language).map(key -> filled(language, key, 5)))
        .noneMatch(text -> TECHNICAL.matcher(text).find())
        .noneMatch(text -> BLAME.matcher(text).find());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void everyCount_hasAllPluralFormsOfItsLanguage(String language) {
    Set<String> wanted =
        language.equals("ru") ? Set.of("one", "few", "many", "other") : Set.of("one", "other");
    Properties texts = texts("rule", language);
    assertThat(texts.values().stream().map(String::valueOf).filter(t -> t.contains("plural")))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(forms(text)).isEqualTo(wanted));
  }

  private static Set<String> forms(String text) {
    MessagePattern pattern = new MessagePattern(text);
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == Part.Type.ARG_SELECTOR)
        .map(pattern::getSubstring)
        .collect(toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 знак, Добавлена 1 строка, 1 мероприятие, 1 раз, и ещё 1 изменение",
    "2, 2 знака, Добавлены 2 строки, 2 мероприятия, 2 раза, и ещё 2 изменения",
    "5, 5 знаков, Добавлено 5 строк, 5 мероприятий, 5 раз, и ещё 5 изменений",
    "11, 11 знаков, Добавлено 11 строк, 11 мероприятий, 11 раз, и ещё 11 изменений",
    "21, 21 знак, Добавлена 21 строка, 21 мероприятие, 21 раз, и ещё 21 изменение",
    "22, 22 знака, Добавлены 22 строки, 22 мероприятия, 22 раза, и ещё 22 изменения"
  })
  void count_takesTheFormOfItsNumber(
      int count, String length, String rows, String measures, String times, String changes) {
    assertThat(filled("ru", "text-length", count)).contains("здесь " + length + ",");
    assertThat(filled("ru", "unknown-measure.many", count)).startsWith(rows + ":");
    assertThat(filled("ru", "unknown-measure.many-gone", count))
        .startsWith(rows.replace("Добавл", "Убр").replace("Убрен", "Убран") + ":");
    assertThat(filled("ru", "mass-change", count)).contains("пропало " + measures + " из ");
    assertThat(filled("ru", "repair-limit", count)).contains("уже " + times + " за час");
    assertThat(filled("ru", "redline.more", count)).endsWith(changes);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 row was added", "2, 2 rows were added", "21, 21 rows were added"})
  void englishCount_takesTheFormOfItsNumber(int count, String rows) {
    assertThat(filled("en", "unknown-measure.many", count)).startsWith(rows);
  }

  @Test
  void everyFindingOfAnExample_fillsItsText() {
    assertThat(List.of(new UnknownMeasure().many(51), new MassChange().check(20, 41)))
        .map(FindingTexts::message)
        .noneMatch(text -> text.contains("{"));
  }
}
