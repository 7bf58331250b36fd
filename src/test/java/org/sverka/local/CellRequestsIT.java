package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.RawSheet.cells;
import static org.sverka.local.RawSheet.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that carry cells about or change many at once: as in the recording {@code
 * WorksheetTest.test_copy_cut_range}, and as documented for each request of {@code batchUpdate}.
 */
class CellRequestsIT {
  @TempDir Path directory;
  private LocalServerFixture server;
  private RawSheet sheet;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    sheet = RawSheet.create(server, "en_US");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void copy(String source, String destination, String type) throws Exception {
    sheet.batch(copyRequest(source, destination, type));
  }

  private static String copyRequest(String source, String destination, String type) {
    return "{'copyPaste':{'source':"
        + source
        + ",'destination':"
        + destination
        + ",'pasteType':'"
        + type
        + "'}}";
  }

  @Test
  void copy_repeatsToFillTheDestination() throws Exception {
    sheet.type("A1", "[['a'],['b']]");
    copy(cells(0, 2, 0, 1), cells(0, 4, 1, 3), "PASTE_NORMAL");
    assertThat(sheet.values("A1:C4"))
        .isEqualTo("[['a','a','a'],['b','b','b'],['','a','a'],['','b','b']]");
  }

  @Test
  void copy_toASmallerDestination_isWhole() throws Exception {
    sheet.type("A1", "[['a','b']]");
    copy(cells(0, 1, 0, 2), cells(2, 3, 0, 1), "PASTE_NORMAL");
    assertThat(sheet.values("A3:B3")).isEqualTo("[['a','b']]");
  }

  @Test
  void copiedFormula_takesItsReferencesAlong() throws Exception {
    sheet.type("B2", "[['=A1+$A$1+A$1+$A1']]");
    copy(cells(1, 2, 1, 2), cells(3, 4, 2, 3), "PASTE_NORMAL");
    copy(cells(1, 2, 1, 2), cells(0, 1, 2, 3), "PASTE_NORMAL");
    assertThat(sheet.formulas("C4")).isEqualTo("[['=B3+$A$1+B$1+$A3']]");
    assertThat(sheet.formulas("C1")).isEqualTo("[['=#REF!+$A$1+B$1+#REF!']]");
  }

  @Test
  void repeatedFormula_takesItsReferencesAlong() throws Exception {
    sheet.batch(
        "{'repeatCell':{'range':"
            + cells(1, 4, 1, 3)
            + ",'cell':{'userEnteredValue':{'formulaValue':'=A1'}},'fields':'userEnteredValue'}}");
    assertThat(sheet.formulas("B2:C4")).isEqualTo("[['=A1','=B1'],['=A2','=B2'],['=A3','=B3']]");
  }

  @Test
  void copy_ofOnePart_leavesTheOthers() throws Exception {
    sheet.type("A1", "[['12%','x']]");
    copy(cells(0, 1, 0, 1), cells(1, 2, 0, 1), "PASTE_VALUES");
    copy(cells(0, 1, 0, 1), cells(0, 1, 1, 2), "PASTE_FORMAT");
    assertThat(sheet.values("A1:B2")).isEqualTo("[['12%','x'],['0.12']]");
    assertThat(text(sheet.get("sheets.data.rowData.values.userEnteredFormat.numberFormat.type")))
        .contains(
            "[{'userEnteredFormat':{'numberFormat':{'type':'PERCENT'}}},"
                + "{'userEnteredFormat':{'numberFormat':{'type':'PERCENT'}}}]");
  }

