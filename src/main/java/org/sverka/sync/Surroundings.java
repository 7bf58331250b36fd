package org.sverka.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sverka.log.EntryType;
import org.sverka.rule.Finding;
import org.sverka.rule.MergedCells;
import org.sverka.rule.TextOutsideTable;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Snapshot;
import org.sverka.text.Messages;

/** Tells what has changed around the cells and across them, and enters it once. */
final class Surroundings {
  private static final MergedCells MERGED = new MergedCells();
  private static final TextOutsideTable OUTSIDE = new TextOutsideTable();
  private static final Messages MESSAGES = Messages.of(Surroundings.class, "ru");
  private static final int NAMED = 10;

  private final Charter charter;
  private final Ledger ledger;

  Surroundings(Charter charter, Ledger ledger) {
    this.charter = charter;
    this.ledger = ledger;
  }

  /** The finding for a row in which columns are hidden. */
  Finding finding(List<String> columns) {
    return MERGED.check(
        columns.stream().map(key -> charter.layout().column(key).header()).toList());
  }

  /** Enters the rows in which something is hidden that was not. */
  void merged(Map<String, List<String>> before, Map<String, List<String>> now) {
    List<String> fresh =
        charter.rows().stream()
            .map(Charter.SignedRow::number)
            .filter(now::containsKey)
            .filter(number -> !hidden(now, number).equals(hidden(before, number)))
            .toList();
    if (fresh.size() > ExtraRows.ENTERED_ONE_BY_ONE) {
      enter("", "", "", MERGED.many(fresh.size()));
      return;
    }
    for (String number : fresh) {
      enter(number.contains(".") ? number : "", "", "", finding(hidden(now, number)));
    }
  }

  /**
   * Enters what stands beside the table, if it is in other columns than before.
   *
   * @return it in words
   */
  String outside(String before, Snapshot snapshot, HeaderMap header) {
    List<String> names = names(snapshot, header);
    String now = String.join(", ", names);
    if (!now.equals(before)) {
      enter("", before, now, names.isEmpty() ? List.of() : List.of(OUTSIDE.check(names)));
    }
    return now;
  }

  private static List<String> hidden(Map<String, List<String>> rows, String number) {
    return rows.getOrDefault(number, List.of());
  }

  private static String name(String header) {
    return header.isBlank() ? MESSAGES.text("outside.unnamed") : TextOutsideTable.name(header);
  }

  private void enter(String number, String before, String after, Finding finding) {
    enter(number, before, after, List.of(finding));
  }

  private void enter(String number, String before, String after, List<Finding> findings) {
    long unused =
        ledger.add(
            EntryType.STRUCTURE, number, "", before, after, Ledger.verdict(findings), findings);
  }

  /** The headers of the columns beside the table that hold anything below. */
  private static List<String> names(Snapshot snapshot, HeaderMap header) {
    Collection<Integer> own = header.places().values();
    boolean[] ours = new boolean[own.stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
    own.forEach(place -> ours[place] = true);
    TreeSet<Integer> places = new TreeSet<>();
    for (int i = 0; i < snapshot.rows().size(); i++) {
      List<Cell> cells = snapshot.rows().get(i).cells();
      for (int place = 0; i != header.row() && place < cells.size(); place++) {
        if ((place >= ours.length || !ours[place]) && !cells.get(place).isBlank()) {
          places.add(place);
        }
      }
    }
    TreeSet<String> names = new TreeSet<>();
    places.forEach(place -> names.add(name(snapshot.rows().get(header.row()).cell(place).text())));
    return new ArrayList<>(names).subList(0, Math.min(NAMED, names.size()));
  }
}
