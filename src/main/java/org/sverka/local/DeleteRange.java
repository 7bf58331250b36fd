package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Cells go; those after them move up or to the left. */
final class DeleteRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    RangeShift.read(request, book).delete();
    return RequestHandler.nothing();
  }
}