  @Test
  void copy_takesMergesAlong_andTurns() throws Exception {
    sheet.type("A1", "[['a','b']]");
    sheet.batch(
        "{'copyPaste':{'source':"
            + cells(0, 1, 0, 2)
            + ",'destination':"
            + cells(2, 3, 0, 1)
            + ",'pasteOrientation':'TRANSPOSE'}}");
    assertThat(sheet.values("A3:A4")).isEqualTo("[['a'],['b']]");
    sheet.batch("{'mergeCells':{'range':" + cells(0, 1, 0, 2) + ",'mergeType':'MERGE_ALL'}}");
    copy(cells(0, 1, 0, 2), cells(5, 6, 2, 4), "PASTE_NORMAL");
    assertThat(text(sheet.tab("merges")))
        .contains("{'startRowIndex':5,'endRowIndex':6,'startColumnIndex':2,'endColumnIndex':4}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASTE_NO_BORDERS", "PASTE_FORMULA", "PASTE_CONDITIONAL_FORMATTING"})
  void pasteType_thatIsNotCertain_isDeclined(String type) throws Exception {
    assertThat(sheet.refused(copyRequest(cells(0, 1, 0, 1), cells(1, 2, 0, 1), type)))
        .startsWith("501 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "randomizeRange",
        "autoResizeDimensions",
        "textToColumns",
        "autoFill",
        "updateBorders",
        "duplicateFilterView"
      })
  void kindThatIsNotKnown_isDeclined(String kind) throws Exception {
    assertThat(sheet.refused("{'" + kind + "':{}}")).startsWith("501 ");
  }

  @Test
  void cut_movesValueAndFormat() throws Exception {
    sheet.type("A1", "[['12%'],['x']]");
    sheet.batch(
        "{'cutPaste':{'source':"
            + cells(0, 2, 0, 1)
            + ",'destination':{'rowIndex':1,'columnIndex':2},'pasteType':'PASTE_NORMAL'}}");
    assertThat(sheet.values("A1:C3")).isEqualTo("[[],['','','12%'],['','','x']]");
  }

  @Test
  void cut_ofWhatAFormulaRefersTo_isDeclined() throws Exception {
    sheet.type("A1", "[['x','=A1']]");
    assertThat(
            sheet.refused(
                "{'cutPaste':{'source':" + cells(0, 1, 0, 1) + ",'destination':{'rowIndex':3}}}"))
        .startsWith("501 ");
  }

  @Test
  void insertedCells_pushTheOthersDown_orRight() throws Exception {
    sheet.type("A1", "[['a','1'],['b','2'],['c','3']]");
    sheet.batch("{'insertRange':{'range':" + cells(1, 2, 0, 1) + ",'shiftDimension':'ROWS'}}");
    assertThat(sheet.values("A1:B4")).isEqualTo("[['a','1'],['','2'],['b','3'],['c']]");
    sheet.batch("{'deleteRange':{'range':" + cells(1, 2, 0, 1) + ",'shiftDimension':'ROWS'}}");
    sheet.batch("{'insertRange':{'range':" + cells(0, 1, 0, 2) + ",'shiftDimension':'COLUMNS'}}");
    assertThat(sheet.values("A1:D3")).isEqualTo("[['','','a','1'],['b','2'],['c','3']]");
    sheet.batch("{'deleteRange':{'range':" + cells(0, 1, 0, 1) + ",'shiftDimension':'COLUMNS'}}");
    assertThat(sheet.values("A1:D1")).isEqualTo("[['','a','1']]");
  }

  @Test
  void insertedCells_thatPushOthersOffTheGrid_areDeclined() throws Exception {
    sheet.type("A6", "[['last']]");
    assertThat(
            sheet.refused(
                "{'insertRange':{'range':" + cells(0, 1, 0, 1) + ",'shiftDimension':'ROWS'}}"))
        .startsWith("501 ");
  }

  @Test
  void findReplace_countsWhatItChanged() throws Exception {
    sheet.type("A1", "[['Abc abc','x'],['ABC','y']]");
    assertThat(
            text(
                sheet.batch(
                    "{'findReplace':{'find':'abc','replacement':'q$1','sheetId':0}}",
                    "{'findReplace':{'find':'X','replacement':'z','matchCase':true,'allSheets':true}}",
                    "{'findReplace':{'find':'y','replacement':'','matchEntireCell':true,'range':"
                        + cells(0, 2, 1, 2)
                        + "}}")))
        .isEqualTo(
            "[{'findReplace':{'valuesChanged':2,'rowsChanged':2,'sheetsChanged':1,'occurrencesChanged':3}},"
                + "{'findReplace':{}},"
                + "{'findReplace':{'valuesChanged':1,'rowsChanged':1,'sheetsChanged':1,'occurrencesChanged':1}}]");
    assertThat(sheet.values("A1:B2")).isEqualTo("[['q$1 q$1','x'],['q$1']]");
  }

