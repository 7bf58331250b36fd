package org.sverka.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The texts of one package in one language: a UTF-8 properties file beside the package's classes,
 * in ICU's message format (numbered arguments, plural forms).
 */
public final class Messages {
  private final String name;
  private final Locale locale;
  private final Map<String, String> patterns;

  private Messages(String name, Locale locale, Map<String, String> patterns) {
    this.name = name;
    this.locale = locale;
    this.patterns = patterns;
  }

  /**
   * Loads {@code messages_<language>.properties} from the folder of that class.
   *
   * @param language such as {@code ru}
   * @throws IllegalStateException if there is none
   */
  public static Messages of(Class<?> owner, String language) {
    String file = "messages_" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file + " beside " + owner.getName());
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> patterns = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> patterns.put(k, properties.getProperty(k)));
    return new Messages(
        owner.getPackageName() + "/" + file, Locale.forLanguageTag(language), patterns);
  }

  /**
   * The text with that key.
   *
   * @param arguments for {@code {0}}, {@code {1}} …; numbers may choose plural forms
   * @throws IllegalArgumentException if there is no such text
   */
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No text " + key + " in " + name);
    }
    // Most words of a page have no arguments, and parsing a pattern takes its time.
    boolean plain = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    return plain ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** Whether there is a text with that key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** All keys. */
  public Set<String> keys() {
    return Set.copyOf(patterns.keySet());
  }
}
