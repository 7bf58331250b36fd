package org.sverka.web.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of pages and problems, from {@code messages_ru.properties} and {@code
 * messages_en.properties}. Patterns are ICU's, so that numbers agree with their nouns.
 */
public final class Messages {
  private final Locale locale;
  private final Map<String, String> patterns;

  private Messages(Locale locale, Map<String, String> patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  /** The words in a language, such as {@code ru}. */
  public static Messages in(String language) {
    String name = "messages_" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream stream = Messages.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The program is incomplete: no " + name);
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The program is incomplete: " + name, e);
    }
    Map<String, String> patterns = new HashMap<>();
    properties.stringPropertyNames().forEach(k -> patterns.put(k, properties.getProperty(k)));
    return new Messages(Locale.forLanguageTag(language), Map.copyOf(patterns));
  }

  /** The text of that key; its pattern is filled with the arguments. */
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No text for " + key);
    }
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, ULocale.forLocale(locale)).format(arguments);
  }

  /** The text of that key; where there is none, the fallback. */
  public String textOr(String key, String fallback) {
    return patterns.getOrDefault(key, fallback);
  }
}
