package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One message of a request, and a record of which of its fields were read: whatever nobody read is
 * a thing we do not support, and is declined by {@link #done} rather than ignored.
 */
final class Params {
  private final ObjectNode node;
  private final String path;
  private final Set<String> read = new HashSet<>();
  private final List<Params> children = new ArrayList<>();

  Params(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  boolean has(String name) {
    return node.has(name);
  }

  int integer(String name, int otherwise) {
    JsonNode value = take(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.canConvertToInt()) {
      throw ApiException.invalid("Invalid value at '" + path + name + "' (TYPE_INT32), " + value);
    }
    return value.intValue();
  }

  boolean flag(String name) {
    JsonNode value = take(name);
    return value != null && value.asBoolean();
  }

  @Nullable String text(String name) {
    JsonNode value = take(name);
    return value == null ? null : value.asText();
  }

  String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** Reads a field that makes no difference here. */
  void ignore(String name) {
    read.add(name);
  }

  /** A word out of a list of words; 400 for any other. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
    String value = text(name);
    if (value == null) {
      return Optional.empty();
    }
    for (E word : words.getEnumConstants()) {
      if (word.name().equals(value)) {
        return Optional.of(word);
      }
    }
    throw ApiException.invalid(
        "Invalid value at '"
            + ApiSchema.snake(path + name)
            + "' ("
            + words.getSimpleName()
            + "), \""
            + value
            + "\"");
  }

  Optional<Params> child(String name) {
    return take(name) instanceof ObjectNode object
        ? Optional.of(keep(object, path + name + "."))
        : Optional.empty();
  }

  /** A message that must be there. */
  Params need(String name) {
    return child(name).orElseThrow(() -> ApiException.invalid("Must specify " + name + "."));
  }

  List<Params> children(String name) {
    List<Params> found = new ArrayList<>();
    JsonNode list = take(name);
    if (list != null) {
      for (JsonNode item : list) {
        if (item instanceof ObjectNode object) {
          found.add(keep(object, path + name + "[" + found.size() + "]."));
        }
      }
    }
    return found;
  }

  /** A list of whole numbers; what is none of them counts as -1. */
  int[] integers(String name) {
    JsonNode list = take(name);
    return list == null
        ? new int[0]
        : StreamSupport.stream(list.spliterator(), false)
            .mapToInt(item -> item.canConvertToInt() ? item.asInt(-1) : -1)
            .toArray();
  }

  /** A message taken whole, as it is. */
  @Nullable ObjectNode raw(String name) {
    return take(name) instanceof ObjectNode object ? object : null;
  }

  /** Messages taken whole, as they are. */
  List<ObjectNode> rawChildren(String name) {
    List<ObjectNode> found = new ArrayList<>();
    JsonNode list = take(name);
    if (list != null) {
      list.forEach(item -> found.add(item instanceof ObjectNode object ? object : Json.object()));
    }
    return found;
  }

  List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    JsonNode list = take(name);
    if (list != null) {
      list.forEach(item -> found.add(item.asText()));
    }
    return found;
  }

  FieldMask fields() {
    return FieldMask.parse(text("fields", ""));
  }

  /** Declines the request if it says anything that nobody has read. */
  void done() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                throw ApiException.unsupported(path + name);
              }
            });
    children.forEach(Params::done);
  }

  private Params keep(ObjectNode object, String place) {
    Params child = new Params(object, place);
    children.add(child);
    return child;
  }

  private @Nullable JsonNode take(String name) {
    read.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
