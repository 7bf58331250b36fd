package org.sverka.google;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import java.util.List;
import java.util.Optional;
import org.sverka.google.LiveCheck.Connection;
import org.sverka.sheet.SheetException;

/** A spreadsheet in which things may be tried out. */
record LiveScratch(Connection to) {
  /** Makes a tab of twelve rows and four columns. */
  void addTab(int sheetId, String title) {
    change(
        new Request()
            .setAddSheet(
                new AddSheetRequest()
                    .setProperties(
                        new SheetProperties()
                            .setSheetId(sheetId)
                            .setTitle(title)
                            .setGridProperties(
                                new GridProperties().setRowCount(12).setColumnCount(4)))));
  }

  void deleteTab(int sheetId) {
    change(new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(sheetId)));
  }

  void change(Request... requests) {
    to.sheets()
        .change(
            new BatchUpdateSpreadsheetRequest().setRequests(List.of(requests)), "spreadsheetId");
  }

  /** Puts texts one under the other. */
  void fill(int sheetId, int row, String... texts) {
    change(
        Requests.cells(
            sheetId,
            row,
            0,
            List.of(texts).stream().map(text -> List.of(Requests.text(text))).toList()));
  }

  /** What a bad request was answered with; empty if it was carried out. */
  Optional<SheetException> refusal(Runnable request) {
    try {
      request.run();
      return Optional.empty();
    } catch (SheetException e) {
      if (HttpRefusal.isBadRequest(e)) {
        return Optional.of(e);
      }
      throw e;
    }
  }

  /** The tab's rows, columns and cells with all their metadata. */
  Grid grid(int sheetId) {
    return GridReader.find(to.sheets().tab(sheetId, StructureReader.DETAILS), sheetId)
        .map(new GridReader(to.failures())::read)
        .orElseThrow(() -> LiveReport.notOk("tab-none"));
  }

  /** The text in the first column of a row. */
  String text(int sheetId, int row) {
    List<CellData> cells = grid(sheetId).cells(row);
    return cells.isEmpty() ? "" : CellReader.read(cells.get(0)).text();
  }
}
