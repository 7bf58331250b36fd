package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A filter view goes. */
final class DeleteFilterView implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    int id = request.integer("filterId", 0);
    Overlay view = OverlayRequests.find(id, Overlays.Kind.FILTER_VIEW, book);
    OverlayRequests.remove(view, Overlays.Kind.FILTER_VIEW, book);
    return RequestHandler.nothing();
  }
}
