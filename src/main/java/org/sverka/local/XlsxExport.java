package org.sverka.local;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a workbook as {@code .xlsx}. Rows go to a temporary file as they come, so that a large tab
 * takes no more memory than a small one.
 */
final class XlsxExport {
  private static final int ROWS_IN_MEMORY = 100;
  private static final int LONGEST_NAME = 31;

  private final Workbook book;
  private final SXSSFWorkbook file = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final Set<String> names = new HashSet<>(Set.of(XlsxBase.TAB));

  private XlsxExport(Workbook book) {
    this.book = book;
  }

  /**
   * Writes those tabs of the workbook.
   *
   * @throws ApiException 400 if one of them is larger than a file of this kind can be
   */
  static void write(Workbook book, List<Tab> tabs, OutputStream out) throws IOException {
    tabs.forEach(XlsxExport::require);
    XlsxExport export = new XlsxExport(book);
    try (SXSSFWorkbook file = export.file) {
      export.fill(tabs);
      file.write(out);
    }
  }

  private static void require(Tab tab) {
    SpreadsheetVersion limits = SpreadsheetVersion.EXCEL2007;
    if (tab.rowCount() > limits.getMaxRows() || tab.columnCount() > limits.getMaxColumns()) {
      throw ApiException.invalid(Xlsx.text("export.too-large", tab.title()));
    }
  }

  private void fill(List<Tab> tabs) {
    XlsxStyles styles = new XlsxStyles(file.getXSSFWorkbook(), book.locale());
    Clock clock = Clock.system(ZoneId.of(book.properties().timeZone()));
    EntryParser entries = new EntryParser(book.locale(), clock);
    for (Tab tab : tabs) {
      SXSSFSheet sheet = file.createSheet(name(tab.title()));
      new XlsxTab(tab, sheet, styles, entries).write();
    }
    SXSSFSheet base = file.createSheet(XlsxBase.TAB);
    for (int i = 0; i < tabs.size(); i++) {
      Tab tab = tabs.get(i);
      String name = file.getSheetName(i);
      XlsxTable.of(tab).ifPresent(table -> XlsxBase.write(base, tab, name, table));
    }
    show(tabs);
    properties();
  }

  /** A file must show at least one tab. */
  private void show(List<Tab> tabs) {
    file.setSheetVisibility(tabs.size(), SheetVisibility.VERY_HIDDEN);
    Optional<Tab> first = tabs.stream().filter(tab -> !tab.properties().hidden()).findFirst();
    file.setActiveSheet(first.map(tabs::indexOf).orElse(0));
    for (int i = 0; i < tabs.size(); i++) {
      if (tabs.get(i).properties().hidden() && first.isPresent()) {
        file.setSheetHidden(i, true);
      }
    }
  }

  /** A tab's title as a file can have it: short, without signs that formulas use, and its own. */
  private String name(String title) {
    String safe = WorkbookUtil.createSafeSheetName(XlsxText.form(title), '_');
    String name = safe;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      String mark = " (" + i + ")";
      name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - mark.length())) + mark;
    }
    return name;
  }

  private void properties() {
    POIXMLProperties properties = file.getXSSFWorkbook().getProperties();
    properties.getCoreProperties().setTitle(XlsxText.form(book.properties().title()));
    properties.getCoreProperties().setCreator("Sverka");
    properties.getCoreProperties().setCreated(Optional.of(Date.from(book.modifiedAt())));
    properties.getExtendedProperties().setApplication("Sverka");
    properties.getCustomProperties().addProperty("SverkaSpreadsheet", book.id());
    properties.getCustomProperties().addProperty("SverkaRevision", Long.toString(book.revision()));
  }
}
