package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A group over some rows or columns, outside or inside of those that are there. */
final class AddDimensionGroup implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Ranges.Lines lines = Ranges.Lines.read(request.need("range"));
    TabDraft tab = book.grid(lines.sheetId());
    tab.protection().requireOwner();
    deepen(tab, lines, 1);
    tab.setProperties(tab.properties().withControlAfter(lines.dimension()));
    ObjectNode reply = Json.object();
    reply
        .putObject("addDimensionGroup")
        .set("dimensionGroups", LineGroups.json(tab.freeze(), lines.dimension()));
    return reply;
  }

  static void deepen(TabDraft tab, Ranges.Lines lines, int by) {
    int end = lines.endOn(tab);
    for (int i = lines.start(); i < end; i++) {
      tab.changeLine(lines.dimension(), i, line -> line.withGrouping(line.grouping().deeper(by)));
    }
  }
}
