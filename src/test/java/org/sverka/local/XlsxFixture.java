package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.sverka.local.xlsx.XlsxReader;

/** A small table in memory that is exported, edited as an office program would, and imported. */
final class XlsxFixture {
  static final String TITLE = "Дорожная карта";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

  private final AtomicInteger ids = new AtomicInteger(1000);
  private Workbook book;

  XlsxFixture() {
    WorkbookProperties properties =
        new WorkbookProperties("План", "ru_RU", "Europe/Moscow", "ON_CHANGE");
    Workbook blank =
        new Workbook(
            "roadmap", properties, List.of(), List.of(), 0, 1, CLOCK.instant(), CLOCK.instant());
    WorkbookDraft draft = new WorkbookDraft(blank, context(Editor.SERVICE));
    draft.addTab(0, Tab.blank(0, TabProperties.titled(TITLE), 12, 6));
    book = draft.freeze();
    batch(
        "{'updateSheetProperties':{'fields':'gridProperties.frozenRowCount','properties':{'gridProperties':{'frozenRowCount':1}}}}");
    row(0, "№ п/п", "Мероприятие", "Статус", "Ход", "Дата", "Проверка");
    row(1, "1", "Раздел");
    row(2, "1.1", "Первое", "В работе", "", "", "Проверено");
    row(3, "1.10", "Десятое", "", "Идёт", "", "");
  }

  private EditContext context(Editor editor) {
    return new EditContext(editor, CLOCK, false, ids::incrementAndGet);
  }

  Workbook book() {
    return book;
  }

  Tab tab() {
    return book.tabs().get(0);
  }

  CellValue value(int row, int column) {
    return tab().cell(row, column).entered();
  }

  String text(int row, int column) {
    return value(row, column) instanceof CellValue.Text text ? text.value() : "";
  }

  /** Carries out requests of the API, written with single quotes. */
  void batch(String... requests) {
    String json = "[" + String.join(",", requests).replace('\'', '"') + "]";
    edit(
        Editor.SERVICE,
        draft ->
            BatchUpdate.apply(
                Json.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)), draft));
  }

  /** Somebody types into the sheet. */
  void put(int row, int column, CellValue value) {
    edit(
        Editor.SERVICE,
        draft -> {
          TabDraft tab = draft.grid(0);
          tab.put(row, column, tab.cell(row, column).withEntered(value));
        });
  }

  void put(int row, int column, String text) {
    put(row, column, text.isEmpty() ? null : new CellValue.Text(text));
  }

  private void row(int row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      put(row, i, texts[i]);
    }
  }

  /** Replaces the table by one of that size, each cell with a text of its own. */
  void fill(int rows, int columns) {
    edit(
        Editor.SERVICE,
        draft -> {
          TabDraft tab = draft.grid(0);
          tab.append(Dimension.ROWS, rows - tab.rowCount());
          tab.append(Dimension.COLUMNS, columns - tab.columnCount());
          for (int row = 0; row < rows; row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
              String text = (row == 0 ? "Столбец " : row + "." + "проведено мероприятие ") + column;
              cells.add(Cell.BLANK.withEntered(new CellValue.Text(text)));
            }
            tab.putCells(row, cells);
          }
        });
  }

  /** Protects a column against people and says why. */
  void protect(int column, String why) {
    batch(
        "{'addProtectedRange':{'protectedRange':{'range':{'startColumnIndex':%d,'endColumnIndex':%d},'description':'%s','warningOnly':true}}}"
            .formatted(column, column + 1, why));
  }

  private void edit(Editor editor, Consumer<WorkbookDraft> change) {
    WorkbookDraft draft = new WorkbookDraft(book, context(editor));
    change.accept(draft);
    book = draft.freeze();
  }

  byte[] export() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      XlsxExport.write(book, book.tabs(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode take(byte[] file) {
    ObjectNode[] answer = new ObjectNode[1];
    edit(Editor.PERSON, draft -> answer[0] = new XlsxImport(XlsxReader.read(file)).apply(draft));
    return answer[0];
  }

  static XSSFWorkbook open(byte[] file) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an office program makes of a file: opens it, changes something, saves all of it anew. */
  static byte[] edited(byte[] file, Consumer<XSSFWorkbook> change) {
    try (XSSFWorkbook open = open(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      open.forEach(tab -> tab.forEach(row -> row.forEach(XlsxFixture::share)));
      change.accept(open);
      open.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** POI leaves inline texts where they are; office programs keep all texts in one table. */
  private static void share(org.apache.poi.ss.usermodel.Cell cell) {
    if (cell.getCellType() == CellType.STRING) {
      String text = cell.getStringCellValue();
      cell.setBlank();
      cell.setCellValue(text);
    }
  }

  /** Edits the first tab of a file. */
  static byte[] editedSheet(byte[] file, Consumer<XSSFSheet> change) {
    return edited(file, open -> change.accept(open.getSheetAt(0)));
  }

  static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = line.getCell(column);
    return cell == null ? line.createCell(column, CellType.BLANK) : cell;
  }

  /** The only item of a list in an answer. */
  static JsonNode only(JsonNode list) {
    if (list.size() != 1) {
      throw new AssertionError("Not one: " + list);
    }
    return list.get(0);
  }
}
