package org.sverka.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sverka.local.ImportReport.Place;
import org.sverka.local.XlsxTable.Column;
import org.sverka.local.xlsx.FileTab;

/** Brings one tab of a file and one of the sheet together. Confined to one import. */
final class XlsxMerge {
  private final Side<FileTab> theirs;
  private final Side<Tab> ours;
  private final Optional<XlsxBase> base;
  private final ImportReport report;
  private final XlsxCellMerge cells;
  private final Map<String, Set<Map<String, String>>> strays = new HashMap<>();

  /** A tab, and the table in it. */
  record Side<T>(T tab, XlsxTable table) {}

  /** A column of the file and the same one of the sheet. */
  private record Pair(Column theirs, Column ours) {}

  XlsxMerge(
      Side<FileTab> theirs,
      Side<Tab> ours,
      Optional<XlsxBase> base,
      WorkbookDraft book,
      ImportReport report) {
    this.theirs = theirs;
    this.ours = ours;
    this.base = base;
    this.report = report;
    this.cells = new XlsxCellMerge(book, ours.tab(), report);
  }

  void apply() {
    List<Pair> pairs = theirs.table().columns().stream().flatMap(c -> pair(c).stream()).toList();
    Map<String, Integer> rows = new HashMap<>();
    ours.table().keys().forEach((row, key) -> rows.put(key, row));
    Map<String, Integer> here = ours.table().counts();
    Map<String, Integer> there = theirs.table().counts();
    theirs
        .table()
        .keys()
        .forEach(
            (row, key) -> {
              if (key.isEmpty()) {
                strayRow(row, key, "row-without-key");
              } else if (!here.containsKey(key)) {
                strayRow(row, key, "row-unknown");
              } else if (here.getOrDefault(key, 0) > 1 || there.getOrDefault(key, 0) > 1) {
                strayRow(row, key, "row-twice");
              } else {
                pairs.forEach(pair -> cell(row, rows.getOrDefault(key, -1), key, pair));
              }
            });
  }

  private Optional<Pair> pair(Column column) {
    Optional<Column> found =
        ours.table().columns().stream().filter(own -> own.name().equals(column.name())).findFirst();
    if (found.isEmpty()) {
      report.refused(
          place(theirs.table().header(), "", column), Xlsx.text("import.reason.column-unknown"));
    }
    return found.map(own -> new Pair(column, own));
  }

  private void cell(int theirRow, int ourRow, String key, Pair pair) {
    Place place =
        new Place(
            ours.tab().id(),
            A1.letters(pair.ours().index()) + (ourRow + 1),
            key,
            pair.ours().header());
    cells.merge(
        place,
        theirs.tab().cell(theirRow, pair.theirs().index()),
        ourRow,
        pair.ours().index(),
        base.flatMap(known -> known.digest(key, pair.theirs().name())));
  }

  /** A row that has no counterpart: said, unless it stands like that in the sheet or did so. */
  private void strayRow(int row, String key, String reason) {
    List<String> forms =
        theirs.table().forms(column -> XlsxForm.of(theirs.tab().cell(row, column)));
    boolean untouched = base.isPresent() && base.get().has(key, theirs.table(), forms);
    if (!untouched && !stands(key, forms)) {
      report.refused(
          place(row, key, theirs.table().key()), Xlsx.text("import.reason." + reason, row + 1));
    }
  }

  private boolean stands(String key, List<String> forms) {
    Map<String, String> wanted = new HashMap<>();
    for (int i = 0; i < forms.size(); i++) {
      wanted.put(theirs.table().columns().get(i).name(), forms.get(i));
    }
    Set<Map<String, String>> rows = strays.computeIfAbsent(key, this::rowsOf);
    wanted.values().removeIf(String::isEmpty);
    return rows.contains(wanted);
  }

  private Set<Map<String, String>> rowsOf(String key) {
    Set<Map<String, String>> rows = new HashSet<>();
    ours.table()
        .keys()
        .forEach(
            (row, name) -> {
              if (name.equals(key)) {
                Map<String, String> forms = new HashMap<>();
                for (Column column : ours.table().columns()) {
                  @Nullable CellValue value = ours.tab().cell(row, column.index()).entered();
                  forms.put(column.name(), XlsxForm.of(value));
                }
                forms.values().removeIf(String::isEmpty);
                rows.add(forms);
              }
            });
    return rows;
  }

  private Place place(int row, String key, Column column) {
    return new Place(ours.tab().id(), A1.letters(column.index()) + (row + 1), key, column.header());
  }
}
