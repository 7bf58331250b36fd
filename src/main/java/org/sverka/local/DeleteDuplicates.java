package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Removes rows of a range that repeat an earlier one in some columns, whatever the case of their
 * letters; the rest of the range moves up.
 */
final class DeleteDuplicates implements RequestHandler {
  private static final String DOING = "deleting duplicates";

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    List<Integer> columns = columns(request, tab, part);
    CellBlock block = CellBlock.read(tab, part);
    block.requireNone(
        cell -> cell.entered() instanceof CellValue.Formula, "deleting duplicates of formulas");
    List<Integer> kept = kept(block, columns);
    int removed = block.height() - kept.size();
    ObjectNode reply = Json.object();
    ObjectNode own = reply.putObject("deleteDuplicates");
    if (removed > 0) {
      Attached.requireFree(tab, part, DOING);
      Attached.requireUnreferenced(book, part, DOING);
      block.requireNone(CellBlock::isDressed, "deleting duplicates among formatted cells");
      CellBlock.blank(tab, part);
      for (int i = 0; i < kept.size(); i++) {
        for (int c = 0; c < block.width(); c++) {
          tab.put(part.startRow() + i, part.startColumn() + c, block.cell(kept.get(i), c));
        }
      }
      own.put("duplicatesRemovedCount", removed);
    }
    return reply;
  }

  /** The columns to compare, counted within the range. */
  private static List<Integer> columns(Params request, TabDraft tab, GridRange part) {
    List<Integer> columns = new ArrayList<>();
    for (Params given : request.children("comparisonColumns")) {
      Ranges.Lines lines = Ranges.Lines.read(given);
      int end = lines.endOn(tab);
      if (lines.dimension() != Dimension.COLUMNS
          || lines.sheetId() != tab.id()
          || lines.start() < part.startColumn()
          || end > part.endColumn()) {
        throw ApiException.invalid("comparisonColumns must be columns of the range.");
      }
      for (int c = lines.start(); c < end; c++) {
        columns.add(c - part.startColumn());
      }
    }
    for (int c = part.startColumn();
        c < part.endColumn() && !request.has("comparisonColumns");
        c++) {
      columns.add(c - part.startColumn());
    }
    return columns;
  }

  private static List<Integer> kept(CellBlock block, List<Integer> columns) {
    Map<List<String>, List<CellValue>> seen = new HashMap<>();
    List<Integer> kept = new ArrayList<>();
    boolean blankBefore = false;
    for (int r = 0; r < block.height(); r++) {
      List<CellValue> values = new ArrayList<>();
      for (int column : columns) {
        CellValue value = block.cell(r, column).entered();
        values.add(value == null ? new CellValue.Text("") : value);
      }
      boolean blank = values.stream().allMatch(new CellValue.Text("")::equals);
      if (blank && blankBefore) {
        throw ApiException.unsupported("deleting duplicates among several blank rows");
      }
      blankBefore |= blank;
      List<CellValue> before =
          seen.putIfAbsent(values.stream().map(DeleteDuplicates::key).toList(), values);
      if (before == null) {
        kept.add(r);
      } else if (!types(before).equals(types(values))) {
        throw ApiException.unsupported("deleting duplicates that differ in type");
      }
    }
    return kept;
  }

  private static List<?> types(List<CellValue> values) {
    return values.stream().map(Object::getClass).toList();
  }

  private static String key(CellValue value) {
    if (value instanceof CellValue.Text text) {
      return text.value().toLowerCase(Locale.ROOT);
    }
    return value instanceof CellValue.Numeric number
        ? Json.number(number.value()).asText()
        : ((CellValue.Bool) value).value() ? "true" : "false";
  }
}
