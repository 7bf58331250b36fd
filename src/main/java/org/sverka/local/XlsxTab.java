package org.sverka.local;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes one tab into a file, row by row. */
final class XlsxTab {
  // The grey margin of a column in Excel and the widest digit of Arial 10, in pixels.
  private static final double MARGIN = 5;
  private static final double DIGIT = 7;
  private static final int WIDEST = 255 * 256;
  private static final double POINTS_A_PIXEL = 0.75;
  private static final double HIGHEST = 409;

  private final Tab tab;
  private final SXSSFSheet sheet;
  private final XlsxStyles styles;
  private final XlsxLocks locks;
  private final XlsxHeights heights;
  private final XlsxValidations validations;

  XlsxTab(Tab tab, SXSSFSheet sheet, XlsxStyles styles, EntryParser entries) {
    this.tab = tab;
    this.sheet = sheet;
    this.styles = styles;
    this.locks = new XlsxLocks(tab);
    this.heights = new XlsxHeights(tab.columns());
    this.validations = new XlsxValidations(sheet, entries);
  }

  void write() {
    columns();
    for (int row = 0; row < tab.rowCount(); row++) {
      row(row);
    }
    validations.write();
    XlsxConditions.write(tab, sheet);
    tab.merges().stream()
        .map(tab::clip)
        .map(Xlsx::address)
        .filter(area -> area.getNumberOfCells() > 1)
        .forEach(sheet::addMergedRegionUnsafe);
    look();
    print();
    protect();
  }

  private void columns() {
    boolean[] locked = locks.columns();
    List<Line> columns = tab.columns();
    for (int i = 0; i < columns.size(); i++) {
      Line line = columns.get(i);
      int pixels = line.size() > 0 ? line.size() : Line.COLUMN_PIXELS;
      long width = Math.round(Math.max(0, pixels - MARGIN) / DIGIT * 256);
      sheet.setColumnWidth(i, (int) Math.min(WIDEST, width));
      sheet.setDefaultColumnStyle(i, styles.of(null, locked[i], false));
      if (line.hidden()) {
        sheet.setColumnHidden(i, true);
      }
    }
  }

  private void row(int index) {
    Row row = tab.rows().get(index);
    boolean[] locked = locks.row(index);
    boolean plain = row.isBlank() && Arrays.equals(locked, locks.columns());
    if (plain) {
      return;
    }
    SXSSFRow line = sheet.createRow(index);
    OptionalDouble height =
        row.line().size() > 0 ? OptionalDouble.of(row.line().size()) : heights.of(row);
    height.ifPresent(
        pixels -> line.setHeightInPoints((float) Math.min(HIGHEST, pixels * POINTS_A_PIXEL)));
    if (row.line().hidden()) {
      line.setZeroHeight(true);
    }
    for (int column = 0; column < locked.length; column++) {
      Cell cell = row.cell(column);
      if (!cell.isBlank() || locked[column] != locks.columns()[column]) {
        put(line, column, cell, locked[column]);
      }
      if (cell.validation() != null) {
        validations.add(cell.validation(), index, column);
      }
    }
  }

  private void put(SXSSFRow line, int column, Cell cell, boolean locked) {
    var made = line.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
    CellValue value = cell.entered();
    String text = text(value);
    CellStyle style = styles.of(cell.format(), locked, XlsxText.isLikeFormula(text));
    made.setCellStyle(style);
    if (value instanceof CellValue.Numeric number) {
      made.setCellValue(number.value());
    } else if (value instanceof CellValue.Bool bool) {
      made.setCellValue(bool.value());
    } else if (!text.isEmpty()) {
      made.setCellValue(XlsxText.written(text));
    }
  }

  /** A formula leaves as its text: no office program is to compute what people typed here. */
  private static String text(@Nullable CellValue value) {
    if (value instanceof CellValue.Text text) {
      return text.value();
    }
    return value instanceof CellValue.Formula formula ? formula.source() : "";
  }

  private void look() {
    TabProperties properties = tab.properties();
    if (properties.frozenRows() > 0 || properties.frozenColumns() > 0) {
      sheet.createFreezePane(properties.frozenColumns(), properties.frozenRows());
    }
    sheet.setDisplayGridlines(!properties.hideGridlines());
    sheet.setRightToLeft(properties.rightToLeft());
    var color = XlsxStyles.color(properties.tabColor());
    if (color != null) {
      sheet.setTabColor(color);
    }
  }

  /** On paper a table is as wide as the page and has its header on each. */
  private void print() {
    sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setPrintGridlines(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    int frozen = tab.properties().frozenRows();
    if (frozen > 0) {
      sheet.setRepeatingRows(new CellRangeAddress(0, frozen - 1, -1, -1));
    }
  }

  /** Without a password: it keeps from mistakes, and what is changed all the same is refused. */
  private void protect() {
    if (!locks.any()) {
      return;
    }
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockFormatCells(false);
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
  }
}
