package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.CellData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API's {@code CellData}, as far as a mask asks for it. */
final class CellJson {
  private static final Set<String> WRITABLE =
      Set.of("userEnteredValue", "userEnteredFormat", "dataValidation", "note");
  static final int LONGEST = 50_000;

  private final SheetLocale locale;
  private final ValueFormatter formatter;
  private final FieldMask mask;
  private final boolean ruled;
  private final boolean deep;

  /**
   * @param mask what is asked for of a cell
   * @param ruled whether the tab has conditional formats or alternating colours, which we do not
   *     work out
   */
  CellJson(SheetLocale locale, FieldMask mask, boolean ruled) {
    this.locale = locale;
    this.formatter = new ValueFormatter(locale);
    this.mask = mask;
    this.ruled = ruled;
    this.deep = mask.children().values().stream().anyMatch(child -> !child.all());
  }

  ObjectNode write(Cell cell) {
    ObjectNode json = Json.object();
    CellValue entered = cell.entered();
    if (entered != null && mask.has("userEnteredValue")) {
      json.set("userEnteredValue", value(entered));
    }
    CellValue result = Formulas.result(entered, locale);
    if (result != null && mask.has("effectiveValue")) {
      json.set("effectiveValue", value(result));
    }
    if (result != null && mask.has("formattedValue")) {
      json.put("formattedValue", formatter.show(result, NumberFormat.of(cell.format(), locale)));
    }
    ObjectNode format = cell.format();
    if (format != null && mask.has("userEnteredFormat")) {
      json.set("userEnteredFormat", Colors.toBoth(format));
    }
    String link = Formats.link(format);
    if (!link.isEmpty() && mask.has("hyperlink")) {
      json.put("hyperlink", link);
    }
    if (mask.has("effectiveFormat") && !cell.isBlank()) {
      json.set("effectiveFormat", effective(format));
    }
    if (cell.note() != null && mask.has("note")) {
      json.put("note", cell.note());
    }
    if (cell.validation() != null && mask.has("dataValidation")) {
      json.set("dataValidation", cell.validation());
    }
    return deep ? (ObjectNode) mask.filter(json) : json;
  }

  private ObjectNode effective(@Nullable ObjectNode format) {
    if (ruled) {
      throw ApiException.unsupported(
          "effectiveFormat on a sheet with conditional formats or alternating colours; leave it out by a field mask");
    }
    ObjectNode whole = Theme.defaultFormat().put("hyperlinkDisplayType", "PLAIN_TEXT");
    return format == null ? whole : overlay(whole, Colors.toBoth(format));
  }

  private static ObjectNode overlay(ObjectNode under, ObjectNode over) {
    over.properties()
        .forEach(
            field -> {
              JsonNode below = under.get(field.getKey());
              boolean both = field.getKey().equals("textFormat") && below instanceof ObjectNode;
              under.set(
                  field.getKey(),
                  both
                      ? overlay((ObjectNode) below, (ObjectNode) field.getValue())
                      : field.getValue());
            });
    return under;
  }

  static ObjectNode value(CellValue value) {
    ObjectNode json = Json.object();
    if (value instanceof CellValue.Numeric number) {
      json.set("numberValue", Json.number(number.value()));
    } else if (value instanceof CellValue.Text text) {
      json.put("stringValue", text.value());
    } else if (value instanceof CellValue.Bool bool) {
      json.put("boolValue", bool.value());
    } else if (value instanceof CellValue.Formula formula) {
      json.put("formulaValue", formula.source());
    } else if (value instanceof CellValue.Failure failure) {
      json.putObject("errorValue").put("type", failure.type()).put("message", failure.message());
    }
    return json;
  }

  /** Reads an {@code ExtendedValue}; nothing for an empty one. */
  static @Nullable CellValue readValue(@Nullable ObjectNode json) {
    if (json == null || json.isEmpty()) {
      return null;
    }
    if (json.has("errorValue")) {
      throw ApiException.invalid("errorValue can not be set.");
    }
    if (json.size() > 1) {
      throw ApiException.invalid("Only one value may be set.");
    }
    if (json.has("numberValue")) {
      return new CellValue.Numeric(json.get("numberValue").asDouble());
    }
    if (json.has("boolValue")) {
      return new CellValue.Bool(json.get("boolValue").asBoolean());
    }
    if (json.has("formulaValue")) {
      String source = limited(json.get("formulaValue").asText());
      return new CellValue.Formula(source.startsWith("=") ? source : "=" + source);
    }
    String text = limited(json.get("stringValue").asText());
    return text.isEmpty() ? null : new CellValue.Text(text);
  }

  /** Refuses a text that is too long for a cell. */
  static String limited(String text) {
    if (text.length() > LONGEST) {
      throw ApiException.invalid(
          "Your input contains more than the maximum of 50000 characters in a single cell.");
    }
    return text;
  }

  /** The mask of a request that writes cells, with only what can be written. */
  static FieldMask writeMask(FieldMask mask) {
    for (String path : ApiSchema.unknownPaths(mask, CellData.class)) {
      throw ApiException.invalid("Invalid field: " + path);
    }
    for (String name : mask.children().keySet()) {
      if (!WRITABLE.contains(name) && !name.equals("*")) {
        throw ApiException.unsupported("field " + name + " of a cell");
      }
    }
    if (!mask.all()
        && !mask.sub("userEnteredValue").all()
        && !mask.sub("userEnteredValue").isEmpty()) {
      throw ApiException.unsupported("a part of userEnteredValue as a field");
    }
    return mask;
  }

  /** The cell after the masked fields of the given cell data were written to it. */
  static Cell apply(Cell before, ObjectNode given, FieldMask mask, SheetLocale locale) {
    for (String name : (Iterable<String>) given::fieldNames) {
      if (!WRITABLE.contains(name)
          && mask.has(name)
          && !List.of("effectiveValue", "formattedValue", "effectiveFormat", "hyperlink")
              .contains(name)) {
        throw ApiException.unsupported("field " + name + " of a cell");
      }
    }
    Cell cell = before;
    if (mask.has("userEnteredValue")) {
      cell =
          cell.withEntered(
              readValue(given.get("userEnteredValue") instanceof ObjectNode value ? value : null));
    }
    if (mask.has("userEnteredFormat")) {
      cell =
          cell.withFormat(
              Formats.merge(
                  cell.format(),
                  given.get("userEnteredFormat"),
                  mask.sub("userEnteredFormat"),
                  locale));
    }
    if (mask.has("dataValidation")) {
      cell =
          cell.withValidation(
              Validations.read(
                  given.get("dataValidation") instanceof ObjectNode rule ? rule : null));
    }
    if (mask.has("note")) {
      cell = cell.withNote(given.path("note").asText(""));
    }
    return cell;
  }
}
