package org.sverka.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;

/**
 * Collects what is to be written into the journal, in an order in which no index goes stale: cells
 * first, then rows that come and go from the bottom up. Cells of reviewers are filled in new rows
 * alone.
 */
final class JournalWrites {
  private final HeaderMap header;
  private final List<SheetChange> cells = new ArrayList<>();
  private final List<NewRow> newRows = new ArrayList<>();
  private final TreeSet<Integer> gone = new TreeSet<>();

  /**
   * A row to be inserted.
   *
   * @param after index of the row that it follows
   * @param service texts of the columns that mirror the log, and of the answer, by key
   * @param link where its place leads; empty for nowhere
   */
  record NewRow(
      int after,
      int order,
      long entry,
      Map<String, String> service,
      JournalState.Review review,
      String link) {}

  private record Step(int index, List<SheetChange> changes) {}

  JournalWrites(HeaderMap header) {
    this.header = header;
  }

  void change(SheetChange change) {
    cells.add(change);
  }

  void text(int row, Column column, String text) {
    cells.add(new SheetChange.SetText(row, header.place(column), text));
  }

  void link(int row, Column column, String link) {
    cells.add(new SheetChange.SetLink(row, header.place(column), link));
  }

  void insert(
      int after, long entry, Map<String, String> service, JournalState.Review review, String link) {
    newRows.add(new NewRow(after, newRows.size(), entry, service, review, link));
  }

  void delete(int row) {
    gone.add(row);
  }

  List<SheetChange> changes() {
    List<Step> steps = new ArrayList<>();
    newRows.stream()
        .sorted(Comparator.comparing(NewRow::after).thenComparing(NewRow::order).reversed())
        .forEach(row -> steps.add(new Step(row.after() + 1, inserted(row))));
    gone.descendingIterator()
        .forEachRemaining(
            row -> steps.add(new Step(row, List.of(new SheetChange.DeleteRows(row, 1)))));
    List<SheetChange> all = new ArrayList<>(cells);
    steps.stream()
        .sorted(Comparator.comparing(Step::index).reversed())
        .forEach(step -> all.addAll(step.changes()));
    return together(all);
  }

  private List<SheetChange> inserted(NewRow row) {
    int index = row.after() + 1;
    List<SheetChange> changes = new ArrayList<>();
    changes.add(new SheetChange.InsertRow(index));
    for (Column column : JournalLayout.layout().columns()) {
      int place = header.place(column);
      Cell seen = row.review().seen(column.key());
      if (column.key().equals(Layout.NUMBER)) {
        changes.add(new SheetChange.SetNumber(index, place, row.entry()));
      } else if (column.kind() == Column.Kind.WORKING) {
        changes.add(Writes.put(index, place, column, seen));
      } else {
        String text = row.service().getOrDefault(column.key(), "");
        changes.add(new SheetChange.SetText(index, place, text));
      }
    }
    // The new row may have taken over the link of its neighbour.
    int place = header.place(JournalLayout.layout().column(JournalLayout.PLACE));
    changes.add(new SheetChange.SetLink(index, place, row.link()));
    return changes;
  }

  /** Neighbouring rows that go one after the other, from the bottom up, go at once. */
  private static List<SheetChange> together(List<SheetChange> changes) {
    List<SheetChange> all = new ArrayList<>();
    for (SheetChange change : changes) {
      SheetChange last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (change instanceof SheetChange.DeleteRows row
          && last instanceof SheetChange.DeleteRows below
          && row.row() + row.count() == below.row()) {
        all.set(all.size() - 1, new SheetChange.DeleteRows(row.row(), row.count() + below.count()));
      } else {
        all.add(change);
      }
    }
    return all;
  }
}
