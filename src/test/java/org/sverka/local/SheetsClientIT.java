package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.*;
import com.google.api.services.sheets.v4.model.GridRange;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Java client, over HTTP, against the embedded sheet. */
class SheetsClientIT {
  private static final String ID = LocalServerFixture.ID;

  @TempDir Path directory;
  private LocalServerFixture server;
  private Sheets sheets;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    sheets = server.sheets();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private BatchUpdateSpreadsheetResponse batch(Request... requests) throws Exception {
    return sheets
        .spreadsheets()
        .batchUpdate(ID, new BatchUpdateSpreadsheetRequest().setRequests(List.of(requests)))
        .execute();
  }

  private GoogleJsonResponseException refused(Request... requests) {
    return catchThrowableOfType(GoogleJsonResponseException.class, () -> batch(requests));
  }

  private void type(String range, Object... row) throws Exception {
    sheets
        .spreadsheets()
        .values()
        .update(ID, range, new ValueRange().setValues(List.of(List.of(row))))
        .setValueInputOption("USER_ENTERED")
        .execute();
  }

  private List<List<Object>> values(String range) throws Exception {
    return sheets.spreadsheets().values().get(ID, range).execute().getValues();
  }

  private List<List<Object>> unformatted(String range) throws Exception {
    return sheets
        .spreadsheets()
        .values()
        .get(ID, range)
        .setValueRenderOption("UNFORMATTED_VALUE")
        .execute()
        .getValues();
  }

