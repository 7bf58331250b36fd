package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field mask as a tree: {@code sheets(properties.title,data/rowData)}, {@code *}, in camel or
 * snake case.
 *
 * @param all whether everything from here on is named
 * @param children what is named one step further down
 */
record FieldMask(boolean all, Map<String, FieldMask> children) {

  static final FieldMask ALL = new FieldMask(true, Map.of());
  static final FieldMask NONE = new FieldMask(false, Map.of());

  /** Reads a mask. Says 400 where it cannot be read or names nothing. */
  static FieldMask parse(String text) {
    FieldMask mask = new Parser(text).mask();
    if (!mask.all && mask.children.isEmpty()) {
      throw ApiException.invalid(
          "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
    }
    return mask;
  }

  boolean isEmpty() {
    return !all && children.isEmpty();
  }

  boolean has(String name) {
    return all || children.containsKey(name) || children.containsKey("*");
  }

  FieldMask sub(String name) {
    if (all) {
      return ALL;
    }
    FieldMask child = children.get(name);
    return child != null ? child : children.getOrDefault("*", NONE);
  }

  /** The same mask with its names changed, at every depth. */
  FieldMask renamed(UnaryOperator<String> rename) {
    Map<String, FieldMask> next = new LinkedHashMap<>();
    children.forEach(
        (name, child) -> next.merge(rename.apply(name), child.renamed(rename), FieldMask::or));
    return new FieldMask(all, next);
  }

  private FieldMask or(FieldMask other) {
    if (all || other.all) {
      return ALL;
    }
    Map<String, FieldMask> both = new LinkedHashMap<>(children);
    other.children.forEach((name, child) -> both.merge(name, child, FieldMask::or));
    return new FieldMask(false, both);
  }

  /** What the mask leaves of an answer; lists are looked through. */
  JsonNode filter(JsonNode node) {
    if (all || node.isValueNode()) {
      return node;
    }
    if (node.isArray()) {
      ArrayNode list = Json.array();
      node.forEach(item -> list.add(filter(item)));
      return list;
    }
    ObjectNode kept = Json.object();
    node.properties().stream()
        .filter(field -> has(field.getKey()))
        .forEach(field -> kept.set(field.getKey(), sub(field.getKey()).filter(field.getValue())));
    return kept;
  }

  /**
   * A copy of {@code old} with what the mask names taken from {@code fresh}, or removed where it is
   * not there.
   */
  ObjectNode merge(ObjectNode old, ObjectNode fresh) {
    if (all || children.containsKey("*")) {
      return fresh.deepCopy();
    }
    ObjectNode merged = old.deepCopy();
    children.forEach(
        (name, child) -> {
          JsonNode value = fresh.get(name);
          if (child.all) {
            set(merged, name, value);
          } else {
            JsonNode before = merged.get(name);
            ObjectNode part =
                child.merge(
                    before instanceof ObjectNode was ? was : Json.object(),
                    value instanceof ObjectNode is ? is : Json.object());
            set(merged, name, part.isEmpty() ? null : part);
          }
        });
    return merged;
  }

  private static void set(ObjectNode target, String name, @Nullable JsonNode value) {
    if (value == null) {
      target.remove(name);
    } else {
      target.set(name, value.deepCopy());
    }
  }

  /** Recursive descent over the text. */
  private static final class Parser {
    private static final int DEEPEST = 50;

    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    FieldMask mask() {
      FieldMask mask = list();
      if (at < text.length()) {
        throw broken();
      }
      return mask;
    }

    private FieldMask list() {
      FieldMask mask = item();
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        mask = mask.or(item());
      }
      return mask;
    }

    private FieldMask item() {
      String name = name();
      if (name.isEmpty()) {
        return NONE;
      }
      if (name.equals("*") && (at >= text.length() || ",)".indexOf(text.charAt(at)) >= 0)) {
        return ALL;
      }
      return new FieldMask(false, Map.of(name, rest()));
    }

    private FieldMask rest() {
      if (at >= text.length() || ",)".indexOf(text.charAt(at)) >= 0) {
        return ALL;
      }
      if (++depth > DEEPEST) {
        throw broken();
      }
      char next = text.charAt(at++);
      FieldMask mask;
      if (next == '(') {
        mask = list();
        if (at >= text.length() || text.charAt(at++) != ')') {
          throw broken();
        }
      } else {
        mask = item();
      }
      depth--;
      return mask;
    }

    private String name() {
      int start = at;
      while (at < text.length() && "./(),".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return ApiSchema.camel(text.substring(start, at).strip());
    }

    private ApiException broken() {
      return ApiException.invalid("Invalid field selection " + text);
    }
  }
}
