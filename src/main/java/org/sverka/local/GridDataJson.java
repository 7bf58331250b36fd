package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sverka.local.MetadataJson.Place;

/** The API's {@code GridData}: the cells of one range, cut after the last that holds anything. */
final class GridDataJson {
  private final Tab tab;
  private final FieldMask mask;
  private final CellJson cells;

  GridDataJson(Tab tab, SheetLocale locale, FieldMask mask) {
    this.tab = tab;
    this.mask = mask;
    this.cells =
        new CellJson(
            locale,
            mask.sub("rowData").sub("values"),
            !tab.rules().isEmpty() || !tab.overlays().bandings().isEmpty());
  }

  /** Writes a range that lies on the grid. */
  ObjectNode write(GridRange range) {
    ObjectNode json = Json.object();
    if (range.startRow() > 0 && mask.has("startRow")) {
      json.put("startRow", range.startRow());
    }
    if (range.startColumn() > 0 && mask.has("startColumn")) {
      json.put("startColumn", range.startColumn());
    }
    if (mask.has("rowData")) {
      ArrayNode rows = rows(range);
      if (!rows.isEmpty()) {
        json.set("rowData", rows);
      }
    }
    if (mask.has("rowMetadata")) {
      json.set("rowMetadata", lines(Dimension.ROWS, range.startRow(), range.endRow()));
    }
    if (mask.has("columnMetadata")) {
      json.set("columnMetadata", lines(Dimension.COLUMNS, range.startColumn(), range.endColumn()));
    }
    return json;
  }

  private ArrayNode rows(GridRange range) {
    ArrayNode rows = Json.array();
    int last = range.startRow();
    for (int r = range.startRow(); r < range.endRow(); r++) {
      if (filled(tab.rows().get(r), range) > range.startColumn()) {
        last = r + 1;
      }
    }
    for (int r = range.startRow(); r < last; r++) {
      Row row = tab.rows().get(r);
      ObjectNode json = rows.addObject();
      int end = filled(row, range);
      if (end > range.startColumn() && mask.sub("rowData").has("values")) {
        ArrayNode values = json.putArray("values");
        for (int c = range.startColumn(); c < end; c++) {
          values.add(cells.write(row.cell(c)));
        }
      }
    }
    return rows;
  }

  private static int filled(Row row, GridRange range) {
    int end = Math.min(row.cells().size(), range.endColumn());
    while (end > range.startColumn() && row.cell(end - 1).isBlank()) {
      end--;
    }
    return end;
  }

  private ArrayNode lines(Dimension dimension, int start, int end) {
    ArrayNode list = Json.array();
    FieldMask wanted = mask.sub(dimension == Dimension.ROWS ? "rowMetadata" : "columnMetadata");
    List<Line> lines = tab.lines(dimension).subList(start, end);
    for (int i = 0; i < lines.size(); i++) {
      list.add(
          wanted.filter(
              TabJson.line(lines.get(i), dimension, Place.line(tab.id(), dimension, start + i))));
    }
    return list;
  }
}
