package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests on ranges, named ranges, groups, filters and bands, as clients write them. The shapes
 * are those of gspread's recordings (define_named_range, group_rows, basic_filters, copy_cut_range,
 * batch_update, clear_tab_color) and of Google's discovery document.
 */
class RequestKindsIT {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;
  private LocalServerFixture server;
  private String id;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    id = ask("POST", "v4/spreadsheets", "{}").path("spreadsheetId").asText();
    write("A1:C3", "[[\"a\",\"b\",\"c\"],[\"1\",\"2\",\"3\"],[\"4\",\"5\",\"6\"]]");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return server.send(method, path, body.replace('\'', '"'), "Content-Type", "application/json");
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode batch(String request) throws Exception {
    return ask("POST", "v4/spreadsheets/" + id + ":batchUpdate", "{'requests':[" + request + "]}")
        .path("replies")
        .get(0);
  }

  private int refused(String request) throws Exception {
    return send("POST", "v4/spreadsheets/" + id + ":batchUpdate", "{'requests':[" + request + "]}")
        .statusCode();
  }

  private void write(String range, String values) throws Exception {
    JsonNode answer =
        ask(
            "PUT",
            "v4/spreadsheets/" + id + "/values/" + range + "?valueInputOption=USER_ENTERED",
            "{\"values\":" + values + "}");
    assertThat(answer.path("updatedRange").asText()).isNotEmpty();
  }

  private String values(String range) throws Exception {
    String encoded = URLEncoder.encode(range, StandardCharsets.UTF_8);
    return ask("GET", "v4/spreadsheets/" + id + "/values/" + encoded, "").path("values").toString();
  }

  private JsonNode sheet(String fields) throws Exception {
    return ask("GET", "v4/spreadsheets/" + id + "?fields=sheets(" + fields + ")", "")
        .path("sheets")
        .get(0);
  }

  @Test
  void namedRange_isReadByItsNameAndFollowsItsCells() throws Exception {
    JsonNode made =
        batch(
            "{'addNamedRange':{'namedRange':{'name':'Итоги','range':{'startRowIndex':1,"
                + "'endRowIndex':3,'startColumnIndex':0,'endColumnIndex':2}}}}");
    assertThat(made.path("addNamedRange").path("namedRange").path("namedRangeId").asText())
        .isNotEmpty();
    batch(
        "{'insertDimension':{'range':{'sheetId':0,'dimension':'ROWS','startIndex':0,'endIndex':1}}}");
    assertThat(values("Итоги")).isEqualTo("[[\"1\",\"2\"],[\"4\",\"5\"]]");
  }

  @Test
  void namedRangeWithTakenName_isRefused() throws Exception {
    String request = "{'addNamedRange':{'namedRange':{'name':'Итоги','range':{'endRowIndex':1}}}}";
    batch(request);
    assertThat(refused(request)).isEqualTo(400);
  }

  @Test
  void group_isToldInTheTabAndGoneWhenDeleted() throws Exception {
    String range = "{'range':{'sheetId':0,'dimension':'ROWS','startIndex':1,'endIndex':3}}";
    batch("{'addDimensionGroup':" + range + "}");
    assertThat(sheet("rowGroups").path("rowGroups").get(0).path("depth").asInt()).isEqualTo(1);
    batch("{'deleteDimensionGroup':" + range + "}");
    assertThat(sheet("rowGroups").path("rowGroups")).isEmpty();
  }

  @Test
  void basicFilter_isKeptAndCleared() throws Exception {
    batch(
        "{'setBasicFilter':{'filter':{'range':{'sheetId':0,'endRowIndex':3,'endColumnIndex':3}}}}");
    assertThat(sheet("basicFilter").path("basicFilter").path("range").path("endRowIndex").asInt())
        .isEqualTo(3);
    batch("{'clearBasicFilter':{'sheetId':0}}");
    assertThat(sheet("basicFilter").has("basicFilter")).isFalse();
  }

  @Test
  void copyPaste_repeatsTheSourceOverTheDestination() throws Exception {
    batch(
        "{'copyPaste':{'source':{'sheetId':0,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,"
            + "'endColumnIndex':2},'destination':{'sheetId':0,'startRowIndex':4,'endRowIndex':6,"
            + "'startColumnIndex':0,'endColumnIndex':2},'pasteType':'PASTE_NORMAL'}}");
    assertThat(values("A5:B6")).isEqualTo("[[\"a\",\"b\"],[\"a\",\"b\"]]");
  }

  @Test
  void cutPaste_movesTheSource() throws Exception {
    batch(
        "{'cutPaste':{'source':{'sheetId':0,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,"
            + "'endColumnIndex':2},'destination':{'sheetId':0,'rowIndex':4,'columnIndex':1},"
            + "'pasteType':'PASTE_NORMAL'}}");
    assertThat(values("A1:C5"))
        .isEqualTo(
            "[[\"\",\"\",\"c\"],[\"1\",\"2\",\"3\"],[\"4\",\"5\",\"6\"],[],[\"\",\"a\",\"b\"]]");
  }

  @Test
  void duplicatedTab_hasTheContentUnderTheAskedNameAndId() throws Exception {
    JsonNode made =
        batch(
            "{'duplicateSheet':{'sourceSheetId':0,'insertSheetIndex':1,'newSheetId':77,'newSheetName':'Копия'}}");
    assertThat(made.path("duplicateSheet").path("properties").path("sheetId").asInt())
        .isEqualTo(77);
    assertThat(values("Копия!A1:B1")).isEqualTo("[[\"a\",\"b\"]]");
  }

