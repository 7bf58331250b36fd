package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Collapses or expands a group, which hides or shows all of its lines. */
final class UpdateDimensionGroup implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, List.of("collapsed", "depth", "range"));
    Params given = request.need("dimensionGroup");
    Ranges.Lines lines = Ranges.Lines.read(given.need("range"));
    int level = given.integer("depth", 0);
    boolean collapsed = given.flag("collapsed");
    TabDraft tab = book.grid(lines.sheetId());
    tab.protection().requireOwner();
    int end = lines.endOn(tab);
    List<Line> all = tab.freeze().lines(lines.dimension());
    if (!LineGroups.isGroup(all, lines.start(), end, level)) {
      throw ApiException.invalid("There is no group with that range and depth.");
    }
    if (!mask.has("collapsed")) {
      return RequestHandler.nothing();
    }
    for (int i = lines.start(); i < end; i++) {
      if (all.get(i).grouping().isCollapsedBelow(level)) {
        throw ApiException.unsupported("collapsing or expanding a group around a collapsed one");
      }
      tab.changeLine(
          lines.dimension(),
          i,
          line ->
              line.withHidden(collapsed)
                  .withGrouping(line.grouping().withCollapsed(level, collapsed)));
    }
    return RequestHandler.nothing();
  }
}
