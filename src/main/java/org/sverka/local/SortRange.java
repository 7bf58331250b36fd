package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Sorts the rows of a range: numbers, then text, then truth values, blank ones last. Cells change
 * places; what belongs to a row as a whole stays where it is, unless a test has asked for developer
 * metadata that goes along.
 */
final class SortRange implements RequestHandler {

  /** The orders, under their API names. */
  enum Order {
    ASCENDING,
    DESCENDING
  }

  private record Sorted(List<Cell> cells, List<Metadata> metadata) {}

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    Comparator<List<Cell>> comparator = comparator(request, part);
    requireSortable(tab, part);
    permute(book, tab, part, order(tab, part, comparator));
    return RequestHandler.nothing();
  }

  /** Declines a range whose rows can't change places. */
  static void requireSortable(TabDraft tab, GridRange part) {
    if (tab.merges().stream().anyMatch(part::intersects)) {
      throw ApiException.invalid("You can't sort a range with vertical merges.");
    }
    tab.protection().requireLines(part, Dimension.ROWS);
    for (int r = part.startRow(); r < part.endRow(); r++) {
      if (cells(tab, r, part).stream().anyMatch(SortRange::refersToCells)) {
        throw ApiException.unsupported("sorting a range that holds formulas with references");
      }
    }
  }

  private static boolean refersToCells(Cell cell) {
    return cell.entered() instanceof CellValue.Formula formula
        && FormulaReferences.any(formula.source());
  }

  /** For each place of the sorted range the row that belongs there; both counted from its first. */
  static int[] order(TabDraft tab, GridRange part, Comparator<List<Cell>> comparator) {
    return IntStream.range(0, part.endRow() - part.startRow())
        .boxed()
        .sorted(Comparator.comparing(row -> cells(tab, part.startRow() + row, part), comparator))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Puts the cells of the range's rows into that order. */
  static void permute(WorkbookDraft book, TabDraft tab, GridRange part, int[] order) {
    List<Sorted> rows = new ArrayList<>();
    for (int r = part.startRow(); r < part.endRow(); r++) {
      rows.add(new Sorted(cells(tab, r, part), tab.line(Dimension.ROWS, r).metadata()));
    }
    for (int i = 0; i < order.length; i++) {
      int r = part.startRow() + i;
      Row row = tab.row(r);
      for (int c = part.startColumn(); c < part.endColumn(); c++) {
        row = row.withCell(c, rows.get(order[i]).cells().get(c - part.startColumn()));
      }
      tab.putCells(r, row.cells());
      if (book.metadataFollowsSort()) {
        List<Metadata> metadata = rows.get(order[i]).metadata();
        tab.changeLine(Dimension.ROWS, r, line -> line.withMetadata(metadata));
      }
    }
  }

  private static List<Cell> cells(TabDraft tab, int row, GridRange part) {
    List<Cell> cells = new ArrayList<>();
    for (int c = part.startColumn(); c < part.endColumn(); c++) {
      cells.add(tab.cell(row, c));
    }
    return cells;
  }

  /** The order that {@code sortSpecs} ask for. */
  static Comparator<List<Cell>> comparator(Params request, GridRange part) {
    List<Comparator<List<Cell>>> orders = new ArrayList<>();
    for (Params spec : request.children("sortSpecs")) {
      int column = spec.integer("dimensionIndex", 0);
      boolean down =
          spec.word("sortOrder", Order.class).orElse(Order.ASCENDING) == Order.DESCENDING;
      if (column < part.startColumn() || column >= part.endColumn()) {
        throw ApiException.invalid("Sort dimension index " + column + " is outside of the range.");
      }
      int at = column - part.startColumn();
      orders.add((one, two) -> compare(one.get(at), two.get(at), down));
    }
    return orders.stream()
        .reduce(Comparator::thenComparing)
        .orElseThrow(() -> ApiException.invalid("Must specify at least one sort spec."));
  }

  private static int compare(Cell one, Cell two, boolean down) {
    int rank = rank(one) - rank(two);
    if (one.entered() == null || two.entered() == null) {
      return rank;
    }
    int order = rank != 0 ? rank : value(one, two);
    return down ? -order : order;
  }

  private static int rank(Cell cell) {
    if (cell.entered() instanceof CellValue.Numeric) {
      return 0;
    }
    return cell.entered() instanceof CellValue.Text ? 1 : cell.entered() == null ? 3 : 2;
  }

  private static int value(Cell one, Cell two) {
    if (one.entered() instanceof CellValue.Numeric a
        && two.entered() instanceof CellValue.Numeric b) {
      return Double.compare(a.value(), b.value());
    }
    if (one.entered() instanceof CellValue.Text a && two.entered() instanceof CellValue.Text b) {
      return a.value().toLowerCase(Locale.ROOT).compareTo(b.value().toLowerCase(Locale.ROOT));
    }
    return one.entered() instanceof CellValue.Bool a && two.entered() instanceof CellValue.Bool b
        ? Boolean.compare(a.value(), b.value())
        : 0;
  }
}