  @Test
  void findReplace_thatMakesANumber_orIsARegularExpression_isDeclined() throws Exception {
    sheet.type("A1", "[['x1',12]]");
    for (String find : new String[] {"'x'", "'2'", "'x','searchByRegex':true"}) {
      assertThat(
              sheet.refused(
                  "{'findReplace':{'find':" + find + ",'replacement':'','allSheets':true}}"))
          .as(find)
          .startsWith("501 ");
    }
  }

  @Test
  void trimWhitespace_leavesOneSpaceInside() throws Exception {
    sheet.type("A1", "[['  a   b ','c'],['  ','d e']]");
    assertThat(text(sheet.batch("{'trimWhitespace':{'range':{'sheetId':0}}}")))
        .isEqualTo("[{'trimWhitespace':{'cellsChangedCount':2}}]");
    assertThat(sheet.values("A1:B2")).isEqualTo("[['a b','c'],['','d e']]");
  }

  @Test
  void duplicates_areRemoved_whateverTheirCase() throws Exception {
    sheet.type("A1", "[['a','1'],['B','2'],['A','3'],['b','2']]");
    assertThat(
            text(
                sheet.batch(
                    "{'deleteDuplicates':{'range':" + cells(0, 4, 0, 2) + "}}",
                    "{'deleteDuplicates':{'range':"
                        + cells(0, 3, 0, 2)
                        + ",'comparisonColumns':[{'dimension':'COLUMNS','startIndex':0,'endIndex':1}]}}")))
        .isEqualTo(
            "[{'deleteDuplicates':{'duplicatesRemovedCount':1}},"
                + "{'deleteDuplicates':{'duplicatesRemovedCount':1}}]");
    assertThat(sheet.values("A1:B4")).isEqualTo("[['a','1'],['B','2']]");
  }

  @Test
  void duplicatedSheet_hasItsCellsAndLooks() throws Exception {
    sheet.type("A1", "[['12%','=A1']]");
    sheet.batch("{'mergeCells':{'range':" + cells(2, 3, 0, 2) + ",'mergeType':'MERGE_ALL'}}");
    assertThat(
            text(
                sheet.batch(
                    "{'duplicateSheet':{'sourceSheetId':0,'insertSheetIndex':1,'newSheetId':5,'newSheetName':'Two'}}")))
        .isEqualTo(
            "[{'duplicateSheet':{'properties':{'sheetId':5,'title':'Two','index':1,'sheetType':'GRID',"
                + "'gridProperties':{'rowCount':6,'columnCount':5}}}}]");
    assertThat(sheet.restarted().formulas("Two!A1:B1")).isEqualTo("[[0.12,'=A1']]");
    assertThat(text(sheet.get("sheets.merges").at("/sheets/1/merges/0"))).contains("'sheetId':5");
    assertThat(sheet.values("Data!A1")).isEqualTo("[['12%']]");
  }

  @Test
  void sheetWithMetadata_isNotDuplicated() throws Exception {
    sheet.batch(
        "{'createDeveloperMetadata':{'developerMetadata':{'metadataKey':'k','visibility':'DOCUMENT',"
            + "'location':{'sheetId':0}}}}");
    assertThat(sheet.refused("{'duplicateSheet':{'sourceSheetId':0,'insertSheetIndex':1}}"))
        .startsWith("501 ");
  }

  @Test
  void sheet_isCopiedToAnotherSpreadsheet() throws Exception {
    RawSheet other = RawSheet.create(server, "en_US");
    sheet.type("A1", "[['x']]");
    String body = "{'destinationSpreadsheetId':'" + other.id() + "'}";
    var reply = sheet.ok(sheet.post("/sheets/0:copyTo", body));
    assertThat(reply.get("title").asText()).isEqualTo("Copy of Data");
    assertThat(reply.get("index").asInt()).isEqualTo(1);
    assertThat(other.values("'Copy of Data'!A1")).isEqualTo("[['x']]");
    assertThat(RawSheet.refusal(sheet.post("/sheets/9:copyTo", body))).startsWith("400 ");
  }
}
