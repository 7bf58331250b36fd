package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes the masked fields of a protected range. */
final class UpdateProtectedRange implements RequestHandler {
  private static final List<String> KNOWN =
      List.of(
          "range",
          "description",
          "warningOnly",
          "unprotectedRanges",
          "editors",
          "requestingUserCanEdit");

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, KNOWN);
    ObjectNode given = request.raw("protectedRange");
    int id = given == null ? 0 : given.path("protectedRangeId").asInt();
    TabDraft holder = ProtectedRanges.holder(id, book);
    holder.protection().requireOwner();
    ProtectedRange before =
        holder.protectedRanges().stream()
            .filter(range -> range.id() == id)
            .findFirst()
            .orElseThrow();
    ObjectNode merged =
        mask.merge(TabJson.protectedRange(before), given == null ? Json.object() : given);
    Params params = new Params(merged.without("protectedRangeId"), "");
    ProtectedRange after = ProtectedRanges.read(params, id, book);
    params.done();
    holder.protectedRanges().remove(before);
    book.grid(after.range().sheetId()).protectedRanges().add(after);
    return RequestHandler.nothing();
  }
}
