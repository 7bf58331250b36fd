package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sverka.local.MetadataJson.Place;

/** The parts of the API's {@code Sheet}. */
final class TabJson {
  private TabJson() {}

  static ObjectNode properties(Tab tab, int index) {
    TabProperties own = tab.properties();
    ObjectNode json = Json.object();
    json.put("sheetId", tab.id())
        .put("title", own.title())
        .put("index", index)
        .put("sheetType", "GRID");
    ObjectNode grid = json.putObject("gridProperties");
    grid.put("rowCount", tab.rowCount()).put("columnCount", tab.columnCount());
    if (own.frozenRows() > 0) {
      grid.put("frozenRowCount", own.frozenRows());
    }
    if (own.frozenColumns() > 0) {
      grid.put("frozenColumnCount", own.frozenColumns());
    }
    if (own.hideGridlines()) {
      grid.put("hideGridlines", true);
    }
    if (own.rowControlAfter()) {
      grid.put("rowGroupControlAfter", true);
    }
    if (own.columnControlAfter()) {
      grid.put("columnGroupControlAfter", true);
    }
    if (own.hidden()) {
      json.put("hidden", true);
    }
    if (own.tabColor() != null) {
      json.setAll(Colors.toBoth((ObjectNode) Json.object().set("tabColorStyle", own.tabColor())));
    }
    if (own.rightToLeft()) {
      json.put("rightToLeft", true);
    }
    return json;
  }

  /** A protected range as it is read; whoever asks through the API may edit everything. */
  static ObjectNode protectedRange(ProtectedRange range) {
    ObjectNode json = Json.object();
    json.put("protectedRangeId", range.id());
    json.set("range", Ranges.json(range.range()));
    if (range.description() != null && !range.description().isEmpty()) {
      json.put("description", range.description());
    }
    if (range.warningOnly()) {
      json.put("warningOnly", true);
    }
    json.put("requestingUserCanEdit", true);
    if (!range.unprotected().isEmpty()) {
      ArrayNode list = json.putArray("unprotectedRanges");
      range.unprotected().forEach(part -> list.add(Ranges.json(part)));
    }
    if (range.editors() != null && !range.warningOnly()) {
      json.set("editors", range.editors());
    }
    return json;
  }

  static ObjectNode rule(FormatRule rule) {
    ObjectNode json = Json.object();
    ArrayNode ranges = json.putArray("ranges");
    rule.ranges().forEach(range -> ranges.add(Ranges.json(range)));
    json.setAll(Colors.toBoth(rule.rule()));
    return json;
  }

  static ObjectNode line(Line line, Dimension dimension, Place place) {
    ObjectNode json = Json.object();
    if (line.hidden()) {
      json.put("hiddenByUser", true);
    }
    int standard = dimension == Dimension.ROWS ? Line.ROW_PIXELS : Line.COLUMN_PIXELS;
    json.put("pixelSize", line.size() > 0 ? line.size() : standard);
    SpreadsheetJson.putMetadata(json, line.metadata(), place);
    return json;
  }
}
