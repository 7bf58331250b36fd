package org.sverka.sync;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.MoveDimensionRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SortRangeRequest;
import com.google.api.services.sheets.v4.model.SortSpec;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What people's hands do to a tab, over HTTP, past Sverka. */
final class Hands {
  private final Sheets sheets;
  private final String spreadsheet;
  private final int sheetId;

  Hands(String rootUrl, String spreadsheet, int sheetId) {
    this.sheets =
        new Sheets.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
            .setRootUrl(rootUrl)
            .setApplicationName("people")
            .build();
    this.spreadsheet = spreadsheet;
    this.sheetId = sheetId;
  }

  void type(int row, int column, String text) {
    enter(row, column, text.isEmpty() ? null : new ExtendedValue().setStringValue(text));
  }

  void enterNumber(int row, int column, double number) {
    enter(row, column, new ExtendedValue().setNumberValue(number));
  }

  void enterFormula(int row, int column, String formula) {
    enter(row, column, new ExtendedValue().setFormulaValue(formula));
  }

  void insertRow(int row) {
    insert("ROWS", row);
  }

  void insertColumn(int column) {
    insert("COLUMNS", column);
  }

  void deleteRow(int row) {
    send(
        new Request()
            .setDeleteDimension(new DeleteDimensionRequest().setRange(line("ROWS", row, row + 1))));
  }

  void deleteColumn(int column) {
    send(
        new Request()
            .setDeleteDimension(
                new DeleteDimensionRequest().setRange(line("COLUMNS", column, column + 1))));
  }

  void moveRow(int from, int to) {
    send(
        new Request()
            .setMoveDimension(
                new MoveDimensionRequest()
                    .setSource(line("ROWS", from, from + 1))
                    .setDestinationIndex(to)));
  }

  /** Sorts all rows under the header. */
  void sort(int headerRow, int rowCount, int columnCount, int by, boolean down) {
    send(
        new Request()
            .setSortRange(
                new SortRangeRequest()
                    .setRange(range(headerRow + 1, rowCount, 0, columnCount))
                    .setSortSpecs(
                        List.of(
                            new SortSpec()
                                .setDimensionIndex(by)
                                .setSortOrder(down ? "DESCENDING" : "ASCENDING")))));
  }

  /** Pastes the cells of a row over another, which has been inserted for that, or has not. */
  void paste(int from, int onto, int columnCount) {
    send(
        new Request()
            .setCopyPaste(
                new CopyPasteRequest()
                    .setSource(range(from, from + 1, 0, columnCount))
                    .setDestination(range(onto, onto + 1, 0, columnCount))
                    .setPasteType("PASTE_VALUES")));
  }

  private void enter(int row, int column, ExtendedValue value) {
    send(
        new Request()
            .setUpdateCells(
                new UpdateCellsRequest()
                    .setStart(
                        new GridCoordinate()
                            .setSheetId(sheetId)
                            .setRowIndex(row)
                            .setColumnIndex(column))
                    .setRows(
                        List.of(
                            new RowData()
                                .setValues(List.of(new CellData().setUserEnteredValue(value)))))
                    .setFields("userEnteredValue")));
  }

  private void insert(String dimension, int index) {
    send(
        new Request()
            .setInsertDimension(
                new InsertDimensionRequest()
                    .setRange(line(dimension, index, index + 1))
                    .setInheritFromBefore(false)));
  }

  private DimensionRange line(String dimension, int start, int end) {
    return new DimensionRange()
        .setSheetId(sheetId)
        .setDimension(dimension)
        .setStartIndex(start)
        .setEndIndex(end);
  }

  private GridRange range(int startRow, int endRow, int startColumn, int endColumn) {
    return new GridRange()
        .setSheetId(sheetId)
        .setStartRowIndex(startRow)
        .setEndRowIndex(endRow)
        .setStartColumnIndex(startColumn)
        .setEndColumnIndex(endColumn);
  }

  private void send(Request request) {
    try {
      sheets
          .spreadsheets()
          .batchUpdate(
              spreadsheet, new BatchUpdateSpreadsheetRequest().setRequests(List.of(request)))
          .execute();
    } catch (GoogleJsonResponseException e) {
      // What the embedded sheet declines people can't do there either; and the row may be gone.
      if (e.getStatusCode() != 501 && e.getStatusCode() != 400) {
        throw new UncheckedIOException(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
