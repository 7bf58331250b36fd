package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell as the page shows it: {@code v} its text, {@code f} its formula, {@code t} its type (s, n,
 * b or e), looks under short keys, {@code link} where it leads, {@code options} of a drop-down,
 * {@code date} where a date is wanted, {@code note}.
 */
final class PageCells {
  private final SheetLocale locale;
  private final ValueFormatter formatter;

  PageCells(SheetLocale locale) {
    this.locale = locale;
    this.formatter = new ValueFormatter(locale);
  }

  ObjectNode json(Tab tab, int row, int column) {
    Cell cell = tab.rows().get(row).cell(column);
    ObjectNode json = Json.object();
    CellValue result = Formulas.result(cell.entered(), locale);
    if (result != null) {
      json.put("v", formatter.show(result, NumberFormat.of(cell.format(), locale)));
      json.put("t", type(result));
    }
    if (cell.entered() instanceof CellValue.Formula formula) {
      json.put("f", formula.source());
    }
    if (cell.format() != null) {
      looks(json, cell.format());
    }
    ObjectNode conditional = ConditionalLooks.format(tab, row, column, json.path("v").asText());
    if (conditional != null) {
      looks(json, conditional);
    }
    if (cell.validation() != null) {
      validation(json, cell.validation());
    }
    if (cell.note() != null) {
      json.put("note", cell.note());
    }
    return json;
  }

  private static String type(CellValue value) {
    if (value instanceof CellValue.Text) {
      return "s";
    }
    if (value instanceof CellValue.Numeric) {
      return "n";
    }
    return value instanceof CellValue.Bool ? "b" : "e";
  }

  private static void looks(ObjectNode json, ObjectNode format) {
    JsonNode text = format.path("textFormat");
    put(json, "bg", Colors.hex(format.get("backgroundColorStyle")));
    put(json, "fg", Colors.hex(text.get("foregroundColorStyle")));
    flag(json, "bold", text.path("bold"));
    flag(json, "italic", text.path("italic"));
    flag(json, "underline", text.path("underline"));
    flag(json, "strike", text.path("strikethrough"));
    if (text.path("fontSize").isNumber()) {
      json.put("size", text.get("fontSize").asInt());
    }
    String link = Formats.link(format);
    if (!link.isEmpty()) {
      json.put("link", link);
    }
    word(json, "align", format.path("horizontalAlignment"));
    word(json, "valign", format.path("verticalAlignment"));
    flag(json, "wrap", format.path("wrapStrategy").asText().equals("WRAP"));
  }

  private static void validation(ObjectNode json, ObjectNode rule) {
    String type = rule.at("/condition/type").asText();
    if (type.equals("ONE_OF_LIST")) {
      ArrayNode options = json.putArray("options");
      rule.at("/condition/values")
          .forEach(value -> options.add(value.path("userEnteredValue").asText()));
    } else if (type.startsWith("DATE_")) {
      json.put("date", true);
    } else if (type.equals("BOOLEAN")) {
      json.put("checkbox", true);
    }
    put(json, "hint", rule.path("inputMessage").asText(null));
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void flag(ObjectNode json, String name, JsonNode value) {
    flag(json, name, value.asBoolean());
  }

  private static void flag(ObjectNode json, String name, boolean value) {
    if (value) {
      json.put(name, true);
    }
  }

  private static void word(ObjectNode json, String name, JsonNode value) {
    if (value.isTextual()) {
      json.put(name, value.asText().toLowerCase(Locale.ROOT));
    }
  }
}
