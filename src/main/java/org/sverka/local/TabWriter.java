package org.sverka.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes of a tab what is not yet in the store. */
final class TabWriter {
  private TabWriter() {}

  static void save(Handle handle, String book, Optional<Tab> before, Tab after) {
    String head = WorkbookCodec.head(after);
    boolean sameOrder = before.isPresent() && RowOrder.same(before.get().rows(), after.rows());
    if (!sameOrder || !head.equals(WorkbookCodec.head(before.get()))) {
      handle.execute(
          "insert into tab (workbook_id, sheet_id, head, row_order) values (?, ?, ?, ?)"
              + " on conflict (workbook_id, sheet_id) do update set head = excluded.head, row_order = excluded.row_order",
          book,
          after.id(),
          head,
          RowOrder.write(after.rows()));
    }
    saveRows(handle, book, before.map(Tab::rows).orElse(List.of()), after, sameOrder);
  }

  private static void saveRows(
      Handle handle, String book, List<Row> before, Tab after, boolean sameOrder) {
    Map<Long, Row> old = new HashMap<>();
    if (!sameOrder) {
      before.forEach(row -> old.put(row.key(), row));
    }
    try (PreparedBatch batch =
        handle.prepareBatch(
            "insert into grid_row (workbook_id, sheet_id, row_key, content) values (?, ?, ?, ?)"
                + " on conflict (workbook_id, sheet_id, row_key) do update set content = excluded.content")) {
      for (int i = 0; i < after.rowCount(); i++) {
        Row row = after.rows().get(i);
        @Nullable Row was = sameOrder ? before.get(i) : old.get(row.key());
        if (row.key() != 0 && !row.equals(was)) {
          batch.add(book, after.id(), row.key(), WorkbookCodec.row(row));
        }
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
    if (!sameOrder) {
      deleteLost(handle, book, old.keySet(), after);
    }
  }

  private static void deleteLost(Handle handle, String book, Set<Long> old, Tab after) {
    Set<Long> lost = new HashSet<>(old);
    after.rows().forEach(row -> lost.remove(row.key()));
    lost.remove(0L);
    if (lost.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle.prepareBatch(
            "delete from grid_row where workbook_id = ? and sheet_id = ? and row_key = ?")) {
      lost.forEach(key -> batch.add(book, after.id(), key));
      batch.execute();
    }
  }

  static void delete(Handle handle, String book, int sheetId) {
    handle.execute("delete from tab where workbook_id = ? and sheet_id = ?", book, sheetId);
    handle.execute("delete from grid_row where workbook_id = ? and sheet_id = ?", book, sheetId);
  }
}
