package org.sverka.google;

import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridRange;

/** Ranges of a tab: indexes from 0, the end not included, an end that is absent is open. */
final class Areas {
  static final String ROWS = "ROWS";
  static final String COLUMNS = "COLUMNS";

  private Areas() {}

  /** One row. */
  static GridRange row(int sheetId, int row) {
    return new GridRange().setSheetId(sheetId).setStartRowIndex(row).setEndRowIndex(row + 1);
  }

  /** One column, header and all. */
  static GridRange column(int sheetId, int column) {
    return new GridRange()
        .setSheetId(sheetId)
        .setStartColumnIndex(column)
        .setEndColumnIndex(column + 1);
  }

  /** One column under the header, down to wherever the tab will end. */
  static GridRange body(int sheetId, int column) {
    return column(sheetId, column).setStartRowIndex(1);
  }

  /** One row or column as such. */
  static DimensionRange line(int sheetId, String dimension, int index) {
    return new DimensionRange()
        .setSheetId(sheetId)
        .setDimension(dimension)
        .setStartIndex(index)
        .setEndIndex(index + 1);
  }
}
