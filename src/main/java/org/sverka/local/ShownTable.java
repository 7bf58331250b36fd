package org.sverka.local;

import java.util.ArrayList;
import java.util.List;

/** The table that a tab shows: texts as they are formatted, down and right to the last value. */
final class ShownTable {
  private ShownTable() {}

  /** Rows of equal length; none for an empty tab. */
  static List<List<String>> of(Workbook book, Tab tab) {
    int width = 0;
    int height = 0;
    for (int row = 0; row < tab.rowCount(); row++) {
      int length = length(tab.rows().get(row));
      width = Math.max(width, length);
      height = length > 0 ? row + 1 : height;
    }
    ValueRender render =
        new ValueRender(ValueRender.Option.FORMATTED_VALUE, ValueRender.Dates.FORMATTED_STRING);
    List<List<String>> table = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      List<String> line = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        line.add(render.show(tab.cell(row, column), book.locale()).asText());
      }
      table.add(line);
    }
    return table;
  }

  private static int length(Row row) {
    int length = row.cells().size();
    while (length > 0 && row.cells().get(length - 1).entered() == null) {
      length--;
    }
    return length;
  }
}
