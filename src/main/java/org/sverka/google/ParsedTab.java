package org.sverka.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.Snapshot;

/** One tab as it comes out of the stream, with all that shows whether it came whole. */
final class ParsedTab {
  OptionalInt sheetId = OptionalInt.empty();
  OptionalInt rowCount = OptionalInt.empty();
  OptionalInt columnCount = OptionalInt.empty();
  String title = "";
  final List<Mark> marks = new ArrayList<>();
  int blocks;
  int startRow;
  int startColumn;
  int widest;
  final List<List<Cell>> cells = new ArrayList<>();
  final List<Map<Integer, String>> links = new ArrayList<>();
  final List<Snapshot.Merge> merges = new ArrayList<>();
  final List<String> rowTags = new ArrayList<>();
  final List<String> columnTags = new ArrayList<>();

  /** Metadata of the tab itself. */
  record Mark(int id, String key, String value) {}

  /** Those with that key. */
  Stream<Mark> marks(String key) {
    return marks.stream().filter(mark -> mark.key.equals(key));
  }

  /**
   * The snapshot.
   *
   * @throws SheetException if the tab is not all there
   */
  Snapshot snapshot(Failures failures) {
    requireWhole(failures);
    List<Snapshot.Row> rows = new ArrayList<>(cells.size());
    int last = rowTags.size();
    while (last > 0 && rowTags.get(last - 1).isEmpty() && row(last - 1).isEmpty()) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      Map<Integer, String> linked = i < links.size() ? links.get(i) : Map.of();
      rows.add(new Snapshot.Row(rowTags.get(i), row(i), linked));
    }
    return new Snapshot(
        sheetId.orElseThrow(),
        title,
        rowCount.orElseThrow(),
        columnCount.orElseThrow(),
        columnTags,
        rows,
        merges);
  }

  /** Empty rows at the end are not sent. */
  private List<Cell> row(int index) {
    return index < cells.size() ? cells.get(index) : List.of();
  }

  private void requireWhole(Failures failures) {
    if (rowCount.isEmpty() || columnCount.isEmpty()) {
      throw unusable(failures, "no-grid", "");
    }
    if (blocks == 0) {
      throw unusable(failures, "no-data", "");
    }
    if (blocks > 1 || startRow != 0 || startColumn != 0) {
      throw unusable(failures, "partial-start", "");
    }
    int rows = rowCount.getAsInt();
    int columns = columnCount.getAsInt();
    if (rowTags.size() != rows || columnTags.size() != columns) {
      String got = rowTags.size() + " × " + columnTags.size();
      throw unusable(failures, "partial", got + " / " + rows + " × " + columns);
    }
    if (widest > columns || cells.size() > rows) {
      throw unusable(failures, "oversized", "");
    }
  }

  private SheetException unusable(Failures failures, String key, String detail) {
    String id = String.valueOf(sheetId.orElse(0));
    return failures.unusable(Words.operator(key, id, detail));
  }
}
