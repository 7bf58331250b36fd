package org.sverka.local.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as strangers send them. */
class XlsxReaderTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static byte[] file() {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      var row = book.createSheet("Лист").createRow(0);
      row.createCell(0).setCellValue("раз");
      row.createCell(2).setCellValue(1.5);
      return bytes(book);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  /** The file with one part rewritten. */
  private static byte[] with(String part, UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    byte[] before = parts.getOrDefault(part, new byte[0]);
    String text = change.apply(new String(before, StandardCharsets.UTF_8));
    parts.put(part, text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var entry : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] withRows(String rows) throws IOException {
    return with(
        SHEET,
        xml ->
            xml.replaceFirst(
                "(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>"));
  }

  private static void assertRefused(byte[] file, String words) {
    assertThatThrownBy(() -> XlsxReader.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(words);
  }

  @Test
  void plainFile_isReadByPlace() {
    FileTab tab = XlsxReader.read(file()).get(0);
    assertThat(tab.name()).isEqualTo("Лист");
    assertThat(tab.text(0, 0)).isEqualTo("раз");
    assertThat(tab.cell(0, 1)).isEqualTo(FileCell.BLANK);
    assertThat(tab.cell(0, 2)).isEqualTo(new FileCell.Numeric(1.5, false));
  }

  @Test
  void cellsWithoutPlaces_areCounted() throws IOException {
    FileTab tab =
        XlsxReader.read(
                withRows(
                    "<row><c t='b'><v>1</v></c><c t='inlineStr'><is><r><t>а</t></r><r><t>б</t></r>"
                        + "<rPh sb='0' eb='1'><t>в</t></rPh></is></c></row><row><c t='str'><v>_x0041_</v></c></row>"))
            .get(0);
    assertThat(tab.cell(0, 0)).isEqualTo(new FileCell.Bool(true));
    assertThat(tab.text(0, 1)).isEqualTo("аб");
    assertThat(tab.text(1, 0)).isEqualTo("A");
  }

  @Test
  void formula_isAFormula_whateverItsCachedValueIs() throws IOException {
    FileTab tab =
        XlsxReader.read(
                withRows(
                    "<row r='1'><c r='A1' t='str'><f>1+1</f><v>2</v></c><c r='B1'><f t='shared' si='0'/><v>3</v></c></row>"))
            .get(0);
    assertThat(tab.cell(0, 0)).isEqualTo(new FileCell.Formula());
    assertThat(tab.cell(0, 1)).isEqualTo(new FileCell.Formula());
  }

  @Test
  void fileCutAnywhere_isRefused() {
    byte[] whole = file();
    for (int i = 1; i < 16; i++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * i / 16);
      assertThatThrownBy(() -> XlsxReader.read(cut))
          .as("cut at %d/16", i)
          .isInstanceOf(UnreadableFileException.class);
    }
    assertRefused(new byte[0], "не таблица .xlsx");
  }

  @Test
  void fileWithOneByteChanged_isReadOrRefused() {
    byte[] whole = file();
    for (int i = 0; i < whole.length; i += 7) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x55;
      try {
        assertThat(XlsxReader.read(changed)).isNotEmpty();
      } catch (UnreadableFileException e) {
        assertThat(e).hasMessageContaining(".");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"№;Статус\n1.1;В работе", "<html><table></table></html>", "%PDF-1.7"})
  void otherKindsOfFile_areRefusedWithAdvice(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), "Книга Excel (.xlsx)");
  }

  @Test
  void zipThatIsNoWorkbook_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> XlsxReader.read(out.toByteArray()))
        .isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void oldKind_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("x");
      book.write(out);
    }
    assertRefused(out.toByteArray(), "старого образца");
  }

  @Test
  void encryptedFile_isRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("тайна");
      try (OutputStream stream = encryptor.getDataStream(files)) {
        stream.write(file());
      }
      files.writeFilesystem(out);
    }
    assertRefused(out.toByteArray(), "защищён паролем");
  }

  @Test
  void macros_areRefused() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
      book.createSheet("x");
      assertRefused(bytes(book), "макросы");
    }
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("x");
      book.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
      book.setWorkbookType(XSSFWorkbookType.XLSX);
      assertRefused(bytes(book), "макросы");
    }
  }

  @Test
  void strictFile_isRefused() throws IOException {
    byte[] strict =
        with(
            "_rels/.rels",
            xml ->
                xml.replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"));
    assertRefused(strict, "строгом формате");
  }

  @Test
  void bomb_isRefusedBeforeItIsUnpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(SHEET));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
    }
    assertThat(out.size()).isLessThan(1 << 20);
    assertRefused(out.toByteArray(), "слишком много данных");
  }

  @Test
  void thousandsOfParts_areRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 5_000; i++) {
        zip.putNextEntry(new ZipEntry("xl/" + i));
      }
    }
    assertRefused(out.toByteArray(), "слишком много данных");
  }

  @Test
  void hugeStyles_areRefused() throws IOException {
    assertRefused(
        with("xl/styles.xml", xml -> xml + "<!--" + noise(5 << 20) + "-->"),
        "слишком много данных");
  }

  /** Letters that hardly compress. */
  private static String noise(int length) {
    StringBuilder text = new StringBuilder(length);
    new Random(7).ints(length, 'a', 'z').forEach(letter -> text.append((char) letter));
    return text.toString();
  }

  @Test
  void moreCellsThanWeTake_areRefused() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 1_001; row++) {
      rows.append("<row>");
      for (int column = 0; column < 1_000; column++) {
        rows.append("<c><v>").append(row * 31 + column * column).append("</v></c>");
      }
      rows.append("</row>");
    }
    assertRefused(withRows(rows.toString()), "слишком много данных");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "[Content_Types].xml"
      })
  void externalEntity_isNeverFetched(String part) throws IOException {
    try (ServerSocket listener = new ServerSocket(0)) {
      String entity =
          "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1:"
              + listener.getLocalPort()
              + "/x\"> %e; <!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
      byte[] file = with(part, xml -> xml.replaceFirst("\\?>", "?>" + entity));
      assertThatThrownBy(() -> XlsxReader.read(file)).isInstanceOf(UnreadableFileException.class);
      listener.setSoTimeout(200);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void entitiesThatMultiply_areRefused() throws IOException {
    String lol =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    assertRefused(with(SHEET, xml -> xml.replaceFirst("\\?>", "?>" + lol)), "повреждён");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<row r='1'><c r='A1' t='s'><v>999999</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
        "<row r='99999999'><c><v>1</v></c></row>",
        "<row r='0'><c><v>1</v></c></row>",
        "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>",
        "<row r='1'><c r='A1'><v>1e999</v></c></row>",
        "<row r='1'><c r='A1'><v>NaN</v></c></row>",
        "<row r='1'><c r='A1' s='x'><v>1</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v></row>"
      })
  void nonsenseInACell_isRefused(String rows) throws IOException {
    assertRefused(withRows(rows), "повреждён");
  }

  @ParameterizedTest
  @ValueSource(strings = {SHEET, "xl/workbook.xml", "xl/styles.xml"})
  void deepNesting_isReadOrRefused(String part) throws IOException {
    StringBuilder nested = new StringBuilder();
    IntStream.range(0, 50_000).forEach(i -> nested.append("<n").append(i).append('>'));
    IntStream.range(0, 50_000).forEach(i -> nested.append("</n").append(49_999 - i).append('>'));
    byte[] file =
        with(
            part,
            xml -> xml.replaceFirst("(<(?:worksheet|workbook|styleSheet)[^>]*>)", "$1" + nested));
    try {
      assertThat(XlsxReader.read(file)).hasSize(1);
    } catch (UnreadableFileException e) {
      assertThat(e).hasMessageContaining("повреждён");
    }
  }

  @Test
  void countOfTextsThatIsALie_takesNoMemory() throws IOException {
    byte[] file =
        with(
            "xl/sharedStrings.xml",
            xml -> xml.replaceFirst("uniqueCount=\"\\d+\"", "uniqueCount=\"2147483647\""));
    try {
      assertThat(XlsxReader.read(file)).hasSize(1);
    } catch (UnreadableFileException e) {
      assertThat(e).hasMessageContaining("повреждён");
    }
  }

  @Test
  void wideAndLongTabs_areRead() throws IOException {
    String wide = "<row r='1'>" + "<c><v>1</v></c>".repeat(1_000) + "</row>";
    assertThat(XlsxReader.read(withRows(wide)).get(0).cell(0, 999))
        .isEqualTo(new FileCell.Numeric(1, false));
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= 10_000; row++) {
      rows.append(
          "<row r='%d'><c r='A%d' t='str'><v>строка %d</v></c></row>".formatted(row, row, row));
    }
    assertThat(XlsxReader.read(withRows(rows.toString())).get(0).rows()).hasSize(10_000);
  }
}
