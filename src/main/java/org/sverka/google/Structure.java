package org.sverka.google;

import com.google.api.services.sheets.v4.model.ConditionalFormatRule;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.ProtectedRange;
import com.google.api.services.sheets.v4.model.Sheet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.Tag;

/**
 * How the tab stands, as far as provisioning has to know it.
 *
 * @param origin whether there is a tab to keep
 * @param sheet what the server said of it; of a tab that is not there only id and title
 * @param grid its content; of a tab that is not there the empty one
 */
record Structure(Origin origin, Sheet sheet, Grid grid, Layout layout) {
  /** Where the tab comes from. */
  enum Origin {
    /** There is none. */
    ABSENT,
    /** There is an empty one that has never been ours; it may be had. */
    BLANK,
    /** It has content, or has had it. */
    STANDING
  }

  int sheetId() {
    return grid.sheetId();
  }

  /** Whether the whole content has to be written. */
  boolean isNew() {
    return origin != Origin.STANDING;
  }

  /** Whether the tab itself has to be made. */
  boolean isAbsent() {
    return origin == Origin.ABSENT;
  }

  /** The physical place of a column, by its tag, else by its header; of a new tab the intended. */
  OptionalInt place(Column column) {
    if (isNew()) {
      return OptionalInt.of(layout.indexOf(column.key()));
    }
    OptionalInt tagged =
        IntStream.range(0, grid.columnMetadata().size())
            .filter(i -> columnTag(i).equals(column.key()))
            .findFirst();
    return tagged.isPresent() ? tagged : headed(column);
  }

  /** The place of an untagged column that has the header; of several none, lest it be guessed. */
  OptionalInt headed(Column column) {
    List<String> headers =
        grid.cells(0).stream().map(cell -> CellReader.read(cell).text().strip()).toList();
    int[] places =
        IntStream.range(0, headers.size())
            .filter(i -> headers.get(i).equals(column.header()))
            .filter(i -> i >= grid.columnMetadata().size() || columnTag(i).isEmpty())
            .toArray();
    return places.length == 1 ? OptionalInt.of(places[0]) : OptionalInt.empty();
  }

  /**
   * The rows that offer something to choose: those with a tag; in the journal, whose rows have
   * none, those with a number.
   */
  IntStream offering() {
    OptionalInt key = place(layout.column(Layout.NUMBER));
    boolean tagged = layout.column(Layout.NUMBER).kind() == Column.Kind.CANONICAL;
    return tagged
        ? taggedRows()
        : IntStream.range(1, grid.rowData().size())
            .filter(row -> key.isPresent() && key.getAsInt() < grid.cells(row).size())
            .filter(row -> !CellReader.read(grid.cells(row).get(key.getAsInt())).isEmpty());
  }

  /** The rows, but the header, that Sverka knows by a tag. */
  IntStream taggedRows() {
    return IntStream.range(1, grid.rowMetadata().size()).filter(i -> !rowTag(i).isEmpty());
  }

  /** The rows of sections; of a new tab those that it will have. */
  List<Integer> headings(List<NewRow> rowsIfNew) {
    return isNew()
        ? IntStream.rangeClosed(1, rowsIfNew.size())
            .filter(row -> Requests.isHeading(rowsIfNew.get(row - 1).tag()))
            .boxed()
            .toList()
        : taggedRows().filter(row -> Requests.isHeading(rowTag(row))).boxed().toList();
  }

  String rowTag(int row) {
    return Grid.tag(grid.rowMetadata().get(row), Tag.ROW);
  }

  String columnTag(int column) {
    return Grid.tag(grid.columnMetadata().get(column), Tag.COLUMN);
  }

  /** Whether the tab itself bears metadata with that key and value. */
  boolean bears(String key, String value) {
    return bears(sheet, key, value);
  }

  static boolean bears(Sheet sheet, String key, String value) {
    return Absent.list(sheet.getDeveloperMetadata()).stream()
        .anyMatch(one -> key.equals(one.getMetadataKey()) && value.equals(one.getMetadataValue()));
  }

  boolean isProtected(int protectedRangeId) {
    return Absent.list(sheet.getProtectedRanges()).stream()
        .map(ProtectedRange::getProtectedRangeId)
        .anyMatch(Integer.valueOf(protectedRangeId)::equals);
  }

  /** The conditional formats, in their order. */
  List<ConditionalFormatRule> rules() {
    return Absent.list(sheet.getConditionalFormats());
  }

  /** How far down there is anything that Sverka has to do with, counted from 1. */
  int lastRow() {
    return Math.max(grid.rowData().size(), taggedRows().max().orElse(0) + 1);
  }

  /** The ids of all metadata in the tab. */
  Set<Integer> metadataIds() {
    Set<Integer> ids = grid.metadataIds();
    Absent.list(sheet.getDeveloperMetadata()).stream()
        .map(DeveloperMetadata::getMetadataId)
        .map(Absent::number)
        .forEach(ids::add);
    return ids;
  }
}
