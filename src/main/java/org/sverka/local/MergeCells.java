package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes one cell of several; only the first keeps its value. */
final class MergeCells implements RequestHandler {

  /** The ways to merge, under their API names. */
  enum Type {
    MERGE_ALL,
    MERGE_COLUMNS,
    MERGE_ROWS
  }

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Ranges.grid(request.need("range"), book);
    Type type = request.word("mergeType", Type.class).orElse(Type.MERGE_ALL);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    for (GridRange merge : tab.merges()) {
      if (merge.intersects(part) && !part.contains(merge)) {
        throw ApiException.invalid(
            "You must select all cells in a merged range to merge or unmerge them.");
      }
    }
    tab.protection().requireRange(part);
    tab.merges().removeIf(part::contains);
    switch (type) {
      case MERGE_ALL -> merge(tab, part);
      case MERGE_ROWS -> {
        for (int r = part.startRow(); r < part.endRow(); r++) {
          merge(tab, part.along(Dimension.ROWS, r, r + 1));
        }
      }
      case MERGE_COLUMNS -> {
        for (int c = part.startColumn(); c < part.endColumn(); c++) {
          merge(tab, part.along(Dimension.COLUMNS, c, c + 1));
        }
      }
    }
    return RequestHandler.nothing();
  }

  private static void merge(TabDraft tab, GridRange part) {
    if (part.endRow() - part.startRow() == 1 && part.endColumn() - part.startColumn() == 1) {
      return;
    }
    for (int r = part.startRow(); r < part.endRow(); r++) {
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        if (r > part.startRow() || c > part.startColumn()) {
          tab.put(r, c, tab.cell(r, c).withEntered(null));
        }
      }
    }
    tab.merges().add(part);
  }
}
