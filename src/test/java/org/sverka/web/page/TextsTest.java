package org.sverka.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.LinkVectors;
import org.sverka.text.Messages;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;
import org.sverka.text.WordDiff.Kind;

/** Words, differences, links. */
class TextsTest {
  private static String text(List<WordDiff.Part> parts, Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == Kind.KEPT || part.kind() == kind)
        .map(WordDiff.Part::text)
        .collect(Collectors.joining());
  }

  private static String spelled(List<WordDiff.Part> parts) {
    return parts.stream().map(p -> p.kind() + ":" + p.text()).collect(Collectors.joining("|"));
  }

  @Property(tries = 300)
  void difference_holdsBothTexts(
      @ForAll
          @CharRange(from = 'а', to = 'в')
          @CharRange(from = ' ', to = ' ')
          @StringLength(max = 40)
          String before,
      @ForAll
          @CharRange(from = 'а', to = 'в')
          @CharRange(from = ' ', to = ' ')
          @StringLength(max = 40)
          String after) {
    List<WordDiff.Part> parts = WordDiff.of(before, after);

    assertThat(text(parts, Kind.REMOVED)).isEqualTo(before);
    assertThat(text(parts, Kind.ADDED)).isEqualTo(after);
  }

  @Test
  void changedWords_standNextToEachOther() {
    assertThat(
            spelled(WordDiff.of("Проведена одна встреча в марте", "Проведены две встречи в марте")))
        .isEqualTo("REMOVED:Проведена одна встреча|ADDED:Проведены две встречи|KEPT: в марте");
    assertThat(spelled(WordDiff.of("Не начато", "В работе")))
        .isEqualTo("REMOVED:Не начато|ADDED:В работе");
    assertThat(spelled(WordDiff.of("", "В работе"))).isEqualTo("ADDED:В работе");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          пункт 3.2 | пункт 3.3 | KEPT:пункт /REMOVED:3.2/ADDED:3.3
          на 10 000 рублей | на 10 500 рублей | KEPT:на /REMOVED:10 000/ADDED:10 500/KEPT: рублей
          до 12.03.2026 | до 13.03.2026 | KEPT:до /REMOVED:12.03.2026/ADDED:13.03.2026
          готово на 75 % | готово на 80 % | KEPT:готово на /REMOVED:75 %/ADDED:80 %
          дом 5а корпус | дом 5б корпус | KEPT:дом /REMOVED:5а/ADDED:5б/KEPT: корпус
          в 2023 2024 годах | в 2023 2025 годах | KEPT:в 2023 /REMOVED:2024/ADDED:2025/KEPT: годах
          всего 3.2. Далее | всего 3.3. Далее | KEPT:всего /REMOVED:3.2/ADDED:3.3/KEPT:. Далее
          =1+1 | Массовая правка 1.2 | REMOVED:=1+1/ADDED:Массовая правка 1.2
          """)
  void numberWithItsSeparators_isOneWord(String before, String after, String change) {
    assertThat(spelled(WordDiff.of(before, after)).replace('|', '/')).isEqualTo(change);
  }

  @Test
  void longTexts_areCutAndSayso() {
    String kept = "слово ".repeat(200);

    List<WordDiff.Part> brief = WordDiff.brief(kept + "старое", kept + "новое", 300);

    assertThat(brief).extracting(WordDiff.Part::kind).contains(Kind.SKIPPED);
    assertThat(brief.stream().mapToInt(part -> part.text().length()).sum()).isLessThan(300);
  }

  @Test
  void hugeTexts_areComparedInNoTime() {
    String before =
        Stream.iterate(0, i -> i + 1)
            .limit(25_000)
            .map(i -> "a" + i)
            .collect(Collectors.joining(" "));
    String after =
        Stream.iterate(0, i -> i + 1)
            .limit(25_000)
            .map(i -> "b" + i)
            .collect(Collectors.joining(" "));

    assertThat(WordDiff.of(before, after)).hasSize(2);
  }

  @Test
  void t7_hiddenCharacters_areShown() {
    assertThat(Visible.of("а\u202Eб\u200Bв\u0000\n")).isEqualTo("а⟨U+202E⟩б⟨U+200B⟩в⟨U+0000⟩\n");
    assertThat(Visible.of("обычный «текст»")).isEqualTo("обычный «текст»");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/",
        "http://example.org/",
        "https:evil.example",
        "https://",
        "https://user@evil.example/",
        "https://user:pw@evil.example/",
        "https://[::1]/",
        "https://localhost/",
        "https://пример.com/",
        "https://exa mple.org/",
        "https://example.org\\@x",
        "https:///example.org",
        " ",
        "https://example.org:x/",
        "ftp://example.org/",
        "https://a..b/"
      })
  void doubtfulLink_isOnlyText(String line) {
    assertThat(SafeLink.of(line).href()).isEmpty();
  }

  @Test
  void t6_hostileLinks_areOnlyText() {
    assertThat(LinkVectors.HOSTILE)
        .hasSizeGreaterThanOrEqualTo(200)
        .allSatisfy(line -> assertThat(SafeLink.of(line).href()).isEmpty());
  }

  @Test
  void httpsLink_isALink() {
    assertThat(SafeLink.of("https://example.org/отчёт?a=1").href())
        .isEqualTo("https://example.org/%D0%BE%D1%82%D1%87%D1%91%D1%82?a=1");
    assertThat(SafeLink.of("https://xn--e1afmkfd.xn--p1ai/").href()).isNotEmpty();
    assertThat(SafeLink.of("https://example.org:8443/x").href()).isNotEmpty();
  }

  @Test
  void russianHost_isALinkShownAsWritten() {
    SafeLink link = SafeLink.of("https://www.правительство.рф:8443/новости?a=1");

    assertThat(link.href())
        .isEqualTo(
            "https://www.xn--80aealotwbjpid2k.xn--p1ai:8443"
                + "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=1");
    assertThat(link.text()).isEqualTo("https://www.правительство.рф:8443/новости?a=1");
  }

  @Test
  void hostThatNoNameServerKnows_isOnlyText() {
    assertThat(SafeLink.of("https://" + "я".repeat(64) + ".рф/").href()).isEmpty();
  }

  @Test
  void numbers_agreeWithTheirNouns() {
    Messages russian = Messages.of(PageWriter.class, "ru");

    assertThat(List.of(1, 2, 5, 11, 21, 41, 104))
        .extracting(n -> russian.text("measures", n))
        .containsExactly(
            "1 мероприятие",
            "2 мероприятия",
            "5 мероприятий",
            "11 мероприятий",
            "21 мероприятие",
            "41 мероприятие",
            "104 мероприятия");
  }

  @Test
  void templatesAndBundle_haveTheSameKeys() throws IOException {
    Messages russian = Messages.of(PageWriter.class, "ru");
    Pattern use = Pattern.compile("\\.text\\(\\s*\"([a-z.-]+)\"");
    Set<String> used = new TreeSet<>();
    for (Path root :
        List.of(Path.of("src/main/jte"), Path.of("src/main/java/org/sverka/web/page"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> use.matcher(read(file)).results().forEach(m -> used.add(m.group(1))));
      }
    }
    used.removeIf(key -> key.endsWith("."));

    assertThat(used).hasSizeGreaterThan(50);
    assertThat(used).allSatisfy(key -> assertThat(russian.text(key)).isNotBlank());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
