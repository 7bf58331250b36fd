package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A validation rule for each cell of a range; without a rule, none. */
final class SetDataValidation implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Ranges.grid(request.need("range"), book);
    ObjectNode rule = Validations.read(request.raw("rule"));
    // There are no filters here, so no row is ever left out.
    request.ignore("filteredRowsIncluded");
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    for (int r = part.startRow(); r < part.endRow(); r++) {
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        tab.put(r, c, tab.cell(r, c).withValidation(rule));
      }
    }
    return RequestHandler.nothing();
  }
}
