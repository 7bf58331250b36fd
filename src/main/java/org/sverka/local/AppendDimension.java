package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows or columns at the end of the grid. */
final class AppendDimension implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    TabDraft tab = book.grid(request.integer("sheetId", 0));
    Dimension dimension =
        request
            .word("dimension", Dimension.class)
            .orElseThrow(() -> ApiException.invalid("No dimension specified."));
    int length = request.integer("length", 0);
    if (length < 1) {
      throw ApiException.invalid("length[" + length + "] must be greater than zero.");
    }
    int rows = tab.rowCount() + (dimension == Dimension.ROWS ? length : 0);
    int columns = tab.columnCount() + (dimension == Dimension.COLUMNS ? length : 0);
    GridSize.require(rows, columns, 0, 0);
    tab.append(dimension, length);
    return RequestHandler.nothing();
  }
}
