package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.local.XlsxFixture.cell;
import static org.sverka.local.XlsxFixture.edited;
import static org.sverka.local.XlsxFixture.editedSheet;
import static org.sverka.local.XlsxFixture.only;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a file that is handed back in. */
class XlsxImportTest {
  private static final int STATUS = 2;
  private static final int PROGRESS = 3;
  private static final int DATE = 4;
  private static final int CHECK = 5;
  private static final int FIRST = 2;
  private static final int TENTH = 3;

  private final XlsxFixture sheet = new XlsxFixture();

  private static byte[] typed(byte[] file, int row, int column, String text) {
    return editedSheet(file, tab -> cell(tab, row, column).setCellValue(text));
  }

  private static byte[] withoutBase(byte[] file) {
    return edited(file, open -> open.removeSheetAt(open.getSheetIndex(XlsxBase.TAB)));
  }

  private static List<String> reasons(ObjectNode answer) {
    return StreamSupport.stream(answer.get("refused").spliterator(), false)
        .map(item -> item.get("reason").asText())
        .toList();
  }

  @Test
  void fileThatNobodyEdited_changesNothing() {
    Workbook before = sheet.book();
    ObjectNode answer = sheet.take(sheet.export());
    assertThat(answer.get("changed").asInt()).isZero();
    assertThat(answer.get("unchanged").asInt()).isEqualTo(9);
    assertThat(answer.get("refused")).isEmpty();
    assertThat(answer.get("message").asText()).isEqualTo("Новых правок в файле нет.");
    assertThat(sheet.book()).isSameAs(before);
  }

  @Test
  void textTyped_isWritten() {
    byte[] file = typed(sheet.export(), TENTH, STATUS, "Исполнено");
    ObjectNode answer = sheet.take(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("message").asText()).isEqualTo("Внесена 1 правка из файла.");
    assertThat(sheet.text(TENTH, STATUS)).isEqualTo("Исполнено");
    assertThat(sheet.text(FIRST, STATUS)).isEqualTo("В работе");
  }

  @Test
  void cellEmptied_isEmptied() {
    byte[] file = editedSheet(sheet.export(), tab -> cell(tab, FIRST, STATUS).setBlank());
    sheet.take(file);
    assertThat(sheet.value(FIRST, STATUS)).isNull();
  }

