package org.sverka.google;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Cell;

/**
 * A hidden tab into which a batch copies what it is about to overwrite, so that the same atomic
 * request that writes also says what stood there the moment before. Each run of cells has a row.
 *
 * <p>Only values are copied ({@code PASTE_VALUES}): a formula of a person's must not run a second
 * time.
 */
final class Scratch {
  /** The kinds of request that it takes. */
  static final List<String> REQUESTS = List.of("addSheet", "updateSheetProperties", "copyPaste");

  private final int sheetId;
  private final String title;
  private final boolean stands;
  private final List<Integer> widths = new ArrayList<>();

  /**
   * @param stands whether the tab is there; else the batch makes it
   */
  Scratch(int sheetId, String title, boolean stands) {
    this.sheetId = sheetId;
    this.title = title;
    this.stands = stands;
  }

  /** Copies some neighbouring cells of a row of another tab into the next row. */
  Request copy(int fromSheet, int row, int column, int width) {
    GridRange source = range(fromSheet, row, column, width);
    GridRange target = range(sheetId, widths.size(), 0, width);
    widths.add(width);
    return new Request()
        .setCopyPaste(
            new CopyPasteRequest()
                .setSource(source)
                .setDestination(target)
                .setPasteType("PASTE_VALUES"));
  }

  String title() {
    return title;
  }

  /**
   * Comes first in the batch: the tab, as large as is needed now, and so without most of what was
   * in it before.
   */
  Request preparation() {
    SheetProperties properties =
        new SheetProperties()
            .setSheetId(sheetId)
            .setGridProperties(
                new GridProperties().setRowCount(widths.size()).setColumnCount(widest()));
    return stands
        ? new Request()
            .setUpdateSheetProperties(
                new UpdateSheetPropertiesRequest()
                    .setProperties(properties)
                    .setFields("gridProperties(rowCount,columnCount)"))
        : new Request()
            .setAddSheet(
                new AddSheetRequest().setProperties(properties.setTitle(title).setHidden(true)));
  }

  /** All of it, as it is asked back. */
  String address() {
    return A1.block(title, widths.size(), widest());
  }

  /** What stood in the cells, in the order in which they were copied. */
  List<Cell> copied(Spreadsheet answer) {
    List<RowData> rows =
        GridReader.find(answer, sheetId)
            .flatMap(sheet -> Absent.list(sheet.getData()).stream().findFirst())
            .map(data -> Absent.list(data.getRowData()))
            .orElse(List.of());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < widths.size(); i++) {
      List<Cell> row = i < rows.size() ? GridReader.cells(rows.get(i)) : List.of();
      for (int j = 0; j < widths.get(i); j++) {
        cells.add(j < row.size() ? row.get(j) : Cell.EMPTY);
      }
    }
    return cells;
  }

  private int widest() {
    return widths.stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  private static GridRange range(int sheetId, int row, int column, int width) {
    return Areas.row(sheetId, row).setStartColumnIndex(column).setEndColumnIndex(column + width);
  }
}
