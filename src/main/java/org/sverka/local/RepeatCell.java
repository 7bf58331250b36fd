package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The same cell data into every cell of a range. */
final class RepeatCell implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = CellJson.writeMask(request.fields());
    ObjectNode given = request.raw("cell");
    ObjectNode cell = given == null ? Json.object() : given;
    GridRange range = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    boolean formula =
        mask.has("userEnteredValue") && cell.at("/userEnteredValue/formulaValue").isTextual();
    if (formula
        && (part.endRow() - part.startRow() > 1 || part.endColumn() - part.startColumn() > 1)) {
      throw ApiException.unsupported("a formula that is repeated over several cells");
    }
    for (int r = part.startRow(); r < part.endRow(); r++) {
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        tab.put(r, c, CellJson.apply(tab.cell(r, c), cell, mask, book.locale()));
      }
    }
    return RequestHandler.nothing();
  }
}
