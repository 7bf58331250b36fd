package org.sverka.google;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeleteProtectedRangeRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.ProtectedRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Somebody else who changes the spreadsheet, past the gateway. */
final class Person {
  private final Sheets sheets;

  Person(String rootUrl) {
    sheets =
        new Sheets.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
            .setRootUrl(rootUrl)
            .setApplicationName("person")
            .build();
  }

  List<String> titles() {
    return tabs().stream().map(tab -> tab.getProperties().getTitle()).toList();
  }

  List<Integer> sheetIds() {
    return tabs().stream().map(tab -> tab.getProperties().getSheetId()).toList();
  }

  List<ProtectedRange> protectedRanges(int sheetId) {
    return tabs().stream()
        .filter(tab -> tab.getProperties().getSheetId() == sheetId)
        .flatMap(tab -> tab.getProtectedRanges().stream())
        .toList();
  }

  void type(int sheetId, int row, int column, String text) {
    send(Requests.cells(sheetId, row, column, List.of(List.of(Requests.text(text)))));
  }

  void enterFormula(int sheetId, int row, int column, String formula) {
    CellData cell =
        new CellData().setUserEnteredValue(new ExtendedValue().setFormulaValue(formula));
    send(Requests.cells(sheetId, row, column, List.of(List.of(cell))));
  }

  void insertRow(int sheetId, int row) {
    send(
        new Request()
            .setInsertDimension(
                new InsertDimensionRequest()
                    .setRange(Areas.line(sheetId, Areas.ROWS, row))
                    .setInheritFromBefore(false)));
  }

  void insertColumn(int sheetId, int column) {
    send(
        new Request()
            .setInsertDimension(
                new InsertDimensionRequest()
                    .setRange(Areas.line(sheetId, Areas.COLUMNS, column))
                    .setInheritFromBefore(false)));
  }

  void clear(int sheetId) {
    send(
        new Request()
            .setUpdateCells(
                new UpdateCellsRequest()
                    .setRange(new GridRange().setSheetId(sheetId))
                    .setFields("userEnteredValue")));
  }

  void rename(int sheetId, String title) {
    send(
        new Request()
            .setUpdateSheetProperties(
                new UpdateSheetPropertiesRequest()
                    .setProperties(new SheetProperties().setSheetId(sheetId).setTitle(title))
                    .setFields("title")));
  }

  void addTab(String title) {
    send(
        new Request()
            .setAddSheet(
                new AddSheetRequest().setProperties(new SheetProperties().setTitle(title))));
  }

  void tag(int sheetId, String key, String value) {
    DeveloperMetadata tag =
        new DeveloperMetadata()
            .setMetadataKey(key)
            .setMetadataValue(value)
            .setVisibility("DOCUMENT")
            .setLocation(new DeveloperMetadataLocation().setSheetId(sheetId));
    send(
        new Request()
            .setCreateDeveloperMetadata(
                new CreateDeveloperMetadataRequest().setDeveloperMetadata(tag)));
  }

  void deleteTab(int sheetId) {
    send(new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(sheetId)));
  }

  void unprotect(int sheetId) {
    int id = protectedRanges(sheetId).get(0).getProtectedRangeId();
    send(
        new Request()
            .setDeleteProtectedRange(new DeleteProtectedRangeRequest().setProtectedRangeId(id)));
  }

  private List<Sheet> tabs() {
    try {
      return sheets.spreadsheets().get(Fixture.SPREADSHEET).execute().getSheets();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that the mask names of one tab. */
  Sheet sheet(int sheetId, String fields) {
    try {
      return sheets
          .spreadsheets()
          .get(Fixture.SPREADSHEET)
          .setFields("sheets(properties.sheetId," + fields + ")")
          .execute()
          .getSheets()
          .stream()
          .filter(tab -> tab.getProperties().getSheetId() == sheetId)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(Request request) {
    try {
      sheets
          .spreadsheets()
          .batchUpdate(
              Fixture.SPREADSHEET,
              new BatchUpdateSpreadsheetRequest().setRequests(List.of(request)))
          .execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
