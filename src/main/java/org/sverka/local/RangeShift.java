package org.sverka.local;

/** Cells in between, or out of between; those after them in the same columns or rows move. */
final class RangeShift {
  private final WorkbookDraft book;
  private final TabDraft tab;
  private final GridRange range;
  private final Dimension dimension;

  private RangeShift(WorkbookDraft book, TabDraft tab, GridRange range, Dimension dimension) {
    this.book = book;
    this.tab = tab;
    this.range = range;
    this.dimension = dimension;
  }

  static RangeShift read(Params request, WorkbookDraft book) {
    GridRange given = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(given.sheetId());
    Dimension dimension =
        request
            .word("shiftDimension", Dimension.class)
            .orElseThrow(() -> ApiException.invalid("No shiftDimension specified."));
    return new RangeShift(book, tab, Ranges.onGrid(tab, given), dimension);
  }

  /** Declines where anything but cells would have to move. */
  private void requireLoose(String doing) {
    GridRange band = from(range.start(dimension));
    Attached.requireFree(tab, band, doing);
    Attached.requireUnreferenced(book, band, doing);
    CellBlock cells = CellBlock.read(tab, band);
    cells.requireNone(CellBlock::hasReferences, doing + " with references");
    cells.requireNone(cell -> cell.note() != null, doing + " with notes");
  }

  private GridRange from(int start) {
    return range.along(dimension, start, tab.count(dimension));
  }

  private int length() {
    return range.end(dimension) - range.start(dimension);
  }

  private boolean isLong() {
    return range.end(dimension) == tab.count(dimension);
  }

  void insert() {
    requireLoose("inserting cells before others");
    // Whether the new cells take a format from their neighbours is not known.
    GridRange near =
        range.along(dimension, Math.max(0, range.start(dimension) - 1), range.end(dimension));
    CellBlock.read(tab, near)
        .requireNone(CellBlock::isDressed, "inserting cells next to formatted ones");
    CellBlock.read(tab, from(tab.count(dimension) - length()))
        .requireNone(cell -> !cell.isBlank(), "inserting cells that push others off the grid");
    if (!isLong()) {
      GridRange rest =
          range.along(dimension, range.start(dimension), tab.count(dimension) - length());
      CellBlock moved = CellBlock.read(tab, rest);
      CellBlock.blank(tab, range);
      write(moved, range.end(dimension));
    }
  }

  void delete() {
    requireLoose("deleting cells before others");
    if (!isLong()) {
      CellBlock moved = CellBlock.read(tab, from(range.end(dimension)));
      write(moved, range.start(dimension));
    }
    CellBlock.blank(tab, from(tab.count(dimension) - length()));
  }

  private void write(CellBlock block, int start) {
    if (dimension == Dimension.ROWS) {
      block.write(tab, start, range.startColumn());
    } else {
      block.write(tab, range.startRow(), start);
    }
  }
}
