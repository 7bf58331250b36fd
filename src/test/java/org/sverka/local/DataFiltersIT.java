package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.RawSheet.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values by data filter, and metadata by place: as documented for {@code
 * spreadsheets.values.batchUpdateByDataFilter}, {@code DataFilterValueRange}, {@code
 * DeveloperMetadataLookup} and its {@code DeveloperMetadataLocationMatchingStrategy}.
 */
class DataFiltersIT {
  private static final String ROW =
      "'dimensionRange':{'dimension':'ROWS','startIndex':2,'endIndex':3}";
  private static final String COLUMN =
      "'dimensionRange':{'dimension':'COLUMNS','startIndex':1,'endIndex':2}";

  @TempDir Path directory;
  private LocalServerFixture server;
  private RawSheet sheet;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    sheet = RawSheet.create(server, "en_US");
    sheet.batch(tag(1, "'spreadsheet':true"), tag(2, "'sheetId':0"), tag(3, ROW), tag(4, COLUMN));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String tag(int id, String location) {
    return "{'createDeveloperMetadata':{'developerMetadata':{'metadataId':"
        + id
        + ",'metadataKey':'k','visibility':'DOCUMENT','location':{"
        + location
        + "}}}}";
  }

  private static String byId(int id) {
    return "{'developerMetadataLookup':{'metadataId':" + id + "}}";
  }

  @Test
  void values_areWrittenReadAndCleared_byMetadata() throws Exception {
    JsonNode written =
        sheet.ok(
            sheet.post(
                "/values:batchUpdateByDataFilter",
                "{'valueInputOption':'RAW','includeValuesInResponse':true,'data':[{'dataFilter':"
                    + byId(3)
                    + ",'values':[['a',null,'c']]}]}"));
    assertThat(text(written.get("responses")))
        .isEqualTo(
            "[{'updatedRange':'Data!A3:C3','updatedRows':1,'updatedColumns':2,'updatedCells':2,'dataFilter':"
                + byId(3)
                + ",'updatedData':{'range':'Data!A3:C3','majorDimension':'ROWS','values':[['a','','c']]}}]");
    assertThat(written.get("totalUpdatedCells").asInt()).isEqualTo(2);
    String filter = "{'dataFilters':[" + byId(3) + "]}";
    assertThat(
            text(sheet.ok(sheet.post("/values:batchGetByDataFilter", filter)).get("valueRanges")))
        .isEqualTo(
            "[{'valueRange':{'range':'Data!A3:E3','majorDimension':'ROWS','values':[['a','','c']]},"
                + "'dataFilters':["
                + byId(3)
                + "]}]");
    assertThat(
            text(
                sheet
                    .ok(sheet.post("/values:batchClearByDataFilter", filter))
                    .get("clearedRanges")))
        .isEqualTo("['Data!A3:E3']");
    assertThat(sheet.values("A3:E3")).isEmpty();
  }

  @Test
  void values_goToEveryRangeThatTheFilterMeans() throws Exception {
    sheet.ok(
        sheet.post(
            "/values:batchUpdateByDataFilter",
            "{'valueInputOption':'RAW','data':[{'dataFilter':{'developerMetadataLookup':{'metadataKey':'k',"
                + "'metadataLocation':{"
                + ROW
                + "}}},'values':[['x']]}]}"));
    // The sheet, its third row and its second column.
    assertThat(sheet.values("A1:B3")).isEqualTo("[['x','x'],[],['x']]");
  }

  @Test
  void valuesThatDoNotFit_areRefused() throws Exception {
    assertThat(
            RawSheet.refusal(
                sheet.post(
                    "/values:batchUpdateByDataFilter",
                    "{'valueInputOption':'RAW','data':[{'dataFilter':{'a1Range':'B2'},'values':[['a','b']]}]}")))
        .startsWith("400 Requested writing within range");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'metadataLocation':{'dimensionRange':{'dimension':'ROWS','startIndex':2,'endIndex':3}} | 2 3 4",
        "'metadataLocation':{'dimensionRange':{'dimension':'ROWS','startIndex':0,'endIndex':1}} | 2 4",
        "'metadataLocation':{'sheetId':0} | 2 3 4",
        "'metadataLocation':{'spreadsheet':true} | 1",
        "'metadataLocation':{'sheetId':0},'locationMatchingStrategy':'EXACT_LOCATION' | 2",
        "'metadataLocation':{'sheetId':0},'locationType':'ROW' | 3"
      })
  void lookup_byPlace_findsWhatCrossesIt_orLiesThere(String lookup, String ids) throws Exception {
    JsonNode found =
        sheet.ok(
            sheet.post(
                "/developerMetadata:search",
                "{'dataFilters':[{'developerMetadataLookup':{" + lookup + "}}]}"));
    assertThat(found.findValuesAsText("metadataId")).containsExactly(ids.split(" "));
  }

  @Test
  void strategyWithoutPlace_isRefused() throws Exception {
    assertThat(
            RawSheet.refusal(
                sheet.post(
                    "/developerMetadata:search",
                    "{'dataFilters':[{'developerMetadataLookup':{'locationMatchingStrategy':'EXACT_LOCATION'}}]}")))
        .startsWith("400 ");
  }
}
