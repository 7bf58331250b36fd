package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes cell data from a corner on, or into a range, where what the data does not cover is
 * cleared.
 */
final class UpdateCells implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = CellJson.writeMask(request.fields());
    List<List<ObjectNode>> rows = CellRows.read(request);
    if (request.has("range") == request.has("start")) {
      throw ApiException.invalid("Must specify one of start or range.");
    }
    if (request.has("range")) {
      GridRange range = Ranges.grid(request.need("range"), book);
      TabDraft tab = book.grid(range.sheetId());
      fill(tab, Ranges.onGrid(tab, range), rows, mask, book.locale());
    } else {
      Params start = request.need("start");
      TabDraft tab = book.grid(start.integer("sheetId", 0));
      write(
          tab,
          start.integer("rowIndex", 0),
          start.integer("columnIndex", 0),
          rows,
          mask,
          book.locale());
    }
    return RequestHandler.nothing();
  }

  private static void fill(
      TabDraft tab,
      GridRange range,
      List<List<ObjectNode>> rows,
      FieldMask mask,
      SheetLocale locale) {
    require(rows, range.startRow(), range.startColumn(), range.endRow(), range.endColumn());
    for (int r = range.startRow(); r < range.endRow(); r++) {
      for (int c = range.startColumn(); c < range.endColumn(); c++) {
        ObjectNode data = CellRows.at(rows, r - range.startRow(), c - range.startColumn());
        tab.put(r, c, CellJson.apply(tab.cell(r, c), data, mask, locale));
      }
    }
  }

  private static void write(
      TabDraft tab,
      int top,
      int left,
      List<List<ObjectNode>> rows,
      FieldMask mask,
      SheetLocale locale) {
    if (top < 0 || left < 0) {
      throw ApiException.invalid("GridCoordinate indexes may not be negative.");
    }
    require(rows, top, left, tab.rowCount(), tab.columnCount());
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        Cell before = tab.cell(top + r, left + c);
        tab.put(top + r, left + c, CellJson.apply(before, rows.get(r).get(c), mask, locale));
      }
    }
  }

  private static void require(
      List<List<ObjectNode>> rows, int top, int left, int bottom, int right) {
    if (top + rows.size() > bottom) {
      throw ApiException.invalid(
          "Attempting to write row: "
              + bottom
              + ", beyond the last requested row of: "
              + (bottom - 1));
    }
    for (List<ObjectNode> row : rows) {
      if (left + row.size() > right) {
        throw ApiException.invalid(
            "Attempting to write column: "
                + right
                + ", beyond the last requested column of: "
                + (right - 1));
      }
    }
  }
}
