package org.sverka.google;

import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.Sheet;
import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;

/** Makes a snapshot of one tab as Google sends it. */
final class SnapshotReader {
  /**
   * The mask of the request. {@code pixelSize} is asked for because every row and column has one:
   * their number must be that of the grid, which shows that nothing was left out.
   */
  static final String FIELDS =
      "spreadsheetId,sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
          + "data(startRow,startColumn,"
          + "rowMetadata(pixelSize,developerMetadata(metadataKey,metadataValue)),"
          + "columnMetadata(pixelSize,developerMetadata(metadataKey,metadataValue)),"
          + "rowData.values("
          + CellReader.FIELDS
          + ")))";

  private final Failures failures;

  SnapshotReader(Failures failures) {
    this.failures = failures;
  }

  /**
   * The tab's snapshot.
   *
   * @throws org.sverka.sheet.SheetException if anything of it is missing
   */
  Snapshot read(Sheet sheet) {
    Grid grid = new GridReader(failures).read(sheet);
    List<Snapshot.Row> rows = new ArrayList<>();
    for (int i = 0; i < grid.rowCount(); i++) {
      rows.add(new Snapshot.Row(tag(grid.rowMetadata().get(i), Tag.ROW), cells(grid, i)));
    }
    while (!rows.isEmpty() && isVoid(rows.get(rows.size() - 1))) {
      rows.remove(rows.size() - 1);
    }
    List<String> columnTags =
        grid.columnMetadata().stream().map(column -> tag(column, Tag.COLUMN)).toList();
    return new Snapshot(
        grid.sheetId(), grid.title(), grid.rowCount(), grid.columnCount(), columnTags, rows);
  }

  private List<Cell> cells(Grid grid, int row) {
    List<Cell> cells = new ArrayList<>();
    try {
      grid.cells(row).forEach(cell -> cells.add(CellReader.read(cell)));
    } catch (NumberFormatException e) {
      throw failures.unusable(Words.operator("bad-number", String.valueOf(grid.sheetId())));
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private static boolean isVoid(Snapshot.Row row) {
    return row.tag().isEmpty() && row.cells().isEmpty();
  }

  /** The value of the metadata with that key; the first, should there be several. */
  static String tag(DimensionProperties line, String key) {
    List<DeveloperMetadata> all = Absent.list(line.getDeveloperMetadata());
    return all.stream()
        .filter(one -> key.equals(one.getMetadataKey()))
        .map(one -> Absent.text(one.getMetadataValue()))
        .findFirst()
        .orElse("");
  }
}
