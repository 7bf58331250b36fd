package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The same cell data into every cell of a range; references in a formula go along. */
final class RepeatCell implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = CellJson.writeMask(request.fields());
    ObjectNode given = request.raw("cell");
    ObjectNode cell = given == null ? Json.object() : given;
    GridRange range = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    for (int r = part.startRow(); r < part.endRow(); r++) {
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        Cell next = CellJson.apply(tab.cell(r, c), cell, mask, book.locale());
        boolean fresh = mask.has("userEnteredValue");
        tab.put(r, c, fresh ? next.copied(r - part.startRow(), c - part.startColumn()) : next);
      }
    }
    return RequestHandler.nothing();
  }
}
