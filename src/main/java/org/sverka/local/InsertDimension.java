package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Empty rows or columns in between. */
final class InsertDimension implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Ranges.Lines lines = Ranges.Lines.read(request.need("range"));
    boolean inherit = request.flag("inheritFromBefore");
    TabDraft tab = book.grid(lines.sheetId());
    int count = tab.count(lines.dimension());
    if (lines.end() == GridRange.OPEN) {
      throw ApiException.invalid("Must specify an end index.");
    }
    if (lines.start() > count || (lines.start() == count && !inherit)) {
      throw ApiException.invalid(
          "range.startIndex["
              + lines.start()
              + "] is too large. Start index must be less than the grid size"
              + (lines.dimension() == Dimension.ROWS
                  ? " (" + count + ") rows."
                  : " (" + count + ") columns."));
    }
    if (inherit && lines.start() == 0) {
      throw ApiException.invalid(
          "inheritFromBefore can't be true when inserting at the start of the grid.");
    }
    if (lines.start() > 0 && lines.start() < count) {
      // Between two lines of a protected range; above or below it is free.
      tab.protection().requireLines(lines.grid(lines.start() + 1), lines.dimension());
    }
    tab.insert(lines.dimension(), lines.start(), lines.end() - lines.start(), inherit);
    return RequestHandler.nothing();
  }
}
