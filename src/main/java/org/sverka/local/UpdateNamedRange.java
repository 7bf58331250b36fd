package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Another name for a range, or another range for a name. */
final class UpdateNamedRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, List.of("name", "range", "namedRangeId"));
    ObjectNode given = request.raw("namedRange");
    ObjectNode fresh = given == null ? Json.object() : given;
    NamedRange before = NamedRanges.byId(book.view(), fresh.path("namedRangeId").asText());
    ObjectNode merged = mask.merge(NamedRanges.json(before), fresh);
    Params params = new Params(merged.without("namedRangeId"), "");
    NamedRange after = NamedRanges.read(params, before.id(), book);
    params.done();
    NamedRanges.remove(before, book);
    NamedRanges.add(after, book);
    return RequestHandler.nothing();
  }
}
