package org.sverka.google;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.RowData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A tab's content, known to be whole.
 *
 * @param rowMetadata as many as there are rows
 * @param columnMetadata as many as there are columns
 * @param rowData may be shorter than the grid: empty rows at its end are not sent
 */
record Grid(
    int sheetId,
    String title,
    int rowCount,
    int columnCount,
    List<DimensionProperties> rowMetadata,
    List<DimensionProperties> columnMetadata,
    List<RowData> rowData) {
  /** The cells of a row, from the left; what is not there is empty. */
  List<CellData> cells(int row) {
    return row < rowData.size() ? Absent.list(rowData.get(row).getValues()) : List.of();
  }

  /** A tab of which nothing but the id is known or needed. */
  static Grid unknown(int sheetId) {
    return new Grid(sheetId, "", 0, 0, List.of(), List.of(), List.of());
  }

  /** The value of the metadata with that key; the first, should there be several. */
  static String tag(DimensionProperties line, String key) {
    return Absent.list(line.getDeveloperMetadata()).stream()
        .filter(one -> key.equals(one.getMetadataKey()))
        .map(one -> Absent.text(one.getMetadataValue()))
        .findFirst()
        .orElse("");
  }

  /** The ids of all metadata on rows and columns. */
  Set<Integer> metadataIds() {
    Set<Integer> ids = new HashSet<>();
    Stream.concat(rowMetadata.stream(), columnMetadata.stream())
        .flatMap(line -> Absent.list(line.getDeveloperMetadata()).stream())
        .forEach(tag -> ids.add(Absent.number(tag.getMetadataId())));
    return ids;
  }
}