  @Test
  void tabCopiedToAnotherSpreadsheet_isNamedAsACopy() throws Exception {
    String other = ask("POST", "v4/spreadsheets", "{}").path("spreadsheetId").asText();
    JsonNode made =
        ask(
            "POST",
            "v4/spreadsheets/" + id + "/sheets/0:copyTo",
            "{'destinationSpreadsheetId':'" + other + "'}");
    assertThat(made.path("title").asText()).isEqualTo("Copy of Sheet1");
  }

  @Test
  void findReplace_countsWhatItChanged() throws Exception {
    JsonNode reply =
        batch("{'findReplace':{'find':'a','replacement':'я','allSheets':true}}")
            .path("findReplace");
    assertThat(reply.path("occurrencesChanged").asInt()).isEqualTo(1);
    assertThat(values("A1")).isEqualTo("[[\"я\"]]");
  }

  @Test
  void trimWhitespace_countsTheCells() throws Exception {
    write("E1:E2", "[[\"  x  y \"],[\"z\"]]");
    JsonNode reply =
        batch("{'trimWhitespace':{'range':{'sheetId':0,'startColumnIndex':4,'endColumnIndex':5}}}");
    assertThat(reply.path("trimWhitespace").path("cellsChangedCount").asInt()).isEqualTo(1);
    assertThat(values("E1")).isEqualTo("[[\"x y\"]]");
  }

  @Test
  void deleteDuplicates_keepsTheFirst() throws Exception {
    write("A4:C4", "[[\"1\",\"2\",\"3\"]]");
    JsonNode reply =
        batch(
            "{'deleteDuplicates':{'range':{'sheetId':0,'endRowIndex':4,'startColumnIndex':0,"
                + "'endColumnIndex':3}}}");
    assertThat(reply.path("deleteDuplicates").path("duplicatesRemovedCount").asInt()).isEqualTo(1);
    assertThat(values("A1:C4"))
        .isEqualTo("[[\"a\",\"b\",\"c\"],[\"1\",\"2\",\"3\"],[\"4\",\"5\",\"6\"]]");
  }

  @Test
  void insertedAndDeletedRange_shiftTheCellsBeside() throws Exception {
    String range =
        "'range':{'sheetId':0,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,"
            + "'endColumnIndex':1},'shiftDimension':'ROWS'";
    batch("{'insertRange':{" + range + "}}");
    assertThat(values("A1:B2")).isEqualTo("[[\"\",\"b\"],[\"a\",\"2\"]]");
    batch("{'deleteRange':{" + range + "}}");
    assertThat(values("A1:B2")).isEqualTo("[[\"a\",\"b\"],[\"1\",\"2\"]]");
  }

  @Test
  void bands_areKeptUnderTheirId() throws Exception {
    JsonNode made =
        batch(
            "{'addBanding':{'bandedRange':{'bandedRangeId':5,'range':{'sheetId':0,'endRowIndex':3},"
                + "'rowProperties':{'firstBandColor':{'red':1},'secondBandColor':{'green':1}}}}}");
    assertThat(made.path("addBanding").path("bandedRange").path("bandedRangeId").asInt())
        .isEqualTo(5);
    batch("{'deleteBanding':{'bandedRangeId':5}}");
    assertThat(sheet("bandedRanges").path("bandedRanges")).isEmpty();
  }

  @Test
  void valuesByDataFilter_areThoseOfTheRowWithTheTag() throws Exception {
    batch(
        "{'createDeveloperMetadata':{'developerMetadata':{'metadataKey':'k','metadataValue':'v',"
            + "'visibility':'DOCUMENT','location':{'dimensionRange':{'sheetId':0,'dimension':'ROWS',"
            + "'startIndex':1,'endIndex':2}}}}}");
    String filter = "{'developerMetadataLookup':{'metadataKey':'k'}}";
    JsonNode read =
        ask(
            "POST",
            "v4/spreadsheets/" + id + "/values:batchGetByDataFilter",
            "{'dataFilters':[" + filter + "]}");
    assertThat(read.path("valueRanges").get(0).path("valueRange").path("values").toString())
        .isEqualTo("[[\"1\",\"2\",\"3\"]]");
    JsonNode written =
        ask(
            "POST",
            "v4/spreadsheets/" + id + "/values:batchUpdateByDataFilter",
            "{'valueInputOption':'RAW','data':[{'dataFilter':"
                + filter
                + ",'values':[[null,'x']]}]}");
    assertThat(written.path("totalUpdatedCells").asInt()).isEqualTo(1);
    assertThat(values("A2:C2")).isEqualTo("[[\"1\",\"x\",\"3\"]]");
  }

  @Test
  void columnsOfTwoBlocks_areCountedOnce() throws Exception {
    JsonNode answer =
        ask(
            "POST",
            "v4/spreadsheets/" + id + "/values:batchUpdate",
            "{'valueInputOption':'RAW','data':[{'range':'A1:D1','values':[[1,2,3,4]]},"
                + "{'range':'A4:D4','values':[[1,2,3,4]]}]}");
    assertThat(answer.path("totalUpdatedColumns").asInt()).isEqualTo(4);
    assertThat(answer.path("totalUpdatedCells").asInt()).isEqualTo(8);
  }

  @Test
  void kindThatIsNotKnown_isDeclined() throws Exception {
    assertThat(refused("{'randomizeRange':{'range':{'sheetId':0}}}")).isEqualTo(501);
    assertThat(refused("{'autoResizeDimensions':{'dimensions':{'sheetId':0,'dimension':'ROWS'}}}"))
        .isEqualTo(501);
  }
}
