package org.sverka.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sverka.log.Entry;
import org.sverka.sheet.CellLink;
import org.sverka.sheet.Layout;

/**
 * Where in the table the things are that entries are about, once a plan has been carried out.
 *
 * @param sheetId the table's tab
 * @param rows physical row by number of the measure
 * @param columns physical column by key; none if it is not known where anything is
 */
record Whereabouts(
    int sheetId, int headerRow, Map<String, Integer> rows, Map<String, Integer> columns) {
  Whereabouts {
    rows = Map.copyOf(rows);
    columns = Map.copyOf(columns);
  }

  static Whereabouts after(Plan plan) {
    Witness witness = plan.witness();
    Map<String, Integer> rows = new HashMap<>();
    witness.keys().forEach((row, number) -> rows.put(number, row));
    Map<String, Integer> columns = new HashMap<>();
    witness.columns().forEach((column, key) -> columns.put(key, column));
    return new Whereabouts(plan.next().sheet().sheetId(), witness.headerRow(), rows, columns);
  }

  /** Whether anything is known; not of a sheet that was not judged. */
  boolean areKnown() {
    return !columns.isEmpty();
  }

  /** The cell that an entry is about: of a row its number, of a column its header. */
  Optional<CellLink> of(Entry entry) {
    if (entry.measure().isEmpty() && entry.column().isEmpty()) {
      return Optional.empty();
    }
    String key = entry.column().isEmpty() ? Layout.NUMBER : entry.column();
    Integer column = columns.get(key);
    Integer row =
        entry.measure().isEmpty() ? Integer.valueOf(headerRow) : rows.get(entry.measure());
    return column == null || row == null
        ? Optional.empty()
        : Optional.of(new CellLink(sheetId, row, column));
  }
}
