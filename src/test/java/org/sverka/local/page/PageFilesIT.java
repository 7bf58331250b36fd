package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.CHECK;
import static org.sverka.local.page.PageFixture.PROGRESS;

import com.microsoft.playwright.Download;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table is taken away as a file and brought back. */
class PageFilesIT extends PageTestBase {
  @TempDir private Path directory;

  private Path download(SheetOnScreen sheet) {
    Download download =
        sheet.page.waitForDownload(() -> sheet.page.locator("[data-command=download]").click());
    assertThat(download.suggestedFilename()).endsWith(".xlsx");
    Path file = directory.resolve("table.xlsx");
    download.saveAs(file);
    return file;
  }

  private Path changed(Path file, int row, int column, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      book.getSheetAt(0)
          .getRow(row)
          .getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
          .setCellValue(text);
      book.write(out);
    }
    return Files.write(directory.resolve("filled.xlsx"), out.toByteArray());
  }

  private static void upload(SheetOnScreen sheet, Path file) {
    sheet.page.locator("#file").setInputFiles(file);
  }

  @Test
  void filledInFile_comesBackAsAnEditAndCanBeSeen() throws Exception {
    SheetOnScreen sheet = fixture.open();
    upload(sheet, changed(download(sheet), 1, PROGRESS, "Из файла"));
    assertThat(sheet.page.locator("#import-text")).containsText("Внесена 1 правка");
    sheet.page.locator("#import .main").click();
    assertThat(sheet.cell(1, PROGRESS).locator(".text")).hasText("Из файла");
    assertThat(sheet.field()).isFocused();
  }

  @Test
  void changedVerdict_isListedWithItsReasonAndLeadsToItsCell() throws Exception {
    SheetOnScreen sheet = fixture.open();
    upload(sheet, changed(download(sheet), 1, CHECK, "Всё хорошо"));
    assertThat(sheet.page.locator("#import-list li")).hasCount(1);
    assertThat(sheet.page.locator("#import-list")).containsText("защищена");
    sheet.page.locator("#import-list button").click();
    assertThat(sheet.page.locator("#cell-name")).hasText("F2");
    assertThat(sheet.errors()).isEmpty();
  }

  @Test
  void fileThatIsNoTable_isRefusedInRussian() throws Exception {
    SheetOnScreen sheet = fixture.open();
    Path file = directory.resolve("letter.xlsx");
    Files.writeString(file, "Уважаемые коллеги!", StandardCharsets.UTF_8);
    upload(sheet, file);
    assertThat(sheet.notices()).containsText("Это не таблица .xlsx.");
  }
}
