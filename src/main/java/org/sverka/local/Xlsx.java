package org.sverka.local;

import org.apache.poi.ss.util.CellRangeAddress;
import org.sverka.local.xlsx.XlsxReader;
import org.sverka.text.Messages;

/** What export and import of files have in common. */
final class Xlsx {
  /** The media type of {@code .xlsx}. */
  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Messages RUSSIAN = Messages.of(XlsxReader.class, "ru");

  private Xlsx() {}

  /** A text for whoever sends or gets a file. */
  static String text(String key, Object... arguments) {
    return RUSSIAN.text(key, arguments);
  }

  /** An area with all its edges, as POI names it. */
  static CellRangeAddress address(GridRange area) {
    return new CellRangeAddress(
        area.startRow(), area.endRow() - 1, area.startColumn(), area.endColumn() - 1);
  }
}
