package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Function;
import org.sverka.sheet.ColumnType;

/**
 * A column of a published table: what it is called, what stands in it, and how Table Schema says
 * that.
 *
 * @param name its name in the header
 * @param title its name for people
 * @param kind what stands in it
 * @param value what a line has there: a text or a number
 * @param <T> what one line is about
 */
record TableField<T>(String name, String title, Kind kind, Function<T, Object> value) {
  /** What may stand in a column. */
  sealed interface Kind {
    /** Of the sheet: the values are those that the rules let pass. */
    record Sheet(ColumnType type) implements Kind {}

    /** A type of Table Schema without more. */
    record Plain(String type) implements Kind {}

    /** Several texts in one. */
    record Several(String delimiter) implements Kind {}
  }

  static <T> TableField<T> plain(
      String name, String title, String type, Function<T, Object> value) {
    return new TableField<>(name, title, new Kind.Plain(type), value);
  }

  /** Writes the field's descriptor (Table Schema 2.0), the way the roadmap's descriptor has it. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("title", title);
    if (kind instanceof Kind.Sheet sheet) {
      write(json, sheet.type());
    } else if (kind instanceof Kind.Several several) {
      list(json, several.delimiter());
    } else if (kind instanceof Kind.Plain plain) {
      json.writeStringField("type", plain.type());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ColumnType type) throws IOException {
    if (type instanceof ColumnType.Date) {
      json.writeStringField("type", "date");
    } else if (type instanceof ColumnType.Links links) {
      list(json, "\n");
      maxLength(json, links.maxLength());
    } else if (type instanceof ColumnType.Choice choice) {
      json.writeStringField("type", "string");
      json.writeArrayFieldStart("categories");
      for (ColumnType.Option option : choice.options()) {
        json.writeStartObject();
        json.writeStringField("value", option.key());
        json.writeStringField("label", option.label());
        json.writeEndObject();
      }
      json.writeEndArray();
    } else if (type instanceof ColumnType.Text text) {
      json.writeStringField("type", "string");
      maxLength(json, text.maxLength());
    }
  }

  private static void list(JsonGenerator json, String delimiter) throws IOException {
    json.writeStringField("type", "list");
    json.writeStringField("delimiter", delimiter);
    json.writeStringField("itemType", "string");
  }

  /** In the table apostrophes come to what the sheet allows. */
  private static void maxLength(JsonGenerator json, int characters) throws IOException {
    json.writeObjectFieldStart("constraints");
    json.writeNumberField("maxLength", FormulaGuard.longest(characters));
    json.writeEndObject();
  }
}
