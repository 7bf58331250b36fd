package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sverka.local.ValuesWriter.Written;

/**
 * {@code values.append}: below the last table that the range touches, or at the range where it
 * touches none.
 */
final class ValuesAppend {
  private ValuesAppend() {}

  /** {@code insertDataOption}. */
  enum Insert {
    OVERWRITE,
    INSERT_ROWS
  }

  /** What was written, and below which table. */
  record Appended(Optional<GridRange> table, Written written) {}

  static Appended append(
      WorkbookDraft book,
      A1.Area area,
      JsonNode values,
      Dimension major,
      ValuesWriter.Input input,
      boolean insert) {
    GridRange range = area.onGrid();
    Optional<GridRange> table = TableFinder.find(area.tab(), range);
    int top = table.map(GridRange::endRow).orElse(range.startRow());
    int left = table.map(GridRange::startColumn).orElse(range.startColumn());
    int longest = ValuesWriter.longest(values);
    int height = major == Dimension.ROWS ? values.size() : longest;
    int width = major == Dimension.ROWS ? longest : values.size();
    TabDraft tab = book.grid(area.tab().id());
    if (left + width > tab.columnCount()) {
      throw ApiException.unsupported("append of rows that are wider than the grid");
    }
    if (insert && height > 0 && top < tab.rowCount()) {
      tab.protection()
          .requireLines(
              GridRange.whole(tab.id()).along(Dimension.ROWS, top, top + 1), Dimension.ROWS);
      tab.insert(Dimension.ROWS, top, height, top > 0);
    }
    int missing = top + height - tab.rowCount();
    if (missing > 0) {
      tab.append(Dimension.ROWS, missing);
    }
    GridRange corner = new GridRange(tab.id(), top, top + 1, left, left + 1);
    GridRange target = ValuesWriter.extent(corner, height, width);
    return new Appended(table, new ValuesWriter(book, input).writeAt(tab, target, major, values));
  }
}
