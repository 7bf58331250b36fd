package org.sverka.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.sverka.local.xlsx.FileTab;

/**
 * What a file held when it was exported, as digests on a tab that office programs keep and don't
 * show. It tells what the file's author has changed from what others have changed in the sheet
 * meanwhile. Digests, so that a text that somebody deletes before mailing the file on is not in it
 * any more.
 *
 * @param sheetId the tab of the workbook that it was exported from
 * @param columns the place of each column in a row's digests, by name
 * @param rows the digests of the rows, by key
 */
record XlsxBase(int sheetId, Map<String, Integer> columns, Map<String, List<List<String>>> rows) {
  /** The tab's name in the file. */
  static final String TAB = "_sverka";

  private static final String TABLE = "table";
  private static final String COLUMNS = "columns";
  private static final String ROW = "row";
  private static final int IN_A_CELL = 1000;

  /** Takes down a tab as it is exported under that name. */
  static void write(Sheet base, Tab tab, String name, XlsxTable table) {
    line(base, List.of(TABLE, name, Integer.toString(tab.id())));
    List<String> names = new ArrayList<>(List.of(COLUMNS));
    table.columns().forEach(column -> names.add(XlsxText.written(column.name())));
    line(base, names);
    table
        .keys()
        .forEach(
            (row, key) -> {
              List<String> digests =
                  table.forms(
                      column -> XlsxForm.digest(XlsxForm.of(tab.cell(row, column).entered())));
              List<String> cells = new ArrayList<>(List.of(ROW, XlsxText.written(key)));
              for (int i = 0; i < digests.size(); i += IN_A_CELL) {
                int end = Math.min(i + IN_A_CELL, digests.size());
                cells.add(String.join(" ", digests.subList(i, end)));
              }
              line(base, cells);
            });
  }

  private static void line(Sheet base, List<String> cells) {
    var row = base.createRow(base.getLastRowNum() + 1);
    for (int i = 0; i < cells.size(); i++) {
      row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(cells.get(i));
    }
  }

  /** Reads what {@link #write} wrote, by the name of the tab in the file; none if there is none. */
  static Map<String, XlsxBase> read(List<FileTab> tabs) {
    Map<String, XlsxBase> bases = new HashMap<>();
    tabs.stream().filter(tab -> tab.name().equals(TAB)).forEach(tab -> read(tab, bases));
    return bases;
  }

  private static void read(FileTab tab, Map<String, XlsxBase> bases) {
    XlsxBase open = new XlsxBase(0, new HashMap<>(), new HashMap<>());
    for (var line : tab.rows().entrySet()) {
      int row = line.getKey();
      int width = line.getValue().keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
      List<String> cells = IntStream.rangeClosed(1, width).mapToObj(c -> tab.text(row, c)).toList();
      switch (tab.text(row, 0)) {
        case TABLE -> {
          if (cells.size() == 2 && cells.get(1).matches("\\d{1,9}")) {
            open = new XlsxBase(Integer.parseInt(cells.get(1)), new HashMap<>(), new HashMap<>());
            bases.put(cells.get(0), open);
          }
        }
        case COLUMNS -> {
          for (int i = 0; i < cells.size(); i++) {
            open.columns.putIfAbsent(cells.get(i), i);
          }
        }
        case ROW -> {
          String digests = cells.isEmpty() ? "" : String.join(" ", cells.subList(1, cells.size()));
          String key = cells.isEmpty() ? "" : cells.get(0);
          open.rows
              .computeIfAbsent(key, name -> new ArrayList<>())
              .add(Arrays.asList(digests.split(" ")));
        }
        default -> {}
      }
    }
  }

  /** The digest of one cell; nothing where its row or column was not there or not the only one. */
  Optional<String> digest(String key, String column) {
    List<List<String>> found = rows.getOrDefault(key, List.of());
    Integer place = columns.get(column);
    return place != null && found.size() == 1 && place < found.get(0).size()
        ? Optional.of(found.get(0).get(place))
        : Optional.empty();
  }

  /** Whether a row with that key and those forms, of the columns of that table, was exported. */
  boolean has(String key, XlsxTable table, List<String> forms) {
    return rows.getOrDefault(key, List.of()).stream()
        .anyMatch(
            row ->
                IntStream.range(0, forms.size())
                    .allMatch(
                        i ->
                            at(row, table.columns().get(i)).equals(XlsxForm.digest(forms.get(i)))));
  }

  private String at(List<String> row, XlsxTable.Column column) {
    Integer place = columns.get(column.name());
    return place == null || place >= row.size() ? XlsxForm.digest("") : row.get(place);
  }
}
