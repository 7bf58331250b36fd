package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Copies cells to another place, again and again where that is a multiple of them in size.
 * References in formulas go along.
 *
 * @see <a
 *     href="https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#copypasterequest">
 *     CopyPasteRequest</a>
 */
final class CopyPaste implements RequestHandler {
  private static final String DOING = "copying cells";

  /** The ways to turn what is pasted, under their API names. */
  enum Orientation {
    NORMAL,
    TRANSPOSE
  }

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange given = Ranges.grid(request.need("source"), book);
    GridRange source = Ranges.onGrid(book.grid(given.sheetId()), given);
    GridRange wanted = Ranges.grid(request.need("destination"), book);
    PasteType type = request.word("pasteType", PasteType.class).orElse(PasteType.PASTE_NORMAL);
    boolean turn =
        request.word("pasteOrientation", Orientation.class).orElse(Orientation.NORMAL)
            == Orientation.TRANSPOSE;
    TabDraft from = book.grid(source.sheetId());
    CellBlock read = CellBlock.read(from, source);
    if (turn) {
      read.requireNone(CellBlock::hasReferences, "turning formulas with references");
      read.requireNone(CopyPaste::hasBorders, "turning cells with borders");
    }
    CellBlock block = turn ? read.turned() : read;
    TabDraft tab = book.grid(wanted.sheetId());
    GridRange target = target(tab, Ranges.onGrid(tab, wanted), block);
    if (type.hasLook()) {
      Attached.requirePlain(from, source, DOING);
      Attached.requirePlain(tab, target, DOING);
    }
    if (tab.merges().stream().anyMatch(target::intersects)) {
      throw ApiException.unsupported("copying cells onto merged ones");
    }
    List<GridRange> merges = from.merges().stream().filter(source::intersects).toList();
    if (!merges.isEmpty() && (turn || !merges.stream().allMatch(source::contains))) {
      throw ApiException.unsupported("turning merged cells, or copying a part of them");
    }
    paste(block, tab, target, source, type, turn);
    if (type == PasteType.PASTE_NORMAL) {
      copyMerges(merges, source, tab, target);
    }
    return RequestHandler.nothing();
  }

  private static void paste(
      CellBlock block,
      TabDraft tab,
      GridRange target,
      GridRange source,
      PasteType type,
      boolean turned) {
    for (int r = target.startRow(); r < target.endRow(); r++) {
      for (int c = target.startColumn(); c < target.endColumn(); c++) {
        int row = (r - target.startRow()) % block.height();
        int column = (c - target.startColumn()) % block.width();
        Cell cell = block.cell(row, column);
        Cell copied =
            turned
                ? cell
                : cell.copied(r - source.startRow() - row, c - source.startColumn() - column);
        tab.put(r, c, type.paste(tab.cell(r, c), copied, tab.locale()));
      }
    }
  }

  private static void copyMerges(
      List<GridRange> merges, GridRange source, TabDraft tab, GridRange target) {
    int height = source.endRow() - source.startRow();
    int width = source.endColumn() - source.startColumn();
    for (int r = target.startRow(); r < target.endRow(); r += height) {
      for (int c = target.startColumn(); c < target.endColumn(); c += width) {
        for (GridRange merge : merges) {
          int down = r - source.startRow();
          int right = c - source.startColumn();
          tab.merges()
              .add(
                  new GridRange(
                      tab.id(),
                      merge.startRow() + down,
                      merge.endRow() + down,
                      merge.startColumn() + right,
                      merge.endColumn() + right));
        }
      }
    }
  }

  private static GridRange target(TabDraft tab, GridRange wanted, CellBlock block) {
    int bottom = wanted.startRow() + span(wanted.endRow() - wanted.startRow(), block.height());
    int right =
        wanted.startColumn() + span(wanted.endColumn() - wanted.startColumn(), block.width());
    if (bottom > tab.rowCount() || right > tab.columnCount()) {
      throw ApiException.unsupported("copying cells beyond the grid");
    }
    return new GridRange(tab.id(), wanted.startRow(), bottom, wanted.startColumn(), right);
  }

  private static int span(int wanted, int own) {
    if (wanted > own && wanted % own != 0) {
      throw ApiException.unsupported("copying cells to a range that is no multiple of them");
    }
    return Math.max(wanted, own);
  }

  private static boolean hasBorders(Cell cell) {
    return cell.format() != null && cell.format().has("borders");
  }
}
