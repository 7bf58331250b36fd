package org.sverka.google;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.GridData;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.TabChanges;
import org.sverka.sheet.Tag;
import org.sverka.sheet.Written;

/**
 * Writes a list of changes as one batch, whose reply says whether the tab was still as it had been
 * read: key column and header row as they are right after, and what the cells held that were
 * replaced.
 */
final class SheetWriter {
  private static final String WRITTEN =
      "spreadsheetId,updatedSpreadsheet.sheets(properties.sheetId,data(startRow,startColumn,"
          + "rowData.values("
          + CellReader.FIELDS
          + ")))";

  private final SheetsApi api;
  private final Failures failures;
  private final StructureReader structures;
  private final Titles titles;
  private final int scratchId;
  private volatile boolean canCopy = true;
  private volatile boolean copying = true;
  private volatile boolean withJournal = true;

  SheetWriter(SheetsApi api, Failures failures, StructureReader structures, Titles titles) {
    this.api = api;
    this.failures = failures;
    this.structures = structures;
    this.titles = titles;
    this.scratchId = Ids.of(structures.roadmapId(), "scratch");
  }

  /**
   * See {@link org.sverka.sheet.SheetGateway#write}.
   *
   * @param checkpoints ids of those that were last seen on the journal's tab
   */
  Written write(
      int sheetId,
      List<SheetChange> changes,
      int keyColumn,
      int headerRow,
      TabChanges journal,
      List<Integer> checkpoints) {
    String title =
        titles
            .of(sheetId)
            .orElseThrow(
                () -> new SheetException(Words.operator("no-tab", String.valueOf(sheetId)), false));
    boolean replaces = canCopy && copying && changes.stream().anyMatch(ChangeRequests::isCopied);
    Optional<Scratch> scratch = replaces ? Optional.of(scratch()) : Optional.empty();
    List<Request> requests = new ArrayList<>(requests(sheetId, changes, List.of(), scratch));
    List<String> ranges = new ArrayList<>();
    ranges.add(A1.column(title, keyColumn));
    ranges.add(A1.row(title, headerRow));
    scratch.ifPresent(
        used -> {
          requests.add(0, used.preparation());
          ranges.add(used.address());
        });
    boolean journals = !journal.isEmpty() && (withJournal || changes.isEmpty());
    if (journals) {
      requests.addAll(
          requests(journal.sheetId(), journal.changes(), checkpoints, Optional.empty()));
    }
    BatchUpdateSpreadsheetRequest body =
        new BatchUpdateSpreadsheetRequest()
            .setRequests(requests)
            .setIncludeSpreadsheetInResponse(true)
            .setResponseIncludeGridData(true)
            .setResponseRanges(ranges);
    try {
      Spreadsheet updated = updated(api.change(body, WRITTEN));
      List<GridData> blocks = blocks(updated, sheetId, keyColumn, headerRow);
      copying = true;
      withJournal = true;
      List<Cell> copied = scratch.map(used -> used.copied(updated)).orElse(List.of());
      scratch.ifPresent(used -> titles.saw(scratchId, used.title()));
      return new Written(
          column(blocks.get(0)), row(blocks.get(1)), replaced(changes, copied, replaces));
    } catch (SheetException e) {
      // Perhaps a tab was renamed; the next turn reads it anyway.
      titles.doubt(sheetId);
      titles.doubt(scratchId);
      // What can't be copied is written all the same the next time.
      canCopy &= !replaces || !HttpRefusal.isUnknown(e);
      copying = !replaces || !HttpRefusal.names(e, Scratch.REQUESTS);
      withJournal = !journals || !HttpRefusal.isDeclined(e);
      throw e;
    }
  }

  private Scratch scratch() {
    Optional<String> title = titles.of(scratchId);
    String usual = Words.sheet("scratch.title", structures.roadmapId());
    return new Scratch(scratchId, title.orElse(usual), title.isPresent());
  }

  private List<Request> requests(
      int sheetId,
      List<SheetChange> changes,
      List<Integer> checkpoints,
      Optional<Scratch> scratch) {
    boolean tags = changes.stream().anyMatch(SheetWriter::isTag);
    Grid grid = tags ? structures.tags(sheetId) : Grid.unknown(sheetId);
    Set<Integer> taken = grid.metadataIds();
    TagBook rows = book(Areas.ROWS, Tag.ROW, grid, grid.rowMetadata(), taken);
    TagBook columns = book(Areas.COLUMNS, Tag.COLUMN, grid, grid.columnMetadata(), taken);
    return new ChangeRequests(sheetId, rows, columns, checkpoints, scratch).of(changes);
  }

  private TagBook book(
      String dimension,
      String key,
      Grid grid,
      List<DimensionProperties> lines,
      Set<Integer> taken) {
    return new TagBook(grid.sheetId(), dimension, key, structures.roadmapId(), lines, taken);
  }

  private static boolean isTag(SheetChange change) {
    return change instanceof SheetChange.TagRow || change instanceof SheetChange.TagColumn;
  }

  private Spreadsheet updated(BatchUpdateSpreadsheetResponse answer) {
    Spreadsheet updated = answer.getUpdatedSpreadsheet();
    return updated == null ? new Spreadsheet() : updated;
  }

  /** The key column and the header row, in the order in which they were asked for. */
  private List<GridData> blocks(Spreadsheet updated, int sheetId, int keyColumn, int headerRow) {
    List<GridData> blocks =
        GridReader.find(updated, sheetId).map(Sheet::getData).map(Absent::list).orElse(List.of());
    boolean both =
        blocks.size() == 2
            && starts(blocks.get(0), 0, keyColumn)
            && starts(blocks.get(1), headerRow, 0);
    if (!both) {
      throw failures.unusable(Words.operator("no-key-column"));
    }
    return blocks;
  }

  private static boolean starts(GridData block, int row, int column) {
    return Absent.number(block.getStartRow()) == row
        && Absent.number(block.getStartColumn()) == column;
  }

  private static List<String> column(GridData block) {
    return Absent.list(block.getRowData()).stream()
        .map(row -> GridReader.cells(row).stream().findFirst().orElse(Cell.EMPTY).text())
        .toList();
  }

  private static List<String> row(GridData block) {
    return Absent.list(block.getRowData()).stream()
        .limit(1)
        .flatMap(row -> GridReader.cells(row).stream())
        .map(Cell::text)
        .toList();
  }

  /** For what was not copied it has to be believed that it was as seen. */
  private static List<Cell> replaced(
      List<SheetChange> changes, List<Cell> copied, boolean wereCopied) {
    Iterator<Cell> next = copied.iterator();
    return changes.stream()
        .filter(SheetChange.Replace.class::isInstance)
        .map(SheetChange.Replace.class::cast)
        .map(
            replace ->
                wereCopied && ChangeRequests.isCopied(replace) ? next.next() : replace.seen())
        .toList();
  }
}
