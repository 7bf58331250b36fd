package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The tab's filter, instead of any other. Only one that hides and sorts nothing yet: its criteria
 * are declined with whatever else nobody reads.
 */
final class SetBasicFilter implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Filters.range(request.need("filter"), book);
    TabDraft tab = book.grid(range.sheetId());
    tab.setOverlays(tab.overlays().withFilter(new Overlay(0, range, Json.object())));
    return RequestHandler.nothing();
  }
}
