package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alternating colours go. */
final class DeleteBanding implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    int id = request.integer("bandedRangeId", 0);
    Overlay banding = OverlayRequests.find(id, Overlays.Kind.BANDING, book);
    OverlayRequests.remove(banding, Overlays.Kind.BANDING, book);
    return RequestHandler.nothing();
  }
}
