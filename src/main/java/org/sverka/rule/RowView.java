package org.sverka.rule;

import java.time.LocalDate;
import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/**
 * A row as the rules see it.
 *
 * @param number the number that the row has in the signed document, of a measure or a section
 * @param heading whether it is a section's row
 * @param signed the signed text of each canonical column, by key
 * @param cells what stands in canonical and working columns, by key; empty ones may be left out
 * @param today the day, in the roadmap's zone
 */
public record RowView(
    String number,
    boolean heading,
    Map<String, String> signed,
    Map<String, Cell> cells,
    Layout layout,
    LocalDate today) {
  public RowView {
    signed = Map.copyOf(signed);
    cells = Map.copyOf(cells);
  }

  /** What stands in a column. */
  public Cell cell(Column column) {
    return cells.getOrDefault(column.key(), Cell.EMPTY);
  }
}
