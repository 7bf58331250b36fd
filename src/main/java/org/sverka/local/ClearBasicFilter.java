package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The tab's filter goes. */
final class ClearBasicFilter implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    TabDraft tab = book.sheet(request.integer("sheetId", 0));
    tab.setOverlays(tab.overlays().withFilter(null));
    return RequestHandler.nothing();
  }
}
