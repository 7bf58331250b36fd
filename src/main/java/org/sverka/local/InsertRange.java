package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Empty cells in between; those that were there move down or to the right. */
final class InsertRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    RangeShift.read(request, book).insert();
    return RequestHandler.nothing();
  }
}
