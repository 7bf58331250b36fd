package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A protected range goes. */
final class DeleteProtectedRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    int id = request.integer("protectedRangeId", 0);
    TabDraft tab = ProtectedRanges.holder(id, book);
    tab.protection().requireOwner();
    tab.protectedRanges().removeIf(range -> range.id() == id);
    return RequestHandler.nothing();
  }
}
