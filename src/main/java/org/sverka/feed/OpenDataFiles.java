package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.sverka.roadmap.OpenData;
import org.sverka.text.Messages;

/**
 * What describes the published tables: a Data Package for programs, and the passport and structure
 * that Russian open-data portals collect.
 */
public final class OpenDataFiles {
  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";
  private static final String STANDARD = "http://opendata.gosmonitor.ru/standard/3.0";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  private final Tables tables;
  private final Messages words = Messages.of(OpenDataFiles.class, "ru");
  private final String api;

  /**
   * @param api address of the list of roadmaps, which those of the tables begin with
   */
  public OpenDataFiles(Tables tables, String api) {
    this.tables = tables;
    this.api = api;
  }

  /**
   * The Data Package (datapackage.org, 2.0). The fields of the working columns are those that the
   * sheet is validated by.
   */
  public byte[] dataPackage(FeedView view, OpenData openData) {
    return Json.bytes(json -> write(json, view, openData));
  }

  private void write(JsonGenerator json, FeedView view, OpenData openData) throws IOException {
    String id = view.roadmap().id();
    json.writeStartObject();
    json.writeStringField("$schema", PROFILES + "datapackage.json");
    json.writeStringField("name", id);
    json.writeStringField("title", view.roadmap().title());
    json.writeStringField("description", words.text("package.description"));
    json.writeStringField("homepage", api + "/" + id);
    json.writeStringField("version", Long.toString(view.revision()));
    json.writeStringField("created", view.changedAt().toString());
    if (!openData.licence().isEmpty()) {
      json.writeArrayFieldStart("licenses");
      json.writeStartObject();
      json.writeStringField("path", openData.licence());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeArrayFieldStart("resources");
    resource(json, "measures", id + ".csv", tables.measureFields(view.layout()), "number");
    resource(json, "changes", id + "/changes.csv", tables.entryFields(), "seq");
    json.writeEndArray();
    json.writeEndObject();
  }

  private <T> void resource(
      JsonGenerator json, String name, String path, List<TableField<T>> fields, String key)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", PROFILES + "dataresource.json");
    json.writeStringField("name", name);
    json.writeStringField("title", words.text("table." + name));
    json.writeStringField("type", "table");
    json.writeStringField("path", api + "/" + path);
    json.writeStringField("format", "csv");
    json.writeStringField("mediatype", "text/csv");
    json.writeStringField("encoding", "utf-8");
    json.writeObjectFieldStart("dialect");
    json.writeStringField("delimiter", ",");
    json.writeStringField("lineTerminator", "\r\n");
    json.writeStringField("quoteChar", "\"");
    json.writeBooleanField("doubleQuote", true);
    json.writeBooleanField("header", true);
    json.writeEndObject();
    json.writeObjectFieldStart("schema");
    json.writeStringField("$schema", PROFILES + "tableschema.json");
    json.writeArrayFieldStart("fields");
    for (TableField<T> field : fields) {
      field.write(json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("primaryKey");
    json.writeString(key);
    json.writeEndArray();
    json.writeArrayFieldStart("missingValues");
    json.writeString("");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * The passport {@code meta.csv} (Методические рекомендации по публикации открытых данных, version
   * 3.0, 2014): a property and its value a line.
   *
   * @param firstAt when the roadmap was first published
   */
  public byte[] passport(FeedView view, OpenData openData, Instant firstAt) {
    String id = view.roadmap().id();
    String structure = "structure-" + day(view, firstAt);
    String keywords =
        openData.keywords().isEmpty()
            ? words.text("passport.keywords")
            : String.join(", ", openData.keywords());
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("standardversion", STANDARD));
    rows.add(List.of("identifier", openData.identifier().isEmpty() ? id : openData.identifier()));
    rows.add(List.of("title", view.roadmap().title()));
    rows.add(List.of("description", words.text("package.description")));
    rows.add(List.of("creator", openData.owner()));
    rows.add(List.of("created", day(view, firstAt)));
    rows.add(List.of("modified", day(view, view.changedAt())));
    rows.add(List.of("subject", keywords));
    rows.add(List.of("format", "CSV"));
    rows.add(
        List.of("provenance", words.text("passport.provenance", Long.toString(view.revision()))));
    // The data are current for as long as the roadmap runs.
    rows.add(List.of("valid", view.roadmap().period().to() + "1231"));
    rows.add(List.of("publishername", openData.contact().name()));
    rows.add(List.of("publisherphone", openData.contact().phone()));
    rows.add(List.of("publishermbox", openData.contact().mail()));
    String data = "data-" + day(view, view.changedAt()) + "-" + structure;
    rows.add(List.of(data, api + "/" + id + ".csv?at=" + view.revision()));
    rows.add(List.of(structure, api + "/" + id + "/structure.csv"));
    return Csv.table(List.of("property", "value"), rows);
  }

  private static String day(FeedView view, Instant moment) {
    return DAY.format(moment.atZone(view.zone()));
  }

  /** The structure that the passport names: each field of the measures' table in two languages. */
  public byte[] structure(FeedView view) {
    List<List<Object>> rows =
        tables.measureFields(view.layout()).stream()
            .map(field -> List.<Object>of(field.name(), field.name(), field.title(), type(field)))
            .toList();
    return Csv.table(
        List.of("field name", "english description", "russian description", "format"), rows);
  }

  private static String type(TableField<MeasureView> field) {
    if (field.kind() instanceof TableField.Kind.Plain plain) {
      return plain.type();
    }
    return field.kind() instanceof TableField.Kind.Sheet sheet
            && sheet.type() instanceof org.sverka.sheet.ColumnType.Date
        ? "date"
        : "string";
  }
}
