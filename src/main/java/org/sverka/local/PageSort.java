package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;

/** The page's sort: as {@code sortRange}, but it says where each row went, and can go back. */
final class PageSort {
  private PageSort() {}

  /**
   * Sorts all rows from {@code startRowIndex} on by the column {@code dimensionIndex}.
   *
   * @return {@code order}: for each place the row that stands there now, counted from the first
   */
  static ObjectNode sort(WorkbookDraft book, TabDraft tab, Params body) {
    GridRange range = from(tab, body);
    int[] order = SortRange.order(tab, range, SortRange.comparator(body, range));
    SortRange.permute(book, tab, range, order);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("order");
    for (int row : order) {
      list.add(row);
    }
    return answer;
  }

  /** Puts the rows from {@code startRowIndex} on into the given {@code order}. */
  static ObjectNode reorder(WorkbookDraft book, TabDraft tab, Params body) {
    GridRange range = from(tab, body);
    SortRange.permute(
        book, tab, range, order(body.integers("order"), range.endRow() - range.startRow()));
    return Json.object();
  }

  private static GridRange from(TabDraft tab, Params body) {
    GridRange all =
        new GridRange(
            tab.id(),
            body.integer("startRowIndex", 0),
            GridRange.OPEN,
            GridRange.OPEN,
            GridRange.OPEN);
    GridRange range = Ranges.onGrid(tab, all);
    SortRange.requireSortable(tab, range);
    return range;
  }

  private static int[] order(int[] given, int count) {
    BitSet named = new BitSet(count);
    for (int row : given) {
      if (row >= 0 && row < count) {
        named.set(row);
      }
    }
    if (given.length != count || named.cardinality() != count) {
      throw ApiException.invalid("Invalid value at 'order': each row must be named once.");
    }
    return given;
  }
}
