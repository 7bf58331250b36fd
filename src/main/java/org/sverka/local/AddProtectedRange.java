package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A new protected range, with an id of the client's choice if it has one. */
final class AddProtectedRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Params given = request.need("protectedRange");
    int wanted = given.integer("protectedRangeId", 0);
    int id = wanted != 0 ? wanted : book.freshProtectedRangeId();
    boolean taken =
        book.view().tabs().stream()
            .anyMatch(tab -> tab.protectedRanges().stream().anyMatch(range -> range.id() == id));
    if (taken || id < 0) {
      throw ApiException.invalid(
          "A protected range with id " + id + " already exists or is not allowed.");
    }
    ProtectedRange range = ProtectedRanges.read(given, id, book);
    TabDraft tab = book.grid(range.range().sheetId());
    tab.protection().requireOwner();
    tab.protectedRanges().add(range);
    ObjectNode reply = Json.object();
    reply.putObject("addProtectedRange").set("protectedRange", TabJson.protectedRange(range));
    return reply;
  }
}
