package org.sverka.google;

import com.google.api.services.sheets.v4.model.GridData;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.List;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetException;

/** Takes a tab out of an answer, whole or not at all. */
record GridReader(Failures failures) {
  /** The tab with that id, if the answer has it. */
  static Optional<Sheet> find(Spreadsheet answer, int sheetId) {
    return Absent.list(answer.getSheets()).stream()
        .filter(sheet -> sheet.getProperties() != null)
        .filter(sheet -> Integer.valueOf(sheetId).equals(sheet.getProperties().getSheetId()))
        .findFirst();
  }

  /** What stands in a row, from the left. */
  static List<Cell> cells(RowData row) {
    return Absent.list(row.getValues()).stream().map(CellReader::read).toList();
  }

  /**
   * The tab's content.
   *
   * @throws SheetException if it is not all there
   */
  Grid read(Sheet sheet) {
    int id = Absent.number(sheet.getProperties().getSheetId());
    GridProperties size = sheet.getProperties().getGridProperties();
    if (size == null || size.getRowCount() == null || size.getColumnCount() == null) {
      throw unusable("no-grid", id, "");
    }
    List<GridData> blocks = Absent.list(sheet.getData());
    if (blocks.isEmpty()) {
      throw unusable("no-data", id, "");
    }
    GridData data = blocks.get(0);
    Grid grid =
        new Grid(
            id,
            Absent.text(sheet.getProperties().getTitle()),
            size.getRowCount(),
            size.getColumnCount(),
            Absent.list(data.getRowMetadata()),
            Absent.list(data.getColumnMetadata()),
            Absent.list(data.getRowData()));
    requireWhole(grid, blocks);
    return grid;
  }

  private void requireWhole(Grid grid, List<GridData> blocks) {
    int id = grid.sheetId();
    GridData data = blocks.get(0);
    if (blocks.size() > 1
        || Absent.number(data.getStartRow()) != 0
        || Absent.number(data.getStartColumn()) != 0) {
      throw unusable("partial-start", id, "");
    }
    if (grid.rowMetadata().size() != grid.rowCount()
        || grid.columnMetadata().size() != grid.columnCount()) {
      String got = grid.rowMetadata().size() + " × " + grid.columnMetadata().size();
      String due = grid.rowCount() + " × " + grid.columnCount();
      throw unusable("partial", id, got + " / " + due);
    }
    boolean wide =
        grid.rowData().stream()
            .anyMatch(row -> Absent.list(row.getValues()).size() > grid.columnCount());
    if (wide || grid.rowData().size() > grid.rowCount()) {
      throw unusable("oversized", id, "");
    }
  }

  private SheetException unusable(String key, int sheetId, String detail) {
    return failures.unusable(Words.operator(key, String.valueOf(sheetId), detail));
  }
}
