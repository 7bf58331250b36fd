package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows or columns move to another place, with all that is on them. */
final class MoveDimension implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Ranges.Lines lines = Ranges.Lines.read(request.need("source"));
    int destination = request.integer("destinationIndex", 0);
    TabDraft tab = book.grid(lines.sheetId());
    int end = lines.endOn(tab);
    if (destination < 0 || destination > tab.count(lines.dimension())) {
      throw ApiException.invalid("destinationIndex[" + destination + "] is out of range.");
    }
    tab.protection().requireLines(lines.grid(end), lines.dimension());
    if (destination < lines.start() || destination > end) {
      tab.move(lines.dimension(), lines.start(), end, destination);
    }
    return RequestHandler.nothing();
  }
}
