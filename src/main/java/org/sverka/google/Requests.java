package org.sverka.google;

import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DataValidationRule;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Link;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SetDataValidationRequest;
import com.google.api.services.sheets.v4.model.TextFormat;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import java.util.List;
import org.sverka.sheet.Cell;

/** The parts of a batch that several writers need. */
final class Requests {
  /**
   * Every Google Cloud project may see the metadata. With {@code PROJECT}, credentials of another
   * project would not see the tags of the former one, and their ids, which are always the same,
   * would collide with tags that nobody can see or delete. A tag holds nothing secret.
   */
  private static final String VISIBILITY = "DOCUMENT";

  private Requests() {}

  /** Puts values into neighbouring cells of some rows, from the given cell on. */
  static Request cells(int sheetId, int row, int column, List<List<CellData>> rows) {
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setStart(
                    new GridCoordinate()
                        .setSheetId(sheetId)
                        .setRowIndex(row)
                        .setColumnIndex(column))
                .setRows(rows.stream().map(cells -> new RowData().setValues(cells)).toList())
                .setFields("userEnteredValue"));
  }

  /** Makes the whole of a cell a link, or no link. */
  static Request link(int sheetId, int row, int column, String uri) {
    CellData cell = new CellData();
    if (!uri.isEmpty()) {
      cell.setUserEnteredFormat(
          new CellFormat().setTextFormat(new TextFormat().setLink(new Link().setUri(uri))));
    }
    Request request = cells(sheetId, row, column, List.of(List.of(cell)));
    request.getUpdateCells().setFields("userEnteredFormat.textFormat.link");
    return request;
  }

  /** Deletes rows. */
  static Request deletion(int sheetId, int row, int count) {
    return new Request()
        .setDeleteDimension(
            new DeleteDimensionRequest()
                .setRange(Areas.line(sheetId, Areas.ROWS, row).setEndIndex(row + count)));
  }

  /**
   * A text, never parsed as a formula. The empty text is an empty object, which clears the cell: a
   * null in the list would be dropped by Google's client and shift the cells after it.
   */
  static CellData text(String text) {
    return text.isEmpty()
        ? new CellData()
        : new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text));
  }

  static CellData number(double number) {
    return new CellData().setUserEnteredValue(new ExtendedValue().setNumberValue(number));
  }

  /** A cell as it was; of a formula or an error only the words. */
  static CellData cell(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER -> number(Double.parseDouble(cell.text()));
      case BOOLEAN ->
          new CellData()
              .setUserEnteredValue(new ExtendedValue().setBoolValue(cell.text().equals("TRUE")));
      case EMPTY, TEXT, FORMULA, ERROR -> text(cell.text());
    };
  }

  /** A number as a number, anything else as the text that it reads. */
  static CellData words(Cell cell) {
    return cell.kind() == Cell.Kind.NUMBER ? cell(cell) : text(cell.text());
  }

  static Request format(GridRange range, CellFormat format, String fields) {
    return new Request()
        .setRepeatCell(
            new RepeatCellRequest()
                .setRange(range)
                .setCell(new CellData().setUserEnteredFormat(format))
                .setFields(fields));
  }

  /** Makes a row's text bold or not; headings are. */
  static Request bold(int sheetId, int row, boolean bold) {
    return format(
        Areas.row(sheetId, row),
        new CellFormat().setTextFormat(new TextFormat().setBold(bold)),
        "userEnteredFormat.textFormat.bold");
  }

  /** A rule that helps with typing and refuses nothing: what is wrong is judged by Sverka. */
  static Request validation(GridRange range, BooleanCondition condition, String help) {
    return new Request()
        .setSetDataValidation(
            new SetDataValidationRequest()
                .setRange(range)
                .setRule(
                    new DataValidationRule()
                        .setCondition(condition)
                        .setInputMessage(help)
                        .setStrict(false)
                        .setShowCustomUi(true)));
  }

  /** Takes the rule from one cell. */
  static Request noValidation(int sheetId, int row, int column) {
    GridRange cell = Areas.column(sheetId, column).setStartRowIndex(row).setEndRowIndex(row + 1);
    return new Request().setSetDataValidation(new SetDataValidationRequest().setRange(cell));
  }

  static Request metadata(int id, String key, String value, DeveloperMetadataLocation location) {
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest()
                .setDeveloperMetadata(
                    new DeveloperMetadata()
                        .setMetadataId(id)
                        .setMetadataKey(key)
                        .setMetadataValue(value)
                        .setVisibility(VISIBILITY)
                        .setLocation(location)));
  }

  /** Metadata on a tab, with an id of its own for each value. */
  static Request mark(int sheetId, String key, String value) {
    return metadata(
        Ids.of(key, value), key, value, new DeveloperMetadataLocation().setSheetId(sheetId));
  }

  static DeveloperMetadataLocation at(int sheetId, String dimension, int index) {
    return new DeveloperMetadataLocation().setDimensionRange(Areas.line(sheetId, dimension, index));
  }

  /** Whether a row with that tag is the header or a section's heading: measures have a dot. */
  static boolean isHeading(String rowTag) {
    return !rowTag.isEmpty() && !rowTag.contains(".");
  }
}
