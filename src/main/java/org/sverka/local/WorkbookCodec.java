package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook as text in the store. Equal formats and validations become one object
 * when they are read.
 */
final class WorkbookCodec {
  private final Map<ObjectNode, ObjectNode> shared = new HashMap<>();

  static String row(Row row) {
    ObjectNode json = Json.object();
    ArrayNode cells = json.putArray("c");
    row.cells().forEach(cell -> cells.add(cell.isBlank() ? null : cell(cell)));
    line(json, row.line());
    return Json.text(json);
  }

  Row row(long key, String text) {
    ObjectNode json = Json.stored(text);
    List<Cell> cells = new ArrayList<>();
    json.get("c")
        .forEach(cell -> cells.add(cell instanceof ObjectNode object ? cell(object) : Cell.BLANK));
    return new Row(key, cells, line(json));
  }

  private static ObjectNode cell(Cell cell) {
    ObjectNode json = Json.object();
    if (cell.entered() != null) {
      json.set("v", CellJson.value(cell.entered()));
    }
    set(json, "f", cell.format());
    set(json, "d", cell.validation());
    if (cell.note() != null) {
      json.put("n", cell.note());
    }
    return json;
  }

  private Cell cell(ObjectNode json) {
    CellValue entered =
        json.get("v") instanceof ObjectNode value ? CellJson.readValue(value) : null;
    String note = json.has("n") ? json.get("n").asText() : null;
    return new Cell(entered, share(json.get("f")), share(json.get("d")), note);
  }

  private @Nullable ObjectNode share(@Nullable JsonNode node) {
    return node instanceof ObjectNode object ? shared.computeIfAbsent(object, same -> same) : null;
  }

  private static void line(ObjectNode json, Line line) {
    if (line.size() > 0) {
      json.put("s", line.size());
    }
    if (line.hidden()) {
      json.put("h", true);
    }
    if (!line.grouping().equals(Grouping.NONE)) {
      json.put("g", line.grouping().depth()).put("k", line.grouping().collapsed());
    }
    if (!line.metadata().isEmpty()) {
      json.set("m", metadata(line.metadata()));
    }
  }

  private static Line line(JsonNode json) {
    return new Line(
        json.path("s").asInt(),
        json.path("h").asBoolean(),
        metadata(json.path("m")),
        new Grouping(json.path("g").asInt(), json.path("k").asInt()));
  }

  static ArrayNode metadata(List<Metadata> items) {
    ArrayNode list = Json.array();
    for (Metadata item : items) {
      ObjectNode json = list.addObject().put("id", item.id()).put("key", item.key());
      json.put("visibility", item.visibility());
      if (item.value() != null) {
        json.put("value", item.value());
      }
    }
    return list;
  }

  static List<Metadata> metadata(JsonNode list) {
    List<Metadata> items = new ArrayList<>();
    for (JsonNode json : list) {
      String value = json.has("value") ? json.get("value").asText() : null;
      items.add(
          new Metadata(
              json.get("id").asInt(),
              json.get("key").asText(),
              value,
              json.get("visibility").asText()));
    }
    return items;
  }

  /** All of a tab but its rows. */
  static String head(Tab tab) {
    ObjectNode json = Json.object();
    TabProperties own = tab.properties();
    json.put("title", own.title())
        .put("hidden", own.hidden())
        .put("rightToLeft", own.rightToLeft());
    json.put("frozenRows", own.frozenRows()).put("frozenColumns", own.frozenColumns());
    json.put("hideGridlines", own.hideGridlines());
    json.put("rowControlAfter", own.rowControlAfter());
    json.put("columnControlAfter", own.columnControlAfter());
    set(json, "tabColor", own.tabColor());
    ArrayNode columns = json.putArray("columns");
    tab.columns().forEach(column -> line(columns.addObject(), column));
    json.set("merges", ranges(tab.merges()));
    ArrayNode protections = json.putArray("protected");
    tab.protectedRanges().forEach(range -> protections.add(protectedRange(range)));
    ArrayNode rules = json.putArray("rules");
    tab.rules()
        .forEach(
            rule ->
                rules
                    .addObject()
                    .<ObjectNode>set("ranges", ranges(rule.ranges()))
                    .set("rule", rule.rule()));
    json.set("metadata", metadata(tab.metadata()));
    if (!tab.overlays().isEmpty()) {
      json.set("overlays", OverlayCodec.write(tab.overlays()));
    }
    return Json.text(json);
  }

  static Tab tab(int id, String head, List<Row> rows) {
    ObjectNode json = Json.stored(head);
    TabProperties properties =
        new TabProperties(
            json.get("title").asText(),
            json.get("hidden").asBoolean(),
            json.get("rightToLeft").asBoolean(),
            json.get("frozenRows").asInt(),
            json.get("frozenColumns").asInt(),
            json.get("hideGridlines").asBoolean(),
            json.path("rowControlAfter").asBoolean(),
            json.path("columnControlAfter").asBoolean(),
            object(json.get("tabColor")));
    List<Line> columns = new ArrayList<>();
    json.get("columns").forEach(column -> columns.add(line(column)));
    List<ProtectedRange> protections = new ArrayList<>();
    json.get("protected").forEach(range -> protections.add(protectedRange(range)));
    List<FormatRule> rules = new ArrayList<>();
    json.get("rules")
        .forEach(
            rule ->
                rules.add(
                    new FormatRule(ranges(rule.get("ranges")), (ObjectNode) rule.get("rule"))));
    return new Tab(
        id,
        properties,
        rows,
        columns,
        ranges(json.get("merges")),
        protections,
        rules,
        metadata(json.get("metadata")),
        OverlayCodec.read(json.path("overlays")));
  }

  private static ObjectNode protectedRange(ProtectedRange range) {
    ObjectNode json = Json.object().put("id", range.id()).put("warningOnly", range.warningOnly());
    json.set("range", Ranges.json(range.range()));
    json.set("open", ranges(range.unprotected()));
    set(json, "editors", range.editors());
    if (range.description() != null) {
      json.put("description", range.description());
    }
    return json;
  }

  private static ProtectedRange protectedRange(JsonNode json) {
    return new ProtectedRange(
        json.get("id").asInt(),
        Ranges.stored((ObjectNode) json.get("range")),
        json.has("description") ? json.get("description").asText() : null,
        json.get("warningOnly").asBoolean(),
        ranges(json.get("open")),
        object(json.get("editors")));
  }

  private static ArrayNode ranges(List<GridRange> ranges) {
    ArrayNode list = Json.array();
    ranges.forEach(range -> list.add(Ranges.json(range)));
    return list;
  }

  private static List<GridRange> ranges(JsonNode list) {
    List<GridRange> ranges = new ArrayList<>();
    list.forEach(range -> ranges.add(Ranges.stored((ObjectNode) range)));
    return ranges;
  }

  private static void set(ObjectNode json, String name, @Nullable ObjectNode value) {
    if (value != null) {
      json.set(name, value);
    }
  }

  private static @Nullable ObjectNode object(@Nullable JsonNode node) {
    return node instanceof ObjectNode object ? object : null;
  }
}
