package org.sverka.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text in a bundle is broken, and none is left over. */
class BundlesTest {
  private static final Path MAIN = Path.of("src", "main");
  private static final String SOURCES = sources();

  static Stream<Path> bundles() throws IOException {
    return files("glob:**/messages_*.properties");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyText_isUsed(Path bundle) throws IOException {
    assertThat(texts(bundle).stringPropertyNames()).isNotEmpty().allMatch(BundlesTest::isUsed);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyText_isAPattern(Path bundle) throws IOException {
    for (Object text : texts(bundle).values()) {
      assertThatCode(() -> new MessageFormat((String) text, Locale.ROOT))
          .as("%s in %s", text, bundle)
          .doesNotThrowAnyException();
    }
  }

  /** Named whole; by a family, as in {@code "verdict." + key}; or after a rule and its variant. */
  private static boolean isUsed(String key) {
    String[] parts = key.split("\\.");
    boolean family =
        IntStream.range(1, parts.length)
            .mapToObj(n -> String.join(".", Arrays.asList(parts).subList(0, n)))
            .anyMatch(p -> names("\"" + p + ".\"") || names("of(\"" + p + "\", "));
    boolean rule =
        names("class " + className(parts[0]) + " ")
            && (parts.length == 1 || names("\"" + parts[1] + "\""));
    return names("\"" + key + "\"") || family || rule;
  }

  private static boolean names(String words) {
    return SOURCES.contains(words);
  }

  private static String className(String rule) {
    return Arrays.stream(rule.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static Properties texts(Path bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      texts.load(reader);
    }
    return texts;
  }

  private static String sources() {
    try {
      StringBuilder all = new StringBuilder();
      for (Path file : files("glob:**.{java,jte}").toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String pattern) throws IOException {
    var matcher = MAIN.getFileSystem().getPathMatcher(pattern);
    try (Stream<Path> walk = Files.walk(MAIN)) {
      return walk.filter(matcher::matches).toList().stream();
    }
  }
}
