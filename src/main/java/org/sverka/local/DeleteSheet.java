package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A tab goes, but never the last one. */
final class DeleteSheet implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    int id = request.integer("sheetId", 0);
    int index = book.indexOf(id, "No sheet with id: ");
    book.sheet(id).protection().requireOwner();
    if (book.view().tabs().stream()
        .filter(tab -> tab.id() != id)
        .allMatch(tab -> tab.properties().hidden())) {
      throw ApiException.invalid("You can't remove all the visible sheets in a document.");
    }
    if (!book.sheet(id).overlays().names().isEmpty()) {
      throw ApiException.unsupported("deleting a sheet with named ranges");
    }
    book.removeTab(index);
    return RequestHandler.nothing();
  }
}
