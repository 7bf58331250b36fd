package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What lies over a range without being in its cells: a filter, a filter view, alternating colours.
 *
 * @param id 0 for the tab's own filter, which has none
 * @param rest the API's JSON without id and range; its columns are counted from the tab's first
 */
record Overlay(int id, GridRange range, ObjectNode rest) {

  /** Where it lies after lines were shifted, or nothing if all of its range is gone. */
  Optional<Overlay> shifted(Shift shift) {
    return shift.apply(range).map(next -> new Overlay(id, next, columns(shift, next)));
  }

  private ObjectNode columns(Shift shift, GridRange next) {
    if (shift.dimension() == Dimension.ROWS) {
      return rest;
    }
    ObjectNode moved = rest.deepCopy();
    follow(moved, "filterSpecs", "columnIndex", shift, next);
    follow(moved, "sortSpecs", "dimensionIndex", shift, next);
    return moved;
  }

  private void follow(ObjectNode json, String list, String index, Shift shift, GridRange next) {
    if (!(json.get(list) instanceof ArrayNode specs)) {
      return;
    }
    ArrayNode kept = Json.array();
    for (JsonNode spec : specs) {
      int column = spec.path(index).asInt();
      GridRange line = GridRange.whole(next.sheetId()).along(Dimension.COLUMNS, column, column + 1);
      shift
          .apply(line)
          .ifPresent(now -> kept.add(((ObjectNode) spec).put(index, now.startColumn())));
    }
    json.set(list, kept);
  }
}
