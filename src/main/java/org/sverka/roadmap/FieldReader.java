package org.sverka.roadmap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sverka.roadmap.Descriptor.Category;
import org.sverka.roadmap.Descriptor.Field;

/**
 * Reads a working column from a field of a Table Schema. What of the schema Sverka does not hold
 * people to is a problem, never ignored.
 *
 * <p>Source: <a href="https://datapackage.org/standard/table-schema/">Table Schema</a>.
 */
final class FieldReader {
  private static final Map<String, Set<String>> FORMATS =
      Map.of("string", Set.of("default", "uri"), "date", Set.of("default"), "list", Set.of("uri"));
  private static final Set<String> CONSTRAINTS = Set.of("required", "maxLength");

  private final JsonValues values;

  FieldReader(JsonValues values) {
    this.values = values;
  }

  Field read(JsonNode node) {
    String type = values.oneOf(node, "type", FORMATS.keySet());
    JsonNode constraints = node.path("constraints");
    constraints.fieldNames().forEachRemaining(this::known);
    return new Field(
        values.text(node, "name"),
        values.text(node, "title"),
        type,
        format(type, node),
        categories(node),
        required(constraints),
        maxLength(constraints));
  }

  private void known(String constraint) {
    if (!CONSTRAINTS.contains(constraint)) {
      String allowed = String.join(", ", CONSTRAINTS.stream().sorted().toList());
      values.problems().add(0, "descriptor.choice", "constraints", constraint, allowed);
    }
  }

  /** Of a list each item's, one a line. */
  private String format(String type, JsonNode node) {
    if (type.equals("list") && !node.path("delimiter").asText().equals("\n")) {
      values.problems().add(0, "descriptor.delimiter");
    }
    boolean standard = !node.has("format") && !type.equals("list");
    return standard
        ? "default"
        : values.oneOf(node, "format", FORMATS.getOrDefault(type, Set.of("default")));
  }

  private List<Category> categories(JsonNode node) {
    List<Category> categories = new ArrayList<>();
    for (JsonNode category : node.path("categories")) {
      categories.add(new Category(values.key(category, "value"), values.text(category, "label")));
    }
    return categories;
  }

  private boolean required(JsonNode constraints) {
    JsonNode required = constraints.path("required");
    if (!required.isMissingNode() && !required.isBoolean()) {
      values.problems().add(0, "descriptor.boolean", "required");
    }
    return required.asBoolean();
  }

  private int maxLength(JsonNode constraints) {
    JsonNode length = constraints.path("maxLength");
    if (!length.isMissingNode() && (!length.canConvertToInt() || length.asInt() < 1)) {
      values.problems().add(0, "descriptor.count", "maxLength");
    }
    return length.asInt(0);
  }
}
