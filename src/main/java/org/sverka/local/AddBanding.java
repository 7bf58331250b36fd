package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alternating colours for a range, with an id of the client's choice if it has one. */
final class AddBanding implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Params given = request.need("bandedRange");
    int id = OverlayRequests.id(given.integer("bandedRangeId", 0), Overlays.Kind.BANDING, book);
    Overlay banding = Bandings.read(given, id, book);
    OverlayRequests.add(banding, Overlays.Kind.BANDING, book);
    ObjectNode reply = Json.object();
    reply.putObject("addBanding").set("bandedRange", Bandings.json(banding));
    return reply;
  }
}
