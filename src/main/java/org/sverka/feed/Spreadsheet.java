package org.sverka.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a table as a file of Excel (OOXML). The same table is the same bytes whenever it is
 * written. Every text is a text, whatever it begins with; what is longer than a cell can hold there
 * is cut, and says so.
 */
final class Spreadsheet {
  /** Its media type. */
  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Excel's own limit. */
  private static final int LONGEST = 32_767;

  private static final String MORE = "…";
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\\t\\r\\n]]");

  /** The first moment that an archive knows. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int WINDOW = 100;
  private static final int WIDTH = 24 * 256;

  private Spreadsheet() {}

  /**
   * A table.
   *
   * @param name of the tab
   * @param rows each with a value for each column: a text or a number
   * @param madeAt when the file is said to have been made
   */
  static byte[] table(String name, List<String> header, List<List<Object>> rows, Instant madeAt) {
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
      POIXMLProperties.CoreProperties about =
          workbook.getXSSFWorkbook().getProperties().getCoreProperties();
      about.setCreator("Sverka");
      about.setCreated(Optional.of(Date.from(madeAt)));
      // Java's own reader of archives does not know what is written otherwise.
      workbook.setZip64Mode(Zip64Mode.Never);
      workbook.write(bytes);
      return withoutTimes(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook could not be written", e);
    }
  }

  /** The same archive, whose parts do not say when they were put into it. */
  private static byte[] withoutTimes(byte[] archive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry timeless = new ZipEntry(part.getName());
        timeless.setTimeLocal(NO_TIME);
        out.putNextEntry(timeless);
        in.transferTo(out);
      }
    }
    return bytes.toByteArray();
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
