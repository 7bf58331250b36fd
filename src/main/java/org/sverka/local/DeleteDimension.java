package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows or columns go, with all that is on them. */
final class DeleteDimension implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Ranges.Lines lines = Ranges.Lines.read(request.need("range"));
    TabDraft tab = book.grid(lines.sheetId());
    int end = lines.endOn(tab);
    if (end - lines.start() == tab.count(lines.dimension())) {
      throw ApiException.invalid(
          "You can't delete all the " + lines.dimension().word() + "s on the sheet.");
    }
    tab.protection().requireLines(lines.grid(end), lines.dimension());
    tab.delete(lines.dimension(), lines.start(), end);
    return RequestHandler.nothing();
  }
}
