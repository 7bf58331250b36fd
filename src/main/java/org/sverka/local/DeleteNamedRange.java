package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A name goes; the cells stay. */
final class DeleteNamedRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    String id = request.text("namedRangeId", "");
    NamedRanges.remove(NamedRanges.byId(book.view(), id), book);
    return RequestHandler.nothing();
  }
}
