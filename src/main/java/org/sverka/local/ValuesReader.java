package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes {@code ValueRange}s: empty ends are cut, an empty range has no {@code values}. */
final class ValuesReader {
  private ValuesReader() {}

  static ObjectNode read(
      Workbook book, Tab tab, GridRange range, Dimension major, ValueRender render) {
    ObjectNode json = Json.object();
    json.put("range", A1.text(tab, range));
    json.put("majorDimension", major.name());
    ArrayNode values = values(book.locale(), tab, range, major, render);
    if (!values.isEmpty()) {
      json.set("values", values);
    }
    return json;
  }

  private static ArrayNode values(
      SheetLocale locale, Tab tab, GridRange range, Dimension major, ValueRender render) {
    ArrayNode values = Json.array();
    int filled = 0;
    for (int i = range.start(major); i < range.end(major); i++) {
      ArrayNode line = values.addArray();
      int length = 0;
      Dimension minor = major == Dimension.ROWS ? Dimension.COLUMNS : Dimension.ROWS;
      for (int j = range.start(minor); j < range.end(minor); j++) {
        Cell cell = major == Dimension.ROWS ? tab.cell(i, j) : tab.cell(j, i);
        JsonNode value = render.show(cell, locale);
        line.add(value);
        if (cell.entered() != null) {
          length = line.size();
        }
      }
      cut(line, length);
      if (length > 0) {
        filled = values.size();
      }
    }
    cut(values, filled);
    return values;
  }

  private static void cut(ArrayNode list, int size) {
    while (list.size() > size) {
      list.remove(list.size() - 1);
    }
  }
}
