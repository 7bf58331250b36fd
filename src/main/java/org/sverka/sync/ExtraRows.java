package org.sverka.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sverka.log.EntryType;
import org.sverka.rule.DuplicateMeasure;
import org.sverka.rule.Finding;
import org.sverka.rule.UnknownMeasure;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Snapshot;
import org.sverka.sync.SheetState.ExtraRow;

/**
 * Tells which foreign rows and copies have come, gone or changed. They have no identity: rows with
 * the same content are the same; of the rest, one that went and one that came with the same number
 * are one that changed.
 */
final class ExtraRows {
  /** So many rows that come or go at once have an entry each; more have one together. */
  static final int ENTERED_ONE_BY_ONE = 50;

  private static final UnknownMeasure UNKNOWN = new UnknownMeasure();
  private static final DuplicateMeasure DUPLICATE = new DuplicateMeasure();

  private final Charter charter;

  ExtraRows(Charter charter) {
    this.charter = charter;
  }

  ExtraRow read(RowMap.Extra extra, Snapshot snapshot, HeaderMap header) {
    Map<String, Cell> cells = new HashMap<>();
    for (Column column : charter.contentColumns()) {
      Cell cell = snapshot.rows().get(extra.index()).cell(header.place(column));
      if (!cell.isEmpty()) {
        cells.put(column.key(), cell);
      }
    }
    String number = cells.getOrDefault(Layout.NUMBER, Cell.EMPTY).text();
    return extra.copyOf().isEmpty()
        ? new ExtraRow(number, UNKNOWN.id(), cells)
        : new ExtraRow(extra.copyOf(), DUPLICATE.id(), cells);
  }

  static Finding finding(ExtraRow row) {
    return row.rule().equals(DUPLICATE.id())
        ? DUPLICATE.check(row.number())
        : UNKNOWN.check(row.number());
  }

  /** Enters what has changed. */
  void enter(List<ExtraRow> before, List<ExtraRow> after, Ledger ledger) {
    List<ExtraRow> gone = new ArrayList<>();
    List<ExtraRow> come = new ArrayList<>();
    Map<ExtraRow, Integer> known = new HashMap<>();
    before.forEach(row -> known.merge(row, 1, Integer::sum));
    for (ExtraRow row : after) {
      if (known.merge(row, -1, Integer::sum) < 0) {
        come.add(row);
      }
    }
    for (ExtraRow row : before) {
      if (known.merge(row, -1, Integer::sum) >= 0) {
        gone.add(row);
      }
    }
    if (come.size() > ENTERED_ONE_BY_ONE) {
      together(ledger, UNKNOWN.many(come.size()), "", Shown.row(charter, come.get(0).cells()));
    } else {
      come.forEach(row -> entered(row, gone, ledger));
    }
    if (gone.size() > ENTERED_ONE_BY_ONE) {
      together(ledger, UNKNOWN.manyGone(gone.size()), Shown.row(charter, gone.get(0).cells()), "");
    } else {
      gone.forEach(row -> left(row, ledger));
    }
  }

  private static void together(Ledger ledger, Finding many, String before, String after) {
    ledger.add(EntryType.ROW, "", "", before, after, Ledger.verdict(List.of(many)), List.of(many));
  }

  private void left(ExtraRow row, Ledger ledger) {
    ledger.add(
        EntryType.ROW,
        measure(row),
        "",
        Shown.row(charter, row.cells()),
        "",
        Verdict.ACCEPTED,
        List.of());
  }

  private void entered(ExtraRow row, List<ExtraRow> gone, Ledger ledger) {
    ExtraRow earlier =
        gone.stream()
            .filter(g -> g.number().equals(row.number()) && g.rule().equals(row.rule()))
            .findFirst()
            .orElse(null);
    String before = "";
    if (earlier != null) {
      gone.remove(earlier);
      before = Shown.row(charter, earlier.cells());
    }
    ledger.add(
        EntryType.ROW,
        measure(row),
        "",
        before,
        Shown.row(charter, row.cells()),
        Verdict.REJECTED,
        List.of(finding(row)));
  }

  static String measure(ExtraRow row) {
    return row.rule().equals(DUPLICATE.id()) && row.number().contains(".") ? row.number() : "";
  }
}