  @Test
  void fileFromLastWeek_overwritesNothingThatOthersChanged() {
    byte[] file = sheet.export();
    sheet.put(FIRST, STATUS, "Исполнено");
    sheet.put(TENTH, PROGRESS, "");
    ObjectNode answer = sheet.take(typed(file, TENTH, STATUS, "В работе"));
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("conflicts")).isEmpty();
    assertThat(sheet.text(FIRST, STATUS)).isEqualTo("Исполнено");
    assertThat(sheet.text(TENTH, PROGRESS)).isEmpty();
    assertThat(sheet.text(TENTH, STATUS)).isEqualTo("В работе");
  }

  @Test
  void cellThatBothChanged_staysAndIsReportedWithBothTexts() {
    byte[] file = sheet.export();
    sheet.put(TENTH, PROGRESS, "Проведено");
    ObjectNode answer = sheet.take(typed(file, TENTH, PROGRESS, "Отменено"));
    assertThat(sheet.text(TENTH, PROGRESS)).isEqualTo("Проведено");
    JsonNode conflict = only(answer.get("conflicts"));
    assertThat(conflict.get("cell").asText()).isEqualTo("D4");
    assertThat(conflict.get("measure").asText()).isEqualTo("1.10");
    assertThat(conflict.get("column").asText()).isEqualTo("Ход");
    assertThat(conflict.get("theirs").asText()).isEqualTo("Отменено");
    assertThat(conflict.get("ours").asText()).isEqualTo("Проведено");
    assertThat(answer.get("message").asText()).contains("1 ячейку после выгрузки изменили");
  }

  @Test
  void sameChangeInBoth_isNoConflict() {
    byte[] file = sheet.export();
    sheet.put(TENTH, STATUS, "Исполнено");
    ObjectNode answer = sheet.take(typed(file, TENTH, STATUS, "Исполнено"));
    assertThat(answer.get("conflicts")).isEmpty();
    assertThat(answer.get("changed").asInt()).isZero();
  }

  @Test
  void fileTakenInTwice_changesNothingTheSecondTime() {
    byte[] file = typed(sheet.export(), TENTH, STATUS, "Исполнено");
    sheet.take(file);
    ObjectNode again = sheet.take(file);
    assertThat(again.get("changed").asInt()).isZero();
    assertThat(again.get("conflicts")).isEmpty();
  }

  @Test
  void protectedCell_isRefusedWithTheReasonOfTheProtection() {
    sheet.protect(CHECK, "Заполняет Сверка.");
    ObjectNode answer = sheet.take(typed(sheet.export(), FIRST, CHECK, "Всё хорошо"));
    JsonNode refused = only(answer.get("refused"));
    assertThat(refused.get("cell").asText()).isEqualTo("F3");
    assertThat(refused.get("measure").asText()).isEqualTo("1.1");
    assertThat(refused.get("column").asText()).isEqualTo("Проверка");
    assertThat(refused.get("reason").asText()).isEqualTo("Ячейка защищена. Заполняет Сверка.");
    assertThat(sheet.text(FIRST, CHECK)).isEqualTo("Проверено");
  }

  @Test
  void verdictsThatChangedSinceTheExport_areNotReported() {
    sheet.protect(CHECK, "Заполняет Сверка.");
    byte[] file = sheet.export();
    sheet.put(FIRST, CHECK, "Ошибка");
    assertThat(sheet.take(file).get("refused")).isEmpty();
  }

  @Test
  void rowsMovedColumnsMovedAndLinesAbove_areFoundByNumberAndHeader() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              tab.shiftRows(0, tab.getLastRowNum(), 2);
              cell(tab, 0, 0).setCellValue("Служебная записка");
              // 1.10 changes places with 1.1, and the status with the progress.
              swapRows(tab, 4, 5);
              swapColumns(tab, STATUS, PROGRESS);
              cell(tab, 4, PROGRESS).setCellValue("Исполнено");
            });
    ObjectNode answer = sheet.take(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("refused")).isEmpty();
    assertThat(sheet.text(TENTH, STATUS)).isEqualTo("Исполнено");
  }

  private static void swapRows(XSSFSheet tab, int one, int other) {
    for (int column = 0; column < 6; column++) {
      swap(tab, one, column, other, column);
    }
  }

  private static void swapColumns(XSSFSheet tab, int one, int other) {
    for (int row = 2; row <= 5; row++) {
      swap(tab, row, one, row, other);
    }
  }

  private static void swap(XSSFSheet tab, int row, int column, int toRow, int toColumn) {
    String text = cell(tab, row, column).getStringCellValue();
    cell(tab, row, column).setCellValue(cell(tab, toRow, toColumn).getStringCellValue());
    cell(tab, toRow, toColumn).setCellValue(text);
  }

  @Test
  void rowsMovedInTheSheet_areFoundToo() {
    byte[] file = typed(sheet.export(), TENTH, STATUS, "Исполнено");
    sheet.batch(
        "{'moveDimension':{'source':{'dimension':'ROWS','startIndex':3,'endIndex':4},'destinationIndex':1}}");
    sheet.take(file);
    assertThat(sheet.text(1, 0)).isEqualTo("1.10");
    assertThat(sheet.text(1, STATUS)).isEqualTo("Исполнено");
  }

  @Test
  void rowsAndColumnsMissingFromTheFile_changeNothing() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              tab.removeRow(tab.getRow(FIRST));
              for (int row = 0; row <= 3; row++) {
                if (tab.getRow(row) != null) {
                  cell(tab, row, PROGRESS).setBlank();
                }
              }
            });
    ObjectNode answer = sheet.take(file);
    assertThat(sheet.text(FIRST, STATUS)).isEqualTo("В работе");
    assertThat(answer.get("changed").asInt()).isZero();
    assertThat(sheet.text(TENTH, PROGRESS)).isEqualTo("Идёт");
  }

  @Test
  void rowThatTheSheetDoesNotHave_isReported() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              cell(tab, 6, 0).setCellValue("9.9");
              cell(tab, 6, STATUS).setCellValue("В работе");
              cell(tab, 7, STATUS).setCellValue("Ничьё");
            });
    ObjectNode answer = sheet.take(file);
    assertThat(reasons(answer))
        .containsExactly(
            "Строка 7 файла: строки с таким номером в таблице нет, она не прочитана.",
            "Строка 8 файла: в ней нет номера, она не прочитана.");
    assertThat(answer.get("message").asText())
        .isEqualTo("Новых правок в файле нет. Не приняты 2 изменения, причины указаны в списке.");
  }

  @Test
  void rowDeletedFromTheSheetMeanwhile_isNotReportedIfNobodyTouchedIt() {
    byte[] file = sheet.export();
    sheet.batch("{'deleteDimension':{'range':{'dimension':'ROWS','startIndex':3,'endIndex':4}}}");
    assertThat(sheet.take(file).get("refused")).isEmpty();
    assertThat(reasons(sheet.take(typed(file, TENTH, STATUS, "В работе")))).hasSize(1);
  }

  @Test
  void rowWithoutNumber_isNoticeOnlyWhenItIsNew() {
    sheet.put(5, PROGRESS, "Примечание без номера");
    byte[] file = sheet.export();
    assertThat(sheet.take(file).get("refused")).isEmpty();
    assertThat(sheet.take(withoutBase(file)).get("refused")).isEmpty();
    assertThat(reasons(sheet.take(typed(file, 5, PROGRESS, "Другое")))).hasSize(1);
  }

  @Test
  void numberThatStandsTwice_isNotGuessedAt() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              cell(tab, 6, 0).setCellValue("1.1");
              cell(tab, 6, STATUS).setCellValue("Отложено");
            });
    ObjectNode answer = sheet.take(file);
    assertThat(only(answer.get("refused")).get("reason").asText()).contains("несколько");
    assertThat(sheet.text(FIRST, STATUS)).isEqualTo("В работе");
  }

  @Test
  void numberThatAProgramTookForADecimal_isNotTakenForAnotherRow() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              tab.removeRow(tab.getRow(FIRST));
              cell(tab, TENTH, 0).setCellValue(1.1);
              cell(tab, TENTH, STATUS).setCellValue("Отложено");
            });
    sheet.take(file);
    assertThat(sheet.text(FIRST, STATUS)).isEqualTo("В работе");
  }

  @Test
  void columnThatTheSheetDoesNotHave_isReportedOnce() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              cell(tab, 0, 6).setCellValue("Заметки");
              cell(tab, FIRST, 6).setCellValue("для себя");
              cell(tab, TENTH, 6).setCellValue("ещё");
            });
    JsonNode refused = only(sheet.take(file).get("refused"));
    assertThat(refused.get("column").asText()).isEqualTo("Заметки");
    assertThat(refused.get("cell").asText()).isEqualTo("G1");
  }

  @Test
  void formula_isRefused_andItsCachedValueIsNotTaken() {
    byte[] file =
        editedSheet(
            sheet.export(),
            tab -> {
              cell(tab, TENTH, STATUS).setCellFormula("\"Испол\"&\"нено\"");
              tab.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    JsonNode refused = only(sheet.take(file).get("refused"));
    assertThat(refused.get("reason").asText()).contains("формула");
    assertThat(sheet.text(TENTH, STATUS)).isEmpty();
  }

  @Test
  void formulaInTheSheet_staysAFormula() {
    sheet.put(TENTH, PROGRESS, new CellValue.Formula("=A1"));
    byte[] file = sheet.export();
    assertThat(sheet.take(file).get("changed").asInt()).isZero();
    assertThat(reasons(sheet.take(typed(file, TENTH, PROGRESS, "=A2"))))
        .singleElement()
        .asString()
        .contains("В таблице в этой ячейке формула");
    assertThat(sheet.value(TENTH, PROGRESS)).isEqualTo(new CellValue.Formula("=A1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7", "@x", "'=x"})
  void textThatLooksLikeAFormula_isWrittenAsText(String text) {
    sheet.take(typed(sheet.export(), TENTH, PROGRESS, text));
    assertThat(sheet.value(TENTH, PROGRESS)).isEqualTo(new CellValue.Text(text));
  }

  @Test
  void errorValue_isRefused() {
    byte[] file =
        editedSheet(
            sheet.export(), tab -> cell(tab, TENTH, STATUS).setCellErrorValue(FormulaError.DIV0));
    assertThat(reasons(sheet.take(file))).singleElement().asString().contains("#DIV/0!");
  }

  @Test
  void dates_areSerials_alsoWhereTypedAsTextOrCountedFrom1904() {
    sheet.batch(
        "{'repeatCell':{'range':{'startColumnIndex':4,'endColumnIndex':5},'cell':{'userEnteredFormat':{'numberFormat':{'type':'DATE','pattern':'dd.mm.yyyy'}}},'fields':'userEnteredFormat.numberFormat'}}");
    byte[] file = sheet.export();
    sheet.take(
        editedSheet(
            file,
            tab -> {
              cell(tab, FIRST, DATE).setCellValue(46387);
              cell(tab, TENTH, DATE).setCellValue("31.12.2026");
            }));
    assertThat(sheet.value(FIRST, DATE)).isEqualTo(new CellValue.Numeric(46387));
    assertThat(sheet.value(TENTH, DATE)).isEqualTo(new CellValue.Numeric(46387));
    sheet.take(
        edited(
            file,
            open -> {
              open.getCTWorkbook().getWorkbookPr().setDate1904(true);
              cell(open.getSheetAt(0), FIRST, DATE).setCellValue(46387 - 1462);
            }));
    assertThat(sheet.value(FIRST, DATE)).isEqualTo(new CellValue.Numeric(46387));
  }

  @Test
  void dateInAPlainColumn_isShownAsADate() {
    byte[] file =
        edited(
            sheet.export(),
            open -> {
              var style = open.createCellStyle();
              style.setDataFormat(open.createDataFormat().getFormat("dd.mm.yyyy"));
              var target = cell(open.getSheetAt(0), TENTH, PROGRESS);
              target.setCellStyle(style);
              target.setCellValue(46387);
            });
    sheet.put(TENTH, PROGRESS, "Идёт");
    sheet.take(file);
    Cell cell = sheet.tab().cell(TENTH, PROGRESS);
    assertThat(cell.entered()).isEqualTo(new CellValue.Numeric(46387));
    assertThat(NumberFormat.of(cell.format(), SheetLocale.RU_RU).type())
        .isEqualTo(NumberFormat.Type.DATE);
  }

  @Test
  void lineBreaksOfWindows_areThoseOfTheSheet() {
    sheet.take(typed(sheet.export(), TENTH, PROGRESS, "раз\r\nдва\rтри"));
    assertThat(sheet.text(TENTH, PROGRESS)).isEqualTo("раз\nдва\nтри");
  }

  @Test
  void textCutOnExport_isNotTakenForAnEdit_andNotOverwritten() {
    sheet.put(TENTH, PROGRESS, "я".repeat(40_000));
    byte[] file = sheet.export();
    assertThat(sheet.take(file).get("refused")).isEmpty();
    assertThat(reasons(sheet.take(typed(file, TENTH, PROGRESS, "короче"))))
        .singleElement()
        .asString()
        .contains("не поместился");
    assertThat(sheet.text(TENTH, PROGRESS)).hasSize(40_000);
  }

  @Test
  void fileWithoutBase_changesFilledCells_erasesNothing_andSaysSo() {
    byte[] file =
        withoutBase(
            editedSheet(
                sheet.export(),
                tab -> {
                  cell(tab, FIRST, STATUS).setBlank();
                  cell(tab, TENTH, STATUS).setCellValue("Отложено");
                }));
    ObjectNode answer = sheet.take(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(sheet.text(FIRST, STATUS)).isEqualTo("В работе");
    assertThat(sheet.text(TENTH, STATUS)).isEqualTo("Отложено");
    assertThat(answer.get("message").asText()).contains("пустые ячейки файла ничего не стёрли");
  }

  @Test
  void onlyTabUnderAnotherName_isFoundByItsNumbers() {
    byte[] file =
        edited(
            withoutBase(typed(sheet.export(), TENTH, STATUS, "Отложено")),
            open -> open.setSheetName(0, "Лист1"));
    assertThat(sheet.take(file).get("changed").asInt()).isEqualTo(1);
  }

  @Test
  void tabThatTheSheetDoesNotHave_isNamed() {
    byte[] file =
        edited(
            sheet.export(),
            open -> open.createSheet("Заметки").createRow(0).createCell(0).setCellValue("x"));
    assertThat(sheet.take(file).get("message").asText()).contains("«Заметки»");
  }

  @Test
  void fileWithoutTheTable_isRefusedWithAdvice() {
    byte[] file =
        edited(
            new XlsxFixture().export(),
            (XSSFWorkbook open) -> {
              while (open.getNumberOfSheets() > 0) {
                open.removeSheetAt(0);
              }
              open.createSheet("Смета").createRow(0).createCell(0).setCellValue("Итого");
            });
    assertThatThrownBy(() -> sheet.take(file))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("В файле нет таблицы")
        .hasMessageContaining("«Дорожная карта»");
  }
}
