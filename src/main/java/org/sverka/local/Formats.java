package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cell formats on their way in. */
final class Formats {
  private static final Set<String> HORIZONTAL = Set.of("LEFT", "CENTER", "RIGHT");
  private static final Set<String> VERTICAL = Set.of("TOP", "MIDDLE", "BOTTOM");
  private static final Set<String> WRAPS = Set.of("OVERFLOW_CELL", "LEGACY_WRAP", "CLIP", "WRAP");

  private Formats() {}

  /** The format after the masked fields of the given one were written to it. */
  static @Nullable ObjectNode merge(
      @Nullable ObjectNode before, @Nullable JsonNode given, FieldMask mask, SheetLocale locale) {
    ObjectNode fresh = given instanceof ObjectNode object ? Colors.toStyles(object) : Json.object();
    FieldMask styles = mask.renamed(Colors::styleName);
    ObjectNode merged = styles.merge(before == null ? Json.object() : before, fresh);
    require(merged, "horizontalAlignment", HORIZONTAL);
    require(merged, "verticalAlignment", VERTICAL);
    require(merged, "wrapStrategy", WRAPS);
    if (merged.get("numberFormat") instanceof ObjectNode number) {
      requireNumberFormat(number, merged, locale);
    }
    return merged.isEmpty() ? null : merged;
  }

  /** Where a cell leads that is a link as a whole; empty for nowhere. */
  static String link(@Nullable ObjectNode format) {
    return format == null ? "" : format.at("/textFormat/link/uri").asText("");
  }

  /** The same format without the link. */
  static @Nullable ObjectNode withoutLink(@Nullable ObjectNode format) {
    if (format == null || !format.path("textFormat").has("link")) {
      return format;
    }
    ObjectNode rest = format.deepCopy();
    ObjectNode text = (ObjectNode) rest.get("textFormat");
    text.remove("link");
    if (text.isEmpty()) {
      rest.remove("textFormat");
    }
    return rest.isEmpty() ? null : rest;
  }

  private static void requireNumberFormat(
      ObjectNode number, ObjectNode merged, SheetLocale locale) {
    NumberFormat format = NumberFormat.of(merged, locale);
    if (format.isAutomatic()) {
      if (number.path("type").asText("").isEmpty()) {
        throw ApiException.invalid("Must specify the type of the number format.");
      }
      merged.remove("numberFormat");
    } else {
      new ValueFormatter(locale).require(format);
    }
  }

  private static void require(ObjectNode format, String name, Set<String> words) {
    JsonNode value = format.get(name);
    if (value != null && !words.contains(value.asText())) {
      throw ApiException.invalid("Invalid value at '" + ApiSchema.snake(name) + "', " + value);
    }
  }
}
