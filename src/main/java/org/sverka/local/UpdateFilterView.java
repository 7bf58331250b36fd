package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes the masked fields of a filter view. */
final class UpdateFilterView implements RequestHandler {
  private static final List<String> KNOWN =
      List.of("filterViewId", "title", "range", "sortSpecs", "criteria", "filterSpecs");

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, KNOWN);
    ObjectNode given = request.raw("filter");
    ObjectNode fresh = given == null ? Json.object() : given;
    int id = fresh.path("filterViewId").asInt();
    Overlay before = OverlayRequests.find(id, Overlays.Kind.FILTER_VIEW, book);
    ObjectNode old = Filters.json(before);
    // What is not said anew of the columns is kept in one of its two forms.
    old.remove(
        mask.has("criteria") || mask.has("filterSpecs")
            ? List.of("criteria", "filterSpecs")
            : List.of("criteria"));
    Params params = OverlayRequests.merged(mask, old, fresh, "filterViewId");
    Overlay after = Filters.view(params, id, book);
    params.done();
    OverlayRequests.remove(before, Overlays.Kind.FILTER_VIEW, book);
    OverlayRequests.add(after, Overlays.Kind.FILTER_VIEW, book);
    return RequestHandler.nothing();
  }
}
