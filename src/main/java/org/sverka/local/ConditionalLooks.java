package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Conditional formats as far as the page draws them: those whose condition is about the text of the
 * cell itself. The first rule that applies counts, as at Google.
 */
final class ConditionalLooks {
  private ConditionalLooks() {}

  /** The format that the rules of a tab give to a cell, if any. */
  static @Nullable ObjectNode format(Tab tab, int row, int column, String shown) {
    GridRange place = new GridRange(tab.id(), row, row + 1, column, column + 1);
    for (FormatRule rule : tab.rules()) {
      JsonNode bool = rule.rule().path("booleanRule");
      if (rule.ranges().stream().anyMatch(range -> range.contains(place))
          && holds(bool.path("condition"), shown)
          && bool.path("format") instanceof ObjectNode format) {
        return format;
      }
    }
    return null;
  }

  private static boolean holds(JsonNode condition, String shown) {
    String text = shown.toLowerCase(Locale.ROOT);
    String given = condition.at("/values/0/userEnteredValue").asText().toLowerCase(Locale.ROOT);
    return switch (condition.path("type").asText()) {
      case "TEXT_STARTS_WITH" -> text.startsWith(given);
      case "TEXT_ENDS_WITH" -> text.endsWith(given);
      case "TEXT_CONTAINS" -> text.contains(given);
      case "TEXT_EQ" -> text.equals(given);
      case "BLANK" -> text.isEmpty();
      case "NOT_BLANK" -> !text.isEmpty();
      default -> false;
    };
  }
}
