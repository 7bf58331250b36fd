package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes merged cells apart again. */
final class UnmergeCells implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    tab.protection().requireRange(part);
    for (GridRange merge : tab.merges()) {
      if (merge.intersects(part) && !part.contains(merge)) {
        throw ApiException.invalid(
            "You must select all cells in a merged range to merge or unmerge them.");
      }
    }
    tab.merges().removeIf(part::contains);
    return RequestHandler.nothing();
  }
}
