package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data validation rules. Kept and returned; like at Google, a write through the API is not judged
 * by them.
 */
final class Validations {
  private static final Set<String> NO_VALUES =
      Set.of("BLANK", "NOT_BLANK", "BOOLEAN", "DATE_IS_VALID", "TEXT_IS_EMAIL", "TEXT_IS_URL");
  private static final Set<String> KNOWN =
      Set.of(
          "ONE_OF_LIST",
          "ONE_OF_RANGE",
          "CUSTOM_FORMULA",
          "DATE_EQ",
          "DATE_BEFORE",
          "DATE_AFTER",
          "DATE_ON_OR_BEFORE",
          "DATE_ON_OR_AFTER",
          "DATE_BETWEEN",
          "DATE_NOT_BETWEEN",
          "NUMBER_GREATER",
          "NUMBER_GREATER_THAN_EQ",
          "NUMBER_LESS",
          "NUMBER_LESS_THAN_EQ",
          "NUMBER_EQ",
          "NUMBER_NOT_EQ",
          "NUMBER_BETWEEN",
          "NUMBER_NOT_BETWEEN",
          "TEXT_CONTAINS",
          "TEXT_NOT_CONTAINS",
          "TEXT_EQ");

  private Validations() {}

  static @Nullable ObjectNode read(@Nullable ObjectNode rule) {
    if (rule == null || rule.isEmpty()) {
      return null;
    }
    String type = rule.at("/condition/type").asText();
    int values = rule.at("/condition/values").size();
    if (!KNOWN.contains(type) && !NO_VALUES.contains(type)) {
      throw ApiException.invalid("Unsupported data validation condition type: " + type);
    }
    if (KNOWN.contains(type) && values == 0) {
      throw ApiException.invalid("Condition type " + type + " must have at least one value.");
    }
    if (type.equals("ONE_OF_RANGE")
        && !rule.at("/condition/values/0/userEnteredValue").asText().startsWith("=")) {
      throw ApiException.invalid(
          "Condition type ONE_OF_RANGE must have a value that begins with '='.");
    }
    return rule.deepCopy();
  }
}
