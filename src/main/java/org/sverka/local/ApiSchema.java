package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.json.GenericJson;
import com.google.api.client.util.ClassInfo;
import com.google.api.client.util.FieldInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a request body against Google's own schema, which the official client carries as its model
 * classes, and brings it into one form: camel case, no nulls, a single item where a list is wanted
 * put into one, nested lists laid flat. What does not fit is answered in Google's words, all of it
 * at once.
 */
final class ApiSchema {
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");
  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");
  private static final String TYPES = "type.googleapis.com/";

  private final Map<String, String> violations = new LinkedHashMap<>();

  private ApiSchema() {}

  /**
   * The body in its one form.
   *
   * @param path where the body stands in the request message; empty for the message itself
   */
  static ObjectNode check(JsonNode body, Class<? extends GenericJson> type, String path) {
    ApiSchema schema = new ApiSchema();
    JsonNode checked = schema.message(body, type, path);
    if (!schema.violations.isEmpty()) {
      throw schema.refusal();
    }
    return (ObjectNode) checked;
  }

  /**
   * Finds what a mask names that Google does not have.
   *
   * @return the paths, in the order of the mask
   */
  static List<String> unknownPaths(FieldMask mask, Class<?> type) {
    List<String> unknown = new ArrayList<>();
    collectUnknown(mask, type, "", unknown);
    return unknown;
  }

  private static void collectUnknown(FieldMask mask, Type type, String path, List<String> unknown) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      collectUnknown(mask, list.getActualTypeArguments()[0], path, unknown);
      return;
    }
    mask.children()
        .forEach(
            (name, child) -> {
              String place = path.isEmpty() ? name : path + "." + name;
              boolean message =
                  type instanceof Class<?> known && GenericJson.class.isAssignableFrom(known);
              FieldInfo field = message ? ClassInfo.of((Class<?>) type).getFieldInfo(name) : null;
              if (field != null) {
                collectUnknown(child, field.getGenericType(), place, unknown);
              } else if (!name.equals("*")) {
                unknown.add(place);
              }
            });
  }

  static String camel(String name) {
    return UNDERSCORE.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  static String snake(String name) {
    return CAPITAL.matcher(name).replaceAll(m -> "_" + m.group(1).toLowerCase(Locale.ROOT));
  }

  private JsonNode message(JsonNode given, Class<?> type, String path) {
    if (!given.isObject()) {
      return invalid(path, messageName(type), given);
    }
    ClassInfo info = ClassInfo.of(type);
    ObjectNode checked = Json.object();
    given
        .properties()
        .forEach(
            field -> {
              String name =
                  info.getFieldInfo(field.getKey()) == null
                      ? camel(field.getKey())
                      : field.getKey();
              FieldInfo known = info.getFieldInfo(name);
              if (known == null) {
                unknown(field.getKey(), path);
              } else if (!field.getValue().isNull()) {
                String place = path.isEmpty() ? snake(name) : path + "." + snake(name);
                checked.set(name, value(field.getValue(), known.getGenericType(), place));
              }
            });
    return checked;
  }

  private JsonNode value(JsonNode given, Type type, String path) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(given, list.getActualTypeArguments()[0], path);
    }
    if (type instanceof Class<?> known && GenericJson.class.isAssignableFrom(known)) {
      return message(given, known, path);
    }
    return scalar(given, type, path);
  }

  private ArrayNode list(JsonNode given, Type item, String path) {
    ArrayNode checked = Json.array();
    List<JsonNode> items = new ArrayList<>();
    boolean rows = item instanceof ParameterizedType;
    if (rows && given.isArray()) {
      given.forEach(items::add);
    } else {
      flatten(given, items, rows);
    }
    for (int i = 0; i < items.size(); i++) {
      // A lone value is named without an index, as Google does.
      String place = given.isArray() ? path + "[" + i + "]" : path;
      checked.add(rows ? row(items.get(i), place) : value(items.get(i), item, place));
    }
    return checked;
  }

  private static void flatten(JsonNode given, List<JsonNode> items, boolean rows) {
    if (given.isArray() && !rows) {
      given.forEach(item -> flatten(item, items, false));
    } else {
      items.add(given);
    }
  }

  /** A row of plain values, in which a null means something. */
  private JsonNode row(JsonNode given, String path) {
    return given.isArray() ? given : invalid(path, TYPES + "google.protobuf.ListValue", given);
  }

  private JsonNode scalar(JsonNode given, Type type, String path) {
    if (type == String.class) {
      return given.isTextual() ? given : invalid(path, "TYPE_STRING", given);
    }
    if (type == Boolean.class) {
      return given.isBoolean() ? given : invalid(path, "TYPE_BOOL", given);
    }
    if (type == Integer.class || type == Long.class) {
      JsonNode number = numeric(given);
      return number.isNumber()
              && number.asDouble() == Math.rint(number.asDouble())
              && number.canConvertToLong()
          ? Json.whole(number.asLong())
          : invalid(path, type == Integer.class ? "TYPE_INT32" : "TYPE_INT64", given);
    }
    if (type == Double.class || type == Float.class) {
      JsonNode number = numeric(given);
      return number.isNumber()
          ? number
          : invalid(path, type == Float.class ? "TYPE_FLOAT" : "TYPE_DOUBLE", given);
    }
    return given;
  }

  private static JsonNode numeric(JsonNode given) {
    if (!given.isTextual()) {
      return given;
    }
    try {
      double value = Double.parseDouble(given.asText());
      return Double.isFinite(value) ? Json.number(value) : given;
    } catch (NumberFormatException e) {
      return given;
    }
  }

  private JsonNode invalid(String path, String type, JsonNode given) {
    violations.putIfAbsent(
        path, "Invalid value at '" + path + "' (" + type + "), " + Json.text(given));
    return NullNode.getInstance();
  }

  private void unknown(String name, String path) {
    String at = path.isEmpty() ? "" : " at '" + path + "'";
    violations.merge(
        path,
        "Invalid JSON payload received. Unknown name \""
            + name
            + "\""
            + at
            + ": Cannot find field.",
        (one, two) -> one + "\n" + two);
  }

  private ApiException refusal() {
    ArrayNode details = Json.array();
    ObjectNode request = details.addObject();
    request.put("@type", TYPES + "google.rpc.BadRequest");
    ArrayNode list = request.putArray("fieldViolations");
    violations.forEach(
        (path, text) -> list.addObject().put("field", path).put("description", text));
    return new ApiException(
        400, "INVALID_ARGUMENT", String.join("\n", violations.values()), details);
  }

  private static String messageName(Class<?> type) {
    String name = type.getSimpleName();
    return TYPES
        + "google.apps.sheets.v4."
        + (name.equals("Request") ? "BatchUpdateSpreadsheetRequest.Request" : name);
  }
}
