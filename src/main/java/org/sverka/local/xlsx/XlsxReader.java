package org.sverka.local.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STSheetState;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the values of a {@code .xlsx} without building it up in memory: tabs as a stream, only the
 * styles and the list of tabs as trees. POI's parsers resolve no external entities and refuse
 * document types.
 */
public final class XlsxReader {
  private static final Logger LOG = LoggerFactory.getLogger(XlsxReader.class);

  private XlsxReader() {}

  /**
   * Reads all tabs in their order.
   *
   * @throws UnreadableFileException if it is not a plain {@code .xlsx}, is damaged, or holds more
   *     than we take
   */
  public static List<FileTab> read(byte[] bytes) {
    FileKind.requireZip(bytes);
    try {
      FileLimits.require(bytes);
      try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(bytes))) {
        FileKind.requirePlainWorkbook(file);
        return tabs(file);
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException
        | OpenXML4JException
        | XmlException
        | SAXException
        | ParserConfigurationException
        | RuntimeException e) {
      // Broken files break POI in many ways; all of them mean the same to whoever sent the file.
      LOG.atInfo().addKeyValue("cause", e.getClass().getName()).log("a file could not be read");
      throw Words.refusal("damaged");
    }
  }

  private static List<FileTab> tabs(OPCPackage file)
      throws IOException,
          OpenXML4JException,
          XmlException,
          SAXException,
          ParserConfigurationException {
    PackagePart book = file.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType()).get(0);
    CTWorkbook outline = outline(book);
    boolean from1904 = outline.isSetWorkbookPr() && outline.getWorkbookPr().getDate1904();
    CellReader cells =
        new CellReader(
            new ReadOnlySharedStringsTable(file, false), new Moments(styles(file), from1904));
    List<FileTab> tabs = new ArrayList<>();
    for (CTSheet sheet : outline.getSheets().getSheetArray()) {
      PackagePart part = book.getRelatedPart(book.getRelationship(sheet.getId()));
      if (part.getContentType().equals(XSSFRelation.WORKSHEET.getContentType())) {
        tabs.add(tab(sheet, part, cells));
      }
    }
    return tabs;
  }

  private static CTWorkbook outline(PackagePart book) throws IOException, XmlException {
    FileLimits.requireSmall(book);
    try (InputStream in = book.getInputStream()) {
      return WorkbookDocument.Factory.parse(in, POIXMLTypeLoader.DEFAULT_XML_OPTIONS).getWorkbook();
    }
  }

  private static StylesTable styles(OPCPackage file) throws IOException {
    List<PackagePart> parts = file.getPartsByContentType(XSSFRelation.STYLES.getContentType());
    if (parts.isEmpty()) {
      return new StylesTable();
    }
    FileLimits.requireSmall(parts.get(0));
    return new StylesTable(parts.get(0));
  }

  private static FileTab tab(CTSheet sheet, PackagePart part, CellReader cells)
      throws IOException, SAXException, ParserConfigurationException {
    TabHandler handler = new TabHandler(cells);
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(handler);
    try (InputStream in = part.getInputStream()) {
      parser.parse(new InputSource(in));
    }
    boolean hidden = sheet.isSetState() && sheet.getState() != STSheetState.VISIBLE;
    return new FileTab(sheet.getName(), hidden, handler.rows());
  }
}
