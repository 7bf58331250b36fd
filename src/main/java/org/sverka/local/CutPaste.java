package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Moves cells to another place. Formulas keep their references; where some would have to follow
 * what is moved, it is declined.
 */
final class CutPaste implements RequestHandler {
  private static final String DOING = "cutting and pasting cells";

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange given = Ranges.grid(request.need("source"), book);
    TabDraft from = book.grid(given.sheetId());
    GridRange source = Ranges.onGrid(from, given);
    Params corner = request.need("destination");
    TabDraft tab = book.grid(corner.integer("sheetId", 0));
    int top = corner.integer("rowIndex", 0);
    int left = corner.integer("columnIndex", 0);
    PasteType type = request.word("pasteType", PasteType.class).orElse(PasteType.PASTE_NORMAL);
    if (type != PasteType.PASTE_NORMAL) {
      throw ApiException.unsupported("pasteType " + type);
    }
    CellBlock block = CellBlock.read(from, source);
    GridRange target =
        new GridRange(tab.id(), top, top + block.height(), left, left + block.width());
    if (top < 0 || left < 0 || !target.equals(tab.freeze().clip(target))) {
      throw ApiException.unsupported("cutting and pasting cells beyond the grid");
    }
    Attached.requireFree(from, source, DOING);
    Attached.requireFree(tab, target, DOING);
    Attached.requireUnreferenced(book, source, DOING);
    Attached.requireUnreferenced(book, target, DOING);
    block.requireNone(cell -> cell.note() != null, "cutting cells with notes");
    if (tab.id() != from.id()) {
      block.requireNone(CellBlock::hasReferences, "cutting formulas to another sheet");
    }
    CellBlock.read(tab, target)
        .requireNone(cell -> cell.note() != null, "pasting onto cells with notes");
    CellBlock.blank(from, source);
    block.write(tab, top, left);
    return RequestHandler.nothing();
  }
}
