package org.sverka.local.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** Which numbers of a file are dates or times, and what they count from. */
final class Moments {
  private static final int DAYS_FROM_1900_TO_1904 = 1462;

  private final StylesTable styles;
  private final boolean from1904;
  private final Map<Integer, Boolean> known = new HashMap<>();

  Moments(StylesTable styles, boolean from1904) {
    this.styles = styles;
    this.from1904 = from1904;
  }

  FileCell number(double value, int style) {
    boolean moment = known.computeIfAbsent(style, this::isMoment);
    boolean shifted = moment && from1904 && value >= 1;
    return new FileCell.Numeric(shifted ? value + DAYS_FROM_1900_TO_1904 : value, moment);
  }

  private boolean isMoment(int style) {
    if (style < 0 || style >= styles.getNumCellStyles()) {
      return false;
    }
    XSSFCellStyle found = styles.getStyleAt(style);
    return DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
  }
}
