package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON (RFC 8785) of objects, lists, texts, whole numbers, truth values and null: keys in
 * the order of their UTF-16, no spaces, only what has to be escaped is.
 */
final class Canonical {
  private static final int USUAL = 1_024;
  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";

  private Canonical() {}

  /**
   * The bytes, UTF-8.
   *
   * @throws IllegalArgumentException if something else is in it, or a text that is no Unicode
   */
  static byte[] bytes(JsonNode tree) {
    StringBuilder text = new StringBuilder(USUAL);
    write(text, tree);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder out, JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(out, node);
      case ARRAY -> {
        String separator = "[";
        for (JsonNode each : node) {
          out.append(separator);
          write(out, each);
          separator = ",";
        }
        out.append(node.isEmpty() ? "[]" : "]");
      }
      case STRING -> text(out, node.textValue());
      case BOOLEAN, NULL -> out.append(node.asText());
      case NUMBER -> {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
          throw new IllegalArgumentException("Not a whole number");
        }
        out.append(node.longValue());
      }
      default -> throw new IllegalArgumentException("No JSON");
    }
  }

  private static void object(StringBuilder out, JsonNode node) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    String separator = "{";
    for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
      out.append(separator);
      text(out, field.getKey());
      out.append(':');
      write(out, field.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, written, i);
        escape(out, c);
        written = i + 1;
      } else if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
          throw new IllegalArgumentException("Not Unicode");
        }
        i++;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static void escape(StringBuilder out, char c) {
    int escape = ESCAPED.indexOf(c);
    if (escape >= 0) {
      out.append('\\').append(ESCAPES.charAt(escape));
    } else {
      out.append(String.format("\\u%04x", (int) c));
    }
  }
}
