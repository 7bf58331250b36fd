package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rows of cell data below the last row that holds anything; the grid grows as it must. */
final class AppendCells implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = CellJson.writeMask(request.fields());
    TabDraft tab = book.grid(request.integer("sheetId", 0));
    List<List<ObjectNode>> rows = CellRows.read(request);
    int start = tab.rowCount();
    while (start > 0 && tab.row(start - 1).cells().isEmpty()) {
      start--;
    }
    if (start + rows.size() > tab.rowCount()) {
      tab.append(Dimension.ROWS, start + rows.size() - tab.rowCount());
    }
    int widest = rows.stream().mapToInt(List::size).max().orElse(0);
    if (widest > tab.columnCount()) {
      tab.append(Dimension.COLUMNS, widest - tab.columnCount());
    }
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        Cell cell = CellJson.apply(tab.cell(start + r, c), rows.get(r).get(c), mask, book.locale());
        tab.put(start + r, c, cell);
      }
    }
    return RequestHandler.nothing();
  }
}
