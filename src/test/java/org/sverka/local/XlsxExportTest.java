package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.XlsxFixture.open;

import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an exported file, as an office program reads it. */
class XlsxExportTest {
  private final XlsxFixture sheet = new XlsxFixture();

  private XSSFSheet exported() {
    return open(sheet.export()).getSheetAt(0);
  }

  private XSSFCell exported(int row, int column) {
    return exported().getRow(row).getCell(column);
  }

  @Test
  void numbersDatesAndTruthValues_keepTheirTypesAndFormats() {
    sheet.put(2, 3, new CellValue.Numeric(1.5));
    sheet.put(2, 4, new CellValue.Numeric(46387));
    sheet.put(2, 2, new CellValue.Bool(true));
    sheet.batch(
        "{'repeatCell':{'range':{'startColumnIndex':4,'endColumnIndex':5},'cell':{'userEnteredFormat':{'numberFormat':{'type':'DATE','pattern':'dd.mm.yyyy'}}},'fields':'userEnteredFormat.numberFormat'}}");
    assertThat(exported(2, 3).getNumericCellValue()).isEqualTo(1.5);
    assertThat(exported(2, 2).getBooleanCellValue()).isTrue();
    assertThat(exported(2, 4).getLocalDateTimeCellValue()).isEqualTo("2026-12-31T00:00");
    assertThat(exported(2, 4).getCellStyle().getDataFormatString()).isEqualTo("dd.mm.yyyy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+7 812", "-x", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\",\"y\")"})
  void textThatLooksLikeAFormula_staysText(String text) {
    sheet.put(2, 3, text);
    XSSFCell cell = exported(2, 3);
    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getStringCellValue()).isEqualTo(text);
    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
  }

  @Test
  void formula_leavesAsItsText() {
    sheet.put(2, 3, new CellValue.Formula("=WEBSERVICE(\"http://example.org\")"));
    XSSFCell cell = exported(2, 3);
    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getStringCellValue()).isEqualTo("=WEBSERVICE(\"http://example.org\")");
    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
  }

  @Test
  void looks_areKept() {
    sheet.batch(
        "{'repeatCell':{'range':{'startRowIndex':1,'endRowIndex':2},'cell':{'userEnteredFormat':{'wrapStrategy':'WRAP','verticalAlignment':'TOP','backgroundColor':{'red':1},'textFormat':{'bold':true}}},'fields':'userEnteredFormat'}}");
    var style = exported(1, 1).getCellStyle();
    assertThat(style.getWrapText()).isTrue();
    assertThat(style.getFont().getBold()).isTrue();
    assertThat(style.getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFF0000");
  }

  @Test
  void widthsHeightsHiddenLinesFrozenPanesAndMerges_areKept() {
    sheet.batch(
        "{'updateDimensionProperties':{'range':{'dimension':'COLUMNS','startIndex':1,'endIndex':2},'properties':{'pixelSize':360},'fields':'pixelSize'}}",
        "{'updateDimensionProperties':{'range':{'dimension':'COLUMNS','startIndex':2,'endIndex':3},'properties':{'hiddenByUser':true},'fields':'hiddenByUser'}}",
        "{'updateDimensionProperties':{'range':{'dimension':'ROWS','startIndex':3,'endIndex':4},'properties':{'pixelSize':40,'hiddenByUser':true},'fields':'pixelSize,hiddenByUser'}}",
        "{'mergeCells':{'range':{'startRowIndex':1,'endRowIndex':2,'startColumnIndex':1,'endColumnIndex':4},'mergeType':'MERGE_ALL'}}");
    XSSFSheet tab = exported();
    assertThat(tab.getColumnWidthInPixels(1)).isBetween(350f, 365f);
    assertThat(tab.isColumnHidden(2)).isTrue();
    assertThat(tab.getRow(3).getHeightInPoints()).isEqualTo(30);
    assertThat(tab.getRow(3).getZeroHeight()).isTrue();
    assertThat(tab.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    assertThat(tab.getMergedRegion(0).formatAsString()).isEqualTo("B2:D2");
  }

  @Test
  void rowOfWrappedText_isHighEnough() {
    sheet.put(2, 1, "слово ".repeat(60));
    sheet.batch(
        "{'repeatCell':{'range':{'startColumnIndex':1,'endColumnIndex':2},'cell':{'userEnteredFormat':{'wrapStrategy':'WRAP'}},'fields':'userEnteredFormat.wrapStrategy'}}");
    assertThat(exported().getRow(2).getHeightInPoints()).isGreaterThan(250);
    assertThat(exported().getRow(3).getHeightInPoints()).isLessThan(20);
  }

  @Test
  void dropDownAndDateRule_areKeptWithTheirHelp() {
    sheet.batch(
        "{'setDataValidation':{'range':{'startRowIndex':1,'startColumnIndex':2,'endColumnIndex':3},'rule':{'condition':{'type':'ONE_OF_LIST','values':[{'userEnteredValue':'Не начато'},{'userEnteredValue':'В работе'}]},'inputMessage':'Выберите','strict':false}}}",
        "{'setDataValidation':{'range':{'startRowIndex':1,'startColumnIndex':4,'endColumnIndex':5},'rule':{'condition':{'type':'DATE_IS_VALID'},'inputMessage':'Укажите дату','strict':true}}}");
    List<? extends DataValidation> rules = exported().getDataValidations();
    assertThat(rules).hasSize(2);
    DataValidation list = rules.get(0);
    assertThat(list.getValidationConstraint().getExplicitListValues())
        .containsExactly("Не начато", "В работе");
    assertThat(list.getRegions().getCellRangeAddresses()[0].formatAsString()).isEqualTo("C2:C12");
    assertThat(list.getPromptBoxText()).isEqualTo("Выберите");
    assertThat(list.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
    assertThat(rules.get(1).getPromptBoxText()).isEqualTo("Укажите дату");
    assertThat(rules.get(1).getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP);
  }

  @Test
  void protectedColumn_isLocked_andTheRestIsNot_alsoWhereNothingStands() {
    sheet.protect(5, "Заполняет Сверка");
    XSSFSheet tab = exported();
    assertThat(tab.isSheetLocked()).isTrue();
    assertThat(tab.isFormatColumnsLocked()).isFalse();
    assertThat(tab.getRow(2).getCell(5).getCellStyle().getLocked()).isTrue();
    assertThat(tab.getRow(2).getCell(2).getCellStyle().getLocked()).isFalse();
    assertThat(tab.getColumnStyle(5).getLocked()).isTrue();
    assertThat(tab.getColumnStyle(3).getLocked()).isFalse();
  }

  @Test
  void protectedRow_isLockedInItsBlankCellsToo() {
    sheet.batch(
        "{'addProtectedRange':{'protectedRange':{'range':{'startRowIndex':1,'endRowIndex':2},'description':'Заголовок'}}}");
    XSSFSheet tab = exported();
    assertThat(tab.getRow(1).getCell(4).getCellStyle().getLocked()).isTrue();
    assertThat(tab.getColumnStyle(4).getLocked()).isFalse();
  }

  @Test
  void tabWithoutProtection_isNotProtected() {
    assertThat(exported().isSheetLocked()).isFalse();
  }

  @Test
  void conditionalFormatAboutTheText_isKept() {
    sheet.batch(
        "{'addConditionalFormatRule':{'index':0,'rule':{'ranges':[{'startRowIndex':1,'startColumnIndex':5,'endColumnIndex':6}],'booleanRule':{'condition':{'type':'TEXT_STARTS_WITH','values':[{'userEnteredValue':'Ошибка'}]},'format':{'backgroundColor':{'red':1,'green':0.8,'blue':0.8}}}}}}");
    var formats = exported().getSheetConditionalFormatting();
    assertThat(formats.getNumConditionalFormattings()).isEqualTo(1);
    var rule = formats.getConditionalFormattingAt(0).getRule(0);
    assertThat(rule.getFormula1()).isEqualTo("LEFT(F2,6)=\"Ошибка\"");
    assertThat(rule.getPatternFormatting().getFillBackgroundColorColor()).isNotNull();
  }

  @Test
  void file_saysWhereItComesFrom_andShowsNoMoreTabsThanTheSheet() {
    XSSFWorkbook file = open(sheet.export());
    var properties = file.getProperties().getCustomProperties();
    assertThat(properties.getProperty("SverkaSpreadsheet").getLpwstr()).isEqualTo("roadmap");
    assertThat(properties.getProperty("SverkaRevision").getLpwstr())
        .isEqualTo(Long.toString(sheet.book().revision()));
    assertThat(file.getSheetName(0)).isEqualTo(XlsxFixture.TITLE);
    assertThat(file.getNumberOfSheets()).isEqualTo(2);
    assertThat(file.getSheetVisibility(1)).isEqualTo(SheetVisibility.VERY_HIDDEN);
  }

  @Test
  void hiddenTab_holdsDigestsAndNoTexts() {
    sheet.put(2, 3, "Тайное");
    XSSFSheet base = open(sheet.export()).getSheet(XlsxBase.TAB);
    base.forEach(row -> row.forEach(cell -> assertThat(cell.toString()).doesNotContain("Тайное")));
    assertThat(base.getLastRowNum()).isEqualTo(4);
  }

  @Test
  void sameSheet_makesTheSameBytes() {
    assertThat(sheet.export()).isEqualTo(sheet.export());
  }

  @Test
  void titlesThatAFileCanNotHave_areMadeFit_andToldApart() {
    String one = "{'addSheet':{'properties':{'title':'Очень длинное название листа, часть один'}}}";
    sheet.batch(
        one,
        one.replace("один", "два"),
        "{'addSheet':{'properties':{'title':'а/б: [в]?'}}}",
        "{'addSheet':{'properties':{'title':'_sverka','hidden':true}}}");
    XSSFWorkbook file = open(sheet.export());
    assertThat(file.getNumberOfSheets()).isEqualTo(6);
    assertThat(file.getSheetName(1)).isEqualTo("Очень длинное название листа, ч");
    assertThat(file.getSheetName(2)).isEqualTo("Очень длинное название лист (2)");
    assertThat(file.getSheetName(3)).isEqualTo("а_б_ _в__");
    assertThat(file.getSheetName(4)).isEqualTo("_sverka (2)");
    assertThat(file.getSheetVisibility(4)).isEqualTo(SheetVisibility.HIDDEN);
  }

  @Test
  void textLongerThanACellOfAFile_isCut() {
    sheet.put(2, 3, "я".repeat(50_000));
    assertThat(exported(2, 3).getStringCellValue()).hasSize(32_767);
  }
}