  private static Request text(int row, int column, String... texts) {
    List<CellData> cells =
        Arrays.stream(texts)
            .map(
                text ->
                    new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text)))
            .toList();
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setStart(
                    new GridCoordinate().setSheetId(0).setRowIndex(row).setColumnIndex(column))
                .setRows(List.of(new RowData().setValues(cells)))
                .setFields("userEnteredValue"));
  }

  private static Request tag(int row, int id) {
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest()
                .setDeveloperMetadata(
                    new DeveloperMetadata()
                        .setMetadataId(id)
                        .setMetadataKey("sverka.measure")
                        .setMetadataValue("1." + id)
                        .setVisibility("DOCUMENT")
                        .setLocation(
                            new DeveloperMetadataLocation()
                                .setDimensionRange(rows(row, row + 1)))));
  }

  private static DimensionRange rows(int start, int end) {
    return new DimensionRange()
        .setSheetId(0)
        .setDimension("ROWS")
        .setStartIndex(start)
        .setEndIndex(end);
  }

  private int taggedRow(int id) throws Exception {
    return sheets
        .spreadsheets()
        .developerMetadata()
        .get(ID, id)
        .execute()
        .getLocation()
        .getDimensionRange()
        .getStartIndex();
  }

  @Test
  void defaultSpreadsheet_hasOneEmptyRussianTab() throws Exception {
    Spreadsheet found = sheets.spreadsheets().get(ID).execute();
    assertThat(found.getProperties().getLocale()).isEqualTo("ru_RU");
    assertThat(found.getSheets())
        .singleElement()
        .extracting(s -> s.getProperties().getTitle())
        .isEqualTo("Лист1");
  }

  @Test
  void created_withoutLocale_isAmerican() throws Exception {
    Spreadsheet made =
        sheets
            .spreadsheets()
            .create(new Spreadsheet().setProperties(new SpreadsheetProperties().setTitle("T")))
            .execute();
    assertThat(made.getProperties().getLocale()).isEqualTo("en_US");
    assertThat(made.getSpreadsheetId()).hasSize(44);
  }

  @Test
  void stringValue_withEqualsSign_staysText() throws Exception {
    batch(text(0, 0, "=1+1"));
    assertThat(values("A1")).containsExactly(List.of("=1+1"));
  }

  @Test
  void typedFormula_isKept_andNeverFetched() throws Exception {
    type("A1", "=IMPORTDATA(\"http://127.0.0.1/\")");
    List<List<Object>> formula =
        sheets
            .spreadsheets()
            .values()
            .get(ID, "A1")
            .setValueRenderOption("FORMULA")
            .execute()
            .getValues();
    assertThat(formula).containsExactly(List.of("=IMPORTDATA(\"http://127.0.0.1/\")"));
    assertThat(values("A1")).containsExactly(List.of("#ERROR!"));
  }

  @Test
  void typedInRussian_isReadInRussian() throws Exception {
    type("A1", "31.12.2026", "1,5", "ИСТИНА", "12%", "текст", "1.5.2026");
    assertThat(unformatted("A1:F1"))
        .containsExactly(
            List.of(
                BigDecimal.valueOf(46387),
                new BigDecimal("1.5"),
                true,
                new BigDecimal("0.12"),
                "текст",
                BigDecimal.valueOf(46143)));
    assertThat(values("A1:F1"))
        .containsExactly(List.of("31.12.2026", "1,5", "ИСТИНА", "12%", "текст", "01.05.2026"));
  }

  @Test
  void metadata_movesWithItsRow_onInsertDeleteMove() throws Exception {
    batch(text(0, 0, "head"), text(1, 0, "one"), text(2, 0, "two"), tag(1, 1), tag(2, 2));
    batch(new Request().setInsertDimension(new InsertDimensionRequest().setRange(rows(0, 1))));
    assertThat(taggedRow(1)).isEqualTo(2);
    batch(new Request().setDeleteDimension(new DeleteDimensionRequest().setRange(rows(0, 1))));
    assertThat(taggedRow(1)).isEqualTo(1);
    batch(
        new Request()
            .setMoveDimension(
                new MoveDimensionRequest().setSource(rows(1, 2)).setDestinationIndex(3)));
    assertThat(taggedRow(1)).isEqualTo(2);
    assertThat(values("A1:A3")).containsExactly(List.of("head"), List.of("two"), List.of("one"));
  }

  @Test
  void metadata_staysBehind_onSort() throws Exception {
    batch(text(0, 0, "b"), text(1, 0, "a"), tag(0, 1));
    batch(
        new Request()
            .setSortRange(
                new SortRangeRequest()
                    .setRange(new GridRange().setSheetId(0).setEndRowIndex(2))
                    .setSortSpecs(
                        List.of(new SortSpec().setDimensionIndex(0).setSortOrder("ASCENDING")))));
    assertThat(values("A1:A2")).containsExactly(List.of("a"), List.of("b"));
    assertThat(taggedRow(1)).isZero();
  }

  @Test
  void metadata_isGone_withItsRow() throws Exception {
    batch(text(0, 0, "x"), tag(0, 1));
    batch(new Request().setDeleteDimension(new DeleteDimensionRequest().setRange(rows(0, 1))));
    SearchDeveloperMetadataResponse found =
        sheets
            .spreadsheets()
            .developerMetadata()
            .search(
                ID,
                new SearchDeveloperMetadataRequest()
                    .setDataFilters(
                        List.of(
                            new DataFilter()
                                .setDeveloperMetadataLookup(
                                    new DeveloperMetadataLookup()
                                        .setMetadataKey("sverka.measure")))))
            .execute();
    assertThat(found.getMatchedDeveloperMetadata()).isNull();
  }

  @Test
  void failingRequest_undoesTheBatch_andIsNamed() throws Exception {
    GoogleJsonResponseException problem =
        refused(
            text(0, 0, "x"), new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(99)));
    assertThat(problem.getStatusCode()).isEqualTo(400);
    assertThat(problem.getDetails().getMessage())
        .isEqualTo("Invalid requests[1].deleteSheet: No sheet with id: 99");
    assertThat(values("A1")).isNull();
  }

  @Test
  void unknownToUs_is501() {
    GoogleJsonResponseException problem =
        refused(new Request().setAddChart(new AddChartRequest().setChart(new EmbeddedChart())));
    assertThat(problem.getStatusCode()).isEqualTo(501);
    assertThat(problem.getDetails().get("status")).isEqualTo("UNIMPLEMENTED");
  }

  @Test
  void unknownToGoogle_is400() {
    Request request = new Request();
    request.set("frobnicate", Map.of());
    assertThat(refused(request).getDetails().getMessage())
        .isEqualTo(
            "Invalid JSON payload received. Unknown name \"frobnicate\" at 'requests[0]': Cannot find field.");
  }

  @Test
  void cellTooLong_is400() {
    assertThat(refused(text(0, 0, "x".repeat(50_001))).getDetails().getMessage())
        .isEqualTo(
            "Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.");
  }

  @Test
  void updateCells_answersTheKeyColumn_ofTheSameCommit() throws Exception {
    batch(text(0, 0, "№"), text(1, 0, "1.1"));
    BatchUpdateSpreadsheetResponse answer =
        sheets
            .spreadsheets()
            .batchUpdate(
                ID,
                new BatchUpdateSpreadsheetRequest()
                    .setRequests(List.of(text(1, 2, "ok")))
                    .setIncludeSpreadsheetInResponse(true)
                    .setResponseIncludeGridData(true)
                    .setResponseRanges(List.of("'Лист1'!A:A")))
            .setFields("replies,updatedSpreadsheet.sheets.data.rowData.values.formattedValue")
            .execute();
    List<RowData> rows =
        answer.getUpdatedSpreadsheet().getSheets().get(0).getData().get(0).getRowData();
    assertThat(rows)
        .extracting(row -> row.getValues().get(0).getFormattedValue())
        .containsExactly("№", "1.1");
  }

  @Test
  void getByDataFilter_selectsTheRange_andTheMask() throws Exception {
    batch(text(0, 0, "a", "b"), tag(0, 1));
    Spreadsheet found =
        sheets
            .spreadsheets()
            .getByDataFilter(
                ID,
                new GetSpreadsheetByDataFilterRequest()
                    .setDataFilters(
                        List.of(
                            new DataFilter()
                                .setGridRange(new GridRange().setSheetId(0).setEndColumnIndex(1)))))
            .setFields(
                "sheets(properties.sheetId,data(rowData.values(userEnteredValue),rowMetadata.developerMetadata))")
            .execute();
    GridData data = found.getSheets().get(0).getData().get(0);
    assertThat(data.getRowData())
        .singleElement()
        .extracting(row -> row.getValues().size())
        .isEqualTo(1);
    assertThat(data.getRowMetadata().get(0).getDeveloperMetadata().get(0).getMetadataValue())
        .isEqualTo("1.1");
  }

  @Test
  void restart_keepsEverything() throws Exception {
    batch(text(0, 0, "a", "b"), text(5, 1, "c"), tag(5, 7));
    batch(new Request().setInsertDimension(new InsertDimensionRequest().setRange(rows(2, 4))));
    Spreadsheet before =
        sheets.spreadsheets().get(ID).setIncludeGridData(true).setPrettyPrint(false).execute();
    server.restart();
    Spreadsheet after = server.sheets().spreadsheets().get(ID).setIncludeGridData(true).execute();
    assertThat(after.setSpreadsheetUrl(null)).isEqualTo(before.setSpreadsheetUrl(null));
  }

  @Test
  void drive_tellsVersionAndChanges() throws Exception {
    String token = server.drive().changes().getStartPageToken().execute().getStartPageToken();
    String before =
        server.drive().files().get(ID).setFields("version").execute().get("version").toString();
    batch(text(0, 0, "x"));
    assertThat(server.drive().files().get(ID).setFields("version").execute().get("version"))
        .isNotEqualTo(before);
    assertThat(server.drive().changes().list(token).execute().getChanges())
        .singleElement()
        .extracting(change -> change.getFileId())
        .isEqualTo(ID);
  }
}
