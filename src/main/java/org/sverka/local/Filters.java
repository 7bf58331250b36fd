package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.FilterCriteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Filter views, which hide nothing of the tab itself: they are kept and given back. Google says of
 * a filter's columns what is wanted twice, as {@code criteria} and as {@code filterSpecs}; we keep
 * the latter.
 */
final class Filters {
  private Filters() {}

  /** Reads a view without its id. */
  static Overlay view(Params given, int id, WorkbookDraft book) {
    GridRange range = range(given, book);
    ObjectNode rest = Json.object();
    String title = given.text("title", "");
    if (title.isEmpty()) {
      throw ApiException.unsupported("a filter view without a title");
    }
    rest.put("title", title);
    ArrayNode sorts = Json.array();
    for (Params sort : given.children("sortSpecs")) {
      int column = column(sort.integer("dimensionIndex", 0), range);
      SortRange.Order order =
          sort.word("sortOrder", SortRange.Order.class)
              .orElseThrow(() -> ApiException.invalid("Must specify a sort order."));
      sorts.addObject().put("dimensionIndex", column).put("sortOrder", order.name());
    }
    if (!sorts.isEmpty()) {
      rest.set("sortSpecs", sorts);
    }
    ArrayNode specs = specs(given, range);
    if (!specs.isEmpty()) {
      rest.set("filterSpecs", specs);
    }
    return new Overlay(id, range, rest);
  }

  /** The range of a filter, all edges given. */
  static GridRange range(Params given, WorkbookDraft book) {
    GridRange range = Ranges.grid(given.need("range"), book);
    return Ranges.onGrid(book.grid(range.sheetId()), range);
  }

  private static ArrayNode specs(Params given, GridRange range) {
    ArrayNode kept = Json.array();
    List<Params> specs = given.children("filterSpecs");
    for (Params spec : specs) {
      ObjectNode criteria = spec.raw("filterCriteria");
      put(kept, spec.integer("columnIndex", 0), criteria == null ? Json.object() : criteria, range);
    }
    ObjectNode old = given.raw("criteria");
    if (specs.isEmpty() && old != null) {
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(old.properties());
      for (Map.Entry<String, JsonNode> entry : entries) {
        put(
            kept,
            number(entry.getKey()),
            ApiSchema.check(entry.getValue(), FilterCriteria.class, "criteria"),
            range);
      }
    }
    return kept;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.invalid("Invalid value at 'criteria' (TYPE_INT32), \"" + text + "\"");
    }
  }

  private static void put(ArrayNode specs, int column, ObjectNode criteria, GridRange range) {
    ObjectNode spec = specs.addObject().put("columnIndex", column(column, range));
    spec.set("filterCriteria", Colors.toStyles(criteria));
  }

  private static int column(int index, GridRange range) {
    if (index < range.startColumn() || index >= range.endColumn()) {
      throw ApiException.invalid("Column index " + index + " is outside of the filter's range.");
    }
    return index;
  }

  static ObjectNode json(Overlay view) {
    ObjectNode json = Json.object().put("filterViewId", view.id());
    json.set("title", view.rest().get("title"));
    json.set("range", Ranges.json(view.range()));
    if (view.rest().has("sortSpecs")) {
      json.set("sortSpecs", view.rest().get("sortSpecs"));
    }
    if (view.rest().has("filterSpecs")) {
      ObjectNode criteria = json.putObject("criteria");
      ArrayNode specs = json.putArray("filterSpecs");
      for (JsonNode spec : view.rest().get("filterSpecs")) {
        ObjectNode both = Colors.toBoth((ObjectNode) spec.get("filterCriteria"));
        criteria.set(spec.get("columnIndex").asText(), both);
        specs
            .addObject()
            .<ObjectNode>set("filterCriteria", both)
            .set("columnIndex", spec.get("columnIndex"));
      }
    }
    return json;
  }
}
