package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Google names each colour twice, as {@code color} and as {@code colorStyle}, and cuts it to 8
 * bits. We keep the style alone and answer both.
 */
final class Colors {
  private static final Map<String, String> STYLES =
      Map.of(
          "backgroundColor", "backgroundColorStyle",
          "foregroundColor", "foregroundColorStyle",
          "color", "colorStyle",
          "tabColor", "tabColorStyle",
          "headerColor", "headerColorStyle",
          "firstBandColor", "firstBandColorStyle",
          "secondBandColor", "secondBandColorStyle",
          "footerColor", "footerColorStyle",
          "visibleBackgroundColor", "visibleBackgroundColorStyle",
          "visibleForegroundColor", "visibleForegroundColorStyle");

  private Colors() {}

  /** The name under which we keep it. */
  static String styleName(String name) {
    return STYLES.getOrDefault(name, name);
  }

  /** A copy with every colour as a style, in 8 bits. */
  static ObjectNode toStyles(ObjectNode given) {
    ObjectNode kept = Json.object();
    given
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              JsonNode value = field.getValue();
              if (name.equals("rgbColor") && value instanceof ObjectNode color) {
                kept.set(name, eightBits(color));
              } else if (STYLES.containsKey(name) && value instanceof ObjectNode color) {
                String style = styleName(name);
                if (!given.has(style)) {
                  kept.putObject(style).set("rgbColor", eightBits(color));
                }
              } else {
                kept.set(name, value instanceof ObjectNode inner ? toStyles(inner) : value);
              }
            });
    return kept;
  }

  /** A copy that says each colour both ways. */
  static ObjectNode toBoth(ObjectNode kept) {
    ObjectNode both = Json.object();
    kept.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              if (!(field.getValue() instanceof ObjectNode value)) {
                both.set(name, field.getValue());
                return;
              }
              STYLES.forEach(
                  (plain, style) -> {
                    if (style.equals(name)) {
                      both.set(plain, plainColor(value));
                    }
                  });
              both.set(name, name.equals("rgbColor") ? value : toBoth(value));
            });
    return both;
  }

  /** The colour of a style as the page writes it, or nothing for none. */
  static @Nullable String hex(@Nullable JsonNode style) {
    if (!(style instanceof ObjectNode object)) {
      return null;
    }
    ObjectNode color = plainColor(object);
    return "#" + hexOf(color, "red") + hexOf(color, "green") + hexOf(color, "blue");
  }

  private static String hexOf(ObjectNode color, String channel) {
    int value = (int) Math.round(color.path(channel).asDouble() * 255);
    return Character.toString("0123456789abcdef".charAt(value >> 4 & 15))
        + "0123456789abcdef".charAt(value & 15);
  }

  private static ObjectNode plainColor(ObjectNode style) {
    return style.get("rgbColor") instanceof ObjectNode rgb
        ? rgb
        : Theme.color(style.path("themeColor").asText());
  }

  private static ObjectNode eightBits(ObjectNode color) {
    ObjectNode kept = Json.object();
    color
        .properties()
        .forEach(
            field -> {
              float clipped = (float) Math.min(1, Math.max(0, field.getValue().asDouble()));
              // Cut off, not rounded: 0.5 comes back as 127 / 255.
              float value = (int) (clipped * 255) / 255f;
              if (value != 0 || field.getKey().equals("alpha")) {
                kept.set(
                    field.getKey(),
                    value == 1
                        ? Json.number(1)
                        : DoubleNode.valueOf(Double.parseDouble(Float.toString(value))));
              }
            });
    return kept;
  }
}
