package org.sverka.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sverka.local.xlsx.FileCell;
import org.sverka.local.xlsx.FileTab;
import org.sverka.text.Texts;

/**
 * A tab as a table: columns are known by their headers and rows by the text in the key column, so
 * that both are found again after somebody has moved them.
 *
 * @param header the row of the headers
 * @param columns those that have a header or hold anything
 * @param key the column of the keys: the one whose header is «№ п/п», else the first with a header
 * @param keys the key of each row below the header that holds anything; empty where it has none
 */
record XlsxTable(int header, List<Column> columns, Column key, Map<Integer, String> keys) {
  private static final String KEY_HEADER = Texts.key(Xlsx.text("table.key"));
  private static final int MOST_LINES_ABOVE = 50;

  /**
   * A column.
   *
   * @param name what it is known by: the header as it reads; for the second of that name with a
   *     number, for one without a header by its place
   * @param header the header as people see it
   */
  record Column(int index, String name, String header) {}

  XlsxTable {
    columns = List.copyOf(columns);
  }

  /** The table of a tab; the header is the last frozen row. Nothing where there are no headers. */
  static Optional<XlsxTable> of(Tab tab) {
    int header = Math.max(tab.properties().frozenRows(), 1) - 1;
    SortedMap<Integer, String> headers = new TreeMap<>();
    for (int row = header; row < tab.rowCount(); row++) {
      List<Cell> cells = tab.rows().get(row).cells();
      for (int column = 0; column < cells.size(); column++) {
        CellValue value = cells.get(column).entered();
        if (value != null) {
          headers.computeIfAbsent(column, index -> text(tab.cell(header, index).entered()));
        }
      }
    }
    List<Column> columns = named(headers);
    return keyColumn(columns)
        .map(
            key -> {
              Map<Integer, String> keys = new LinkedHashMap<>();
              for (int row = header + 1; row < tab.rowCount(); row++) {
                Row line = tab.rows().get(row);
                if (line.cells().stream().anyMatch(cell -> cell.entered() != null)) {
                  keys.put(row, key(text(line.cell(key.index()).entered())));
                }
              }
              return new XlsxTable(header, columns, key, keys);
            });
  }

  /** Whether a tab is a table whose rows bear numbers. */
  static boolean isNumbered(Tab tab) {
    return of(tab).filter(table -> table.key().name().equals(KEY_HEADER)).isPresent();
  }

  /** The table of a file's tab: below the first line in which this table's key header stands. */
  Optional<XlsxTable> find(FileTab tab) {
    return tab.rows().headMap(MOST_LINES_ABOVE).keySet().stream()
        .flatMap(row -> at(tab, row).stream())
        .findFirst();
  }

  private Optional<XlsxTable> at(FileTab tab, int header) {
    boolean bears =
        tab.rows().getOrDefault(header, Map.of()).keySet().stream()
            .anyMatch(
                column -> Texts.key(tab.text(header, column)).equals(Texts.key(key.header())));
    if (!bears) {
      return Optional.empty();
    }
    SortedMap<Integer, String> headers = new TreeMap<>();
    tab.rows()
        .tailMap(header)
        .values()
        .forEach(
            cells ->
                cells
                    .keySet()
                    .forEach(
                        column ->
                            headers.computeIfAbsent(column, index -> tab.text(header, index))));
    List<Column> columns = named(headers);
    return columns.stream()
        .filter(column -> column.name().equals(key.name()))
        .findFirst()
        .map(found -> new XlsxTable(header, columns, found, keys(tab, header, found.index())));
  }

  private static Map<Integer, String> keys(FileTab tab, int header, int column) {
    Map<Integer, String> keys = new LinkedHashMap<>();
    tab.rows()
        .tailMap(header + 1)
        .keySet()
        .forEach(row -> keys.put(row, key(text(tab.cell(row, column)))));
    return keys;
  }

  private static List<Column> named(SortedMap<Integer, String> headers) {
    List<Column> columns = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    headers.forEach(
        (index, header) -> {
          String reads = Texts.key(header);
          String name = reads.isEmpty() ? "#" + index : reads;
          int times = seen.merge(name, 1, Integer::sum);
          columns.add(new Column(index, times == 1 ? name : name + "#" + times, header));
        });
    return columns;
  }

  private static Optional<Column> keyColumn(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.name().equals(KEY_HEADER))
        .findFirst()
        .or(() -> columns.stream().filter(column -> !column.header().isBlank()).findFirst());
  }

  /** How often each key stands in the table. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    keys.values().forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts;
  }

  /** A row's forms, in the order of the columns. */
  List<String> forms(IntFunction<String> form) {
    return columns.stream().map(column -> form.apply(column.index())).toList();
  }

  private static String key(String text) {
    return Texts.normal(text);
  }

  private static String text(@Nullable CellValue value) {
    if (value instanceof CellValue.Numeric number) {
      return whole(number.value());
    }
    return value instanceof CellValue.Text text ? XlsxText.form(text.value()) : "";
  }

  private static String text(FileCell cell) {
    if (cell instanceof FileCell.Numeric number) {
      return number.moment() ? "" : whole(number.value());
    }
    return cell instanceof FileCell.Text text ? text.value() : "";
  }

  /** Not 1.1, which may have been 1.10 before some program took it for a number. */
  private static String whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
        ? Integer.toString((int) value)
        : "";
  }
}
