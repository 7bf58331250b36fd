package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes some rows or columns out of their innermost group. */
final class DeleteDimensionGroup implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Ranges.Lines lines = Ranges.Lines.read(request.need("range"));
    TabDraft tab = book.grid(lines.sheetId());
    tab.protection().requireOwner();
    AddDimensionGroup.deepen(tab, lines, -1);
    ArrayNode rest = LineGroups.json(tab.freeze(), lines.dimension());
    ObjectNode reply = Json.object();
    ObjectNode own = reply.putObject("deleteDimensionGroup");
    if (!rest.isEmpty()) {
      own.set("dimensionGroups", rest);
    }
    return reply;
  }
}
