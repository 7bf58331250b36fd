package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A new filter view, with an id of the client's choice if it has one. */
final class AddFilterView implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Params given = request.need("filter");
    int id = OverlayRequests.id(given.integer("filterViewId", 0), Overlays.Kind.FILTER_VIEW, book);
    Overlay view = Filters.view(given, id, book);
    OverlayRequests.add(view, Overlays.Kind.FILTER_VIEW, book);
    ObjectNode reply = Json.object();
    reply.putObject("addFilterView").set("filter", Filters.json(view));
    return reply;
  }
}
