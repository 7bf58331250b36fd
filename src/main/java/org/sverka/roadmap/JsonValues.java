package org.sverka.roadmap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes values out of a descriptor's JSON and notes each that is not as it must be. */
final class JsonValues {
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final String WRONG = "?";

  private final Problems problems = new Problems();

  Problems problems() {
    return problems;
  }

  Iterable<JsonNode> array(JsonNode node, String name) {
    JsonNode array = node.path(name);
    if (!array.isArray() || array.isEmpty()) {
      problems.add(0, "descriptor.list", name);
    }
    return array;
  }

  String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      problems.add(0, "descriptor.text", name);
      return WRONG;
    }
    return value.asText();
  }

  String key(JsonNode node, String name) {
    String value = text(node, name);
    if (!value.equals(WRONG) && !KEY.matcher(value).matches()) {
      problems.add(0, "descriptor.key", name, value);
    }
    return value;
  }

  String oneOf(JsonNode node, String name, Set<String> allowed) {
    String value = text(node, name);
    if (!value.equals(WRONG) && !allowed.contains(value)) {
      problems.add(
          0,
          "descriptor.choice",
          name,
          value,
          String.join(", ", allowed.stream().sorted().toList()));
    }
    return value;
  }
}
