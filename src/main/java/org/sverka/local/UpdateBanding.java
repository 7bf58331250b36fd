package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes the masked fields of alternating colours. */
final class UpdateBanding implements RequestHandler {
  private static final List<String> KNOWN =
      List.of("bandedRangeId", "range", "rowProperties", "columnProperties");

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields().renamed(Colors::styleName);
    Masks.requireOnly(mask, KNOWN);
    ObjectNode given = request.raw("bandedRange");
    ObjectNode fresh = given == null ? Json.object() : Colors.toStyles(given);
    int id = fresh.path("bandedRangeId").asInt();
    Overlay before = OverlayRequests.find(id, Overlays.Kind.BANDING, book);
    ObjectNode old = Colors.toStyles(Bandings.json(before));
    Params params = OverlayRequests.merged(mask, old, fresh, "bandedRangeId");
    Overlay after = Bandings.read(params, id, book);
    params.done();
    OverlayRequests.remove(before, Overlays.Kind.BANDING, book);
    OverlayRequests.add(after, Overlays.Kind.BANDING, book);
    return RequestHandler.nothing();
  }
}
