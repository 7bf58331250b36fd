package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the page reads: a spreadsheet's outline, and one tab with all its cells. */
final class PageJson {
  private PageJson() {}

  static ObjectNode outline(Workbook book) {
    ObjectNode json = Json.object();
    json.put("id", book.id())
        .put("title", book.properties().title())
        .put("locale", book.properties().locale());
    json.put("timeZone", book.properties().timeZone()).put("revision", book.revision());
    ArrayNode sheets = json.putArray("sheets");
    for (Tab tab : book.tabs()) {
      ObjectNode sheet = sheets.addObject().put("sheetId", tab.id()).put("title", tab.title());
      sheet.put("hidden", tab.properties().hidden());
      sheet.put("rowCount", tab.rowCount()).put("columnCount", tab.columnCount());
      sheet.put("frozenRowCount", tab.properties().frozenRows());
      sheet.put("frozenColumnCount", tab.properties().frozenColumns());
      ArrayNode ranges = sheet.putArray("protectedRanges");
      for (ProtectedRange range : tab.protectedRanges()) {
        ObjectNode item = ranges.addObject();
        item.set("range", Ranges.json(range.range()));
        item.put("description", range.description() == null ? "" : range.description());
        item.put("warningOnly", range.warningOnly());
      }
      ArrayNode merges = sheet.putArray("merges");
      tab.merges().forEach(merge -> merges.add(Ranges.json(merge)));
    }
    return json;
  }

  /** A tab; rows are cut after the last that holds anything, cells after the last in their row. */
  static ObjectNode tab(Workbook book, Tab tab) {
    ObjectNode json = Json.object().put("revision", book.revision());
    json.put("rowCount", tab.rowCount()).put("columnCount", tab.columnCount());
    ArrayNode columns = json.putArray("columns");
    for (Line line : tab.columns()) {
      ObjectNode column =
          columns.addObject().put("width", line.size() > 0 ? line.size() : Line.COLUMN_PIXELS);
      column.put("hidden", line.hidden());
      if (!line.metadata().isEmpty()) {
        ObjectNode metadata = column.putObject("metadata");
        line.metadata().forEach(item -> metadata.put(item.key(), item.value()));
      }
    }
    ArrayNode rows = json.putArray("rows");
    int last = tab.rowCount();
    while (last > 0 && tab.rows().get(last - 1).isBlank()) {
      last--;
    }
    PageCells cells = new PageCells(book.locale());
    for (int r = 0; r < last; r++) {
      Row row = tab.rows().get(r);
      ObjectNode item = rows.addObject();
      item.put("hidden", row.line().hidden());
      if (row.line().size() > 0) {
        item.put("height", row.line().size());
      }
      ArrayNode list = item.putArray("cells");
      for (int c = 0; c < row.cells().size(); c++) {
        list.add(cells.json(tab, r, c));
      }
    }
    return json;
  }
}
