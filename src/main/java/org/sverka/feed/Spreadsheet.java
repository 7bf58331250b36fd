package org.sverka.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a table as a file of Excel (OOXML). Every text is a text, whatever it begins with; what is
 * longer than a cell can hold there is cut, and says so.
 */
final class Spreadsheet {
  /** Its media type. */
  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Excel's own limit. */
  private static final int LONGEST = 32_767;

  private static final String MORE = "…";
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\\t\\r\\n]]");
  private static final int WINDOW = 100;
  private static final int WIDTH = 24 * 256;

  private Spreadsheet() {}

  /**
   * A table.
   *
   * @param name of the tab
   * @param rows each with a value for each column: a text or a number
   */
  static byte[] table(String name, List<String> header, List<List<Object>> rows) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16)) {
      SXSSFSheet sheet = workbook.createSheet(name);
      CellStyle text = workbook.createCellStyle();
      text.setWrapText(true);
      text.setVerticalAlignment(VerticalAlignment.TOP);
      write(sheet.createRow(0), List.copyOf(header), bold(workbook));
      for (int i = 0; i < rows.size(); i++) {
        write(sheet.createRow(i + 1), rows.get(i), text);
      }
      for (int i = 0; i < header.size(); i++) {
        sheet.setColumnWidth(i, WIDTH);
      }
      sheet.createFreezePane(0, 1);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook could not be written", e);
    }
  }

  private static CellStyle bold(SXSSFWorkbook workbook) {
    Font font = workbook.createFont();
    font.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    return style;
  }

  private static void write(Row row, List<? extends Object> values, CellStyle style) {
    for (int i = 0; i < values.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellStyle(style);
      if (values.get(i) instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue(fitting(CONTROL.matcher(values.get(i).toString()).replaceAll("\uFFFD")));
      }
    }
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - MORE.length()) + MORE;
  }
}
