package org.sverka.google;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;

/**
 * The sheet behind Google's API. Safe for several threads. All it remembers is the last snapshot,
 * the title under which a tab was last seen, for the one request that has to name it, and which tab
 * to link to.
 */
final class GoogleSheetGateway implements SheetGateway {
  private static final Logger log = LoggerFactory.getLogger(GoogleSheetGateway.class);
  private static final String WRITTEN =
      "spreadsheetId,updatedSpreadsheet.sheets(properties.sheetId,data(startRow,startColumn,"
          + "rowData.values("
          + CellReader.FIELDS
          + ")))";

  private final SheetsApi api;
  private final Failures failures;
  private final StructureReader structures;
  private final Provisioning provisioning;
  private final SheetLink link;
  private final SnapshotReader snapshots;
  private final Map<Integer, String> titles = new ConcurrentHashMap<>();
  private volatile String opened;

  GoogleSheetGateway(
      SheetsApi api,
      Failures failures,
      StructureReader structures,
      Provisioning provisioning,
      SheetLink link) {
    this.api = api;
    this.failures = failures;
    this.structures = structures;
    this.provisioning = provisioning;
    this.link = link;
    this.snapshots = new SnapshotReader(failures);
    this.opened = link.spreadsheet();
  }

  @Override
  public Optional<Snapshot> read(int sheetId) {
    Optional<Snapshot> snapshot;
    try {
      snapshot = api.tab(sheetId, SnapshotReader.FIELDS, answer -> snapshots.read(answer, sheetId));
    } catch (SheetException e) {
      if (!HttpRefusal.isBadRequest(e)) {
        throw e;
      }
      // How Google words it that a tab is gone is not known. So the question is put again in a way
      // that does not depend on the tab; if that fails as well, it throws and says why.
      return absentOr(sheetId, e);
    }
    if (snapshot.isEmpty()) {
      return absentOr(
          sheetId, failures.unusable(Words.operator("contradiction", String.valueOf(sheetId))));
    }
    titles.put(sheetId, snapshot.get().title());
    opened = link.opened(sheetId);
    return snapshot;
  }

  @Override
  public Optional<Integer> find() {
    Optional<Sheet> ours = structures.ours(structures.tabs());
    return ours.map(sheet -> Absent.number(sheet.getProperties().getSheetId()));
  }

  @Override
  public int provision(int sheetId, List<NewRow> rowsIfNew) {
    Structure structure = structures.read(sheetId);
    List<Request> missing = provisioning.missing(structure, rowsIfNew);
    if (!missing.isEmpty()) {
      BatchUpdateSpreadsheetRequest body = new BatchUpdateSpreadsheetRequest().setRequests(missing);
      api.change(body, "spreadsheetId");
      log.atInfo()
          .addKeyValue("sheetId", structure.sheetId())
          .addKeyValue("tab", structure.origin())
          .addKeyValue("requests", missing.size())
          .log("Gave the tab what it lacked");
    }
    return structure.sheetId();
  }

  @Override
  public List<String> write(int sheetId, List<SheetChange> changes, int keyColumn) {
    if (changes.isEmpty()) {
      return keys(sheetId, keyColumn);
    }
    BatchUpdateSpreadsheetRequest body =
        new BatchUpdateSpreadsheetRequest()
            .setRequests(requests(sheetId, changes))
            .setIncludeSpreadsheetInResponse(true)
            .setResponseIncludeGridData(true)
            .setResponseRanges(List.of(A1.column(title(sheetId), keyColumn)));
    try {
      return keys(api.change(body, WRITTEN), sheetId, keyColumn);
    } catch (SheetException e) {
      // Perhaps the tab was renamed; the next turn reads it anyway.
      titles.remove(sheetId);
      throw e;
    }
  }

  @Override
  public String link() {
    return opened;
  }

  private Optional<Snapshot> absentOr(int sheetId, SheetException otherwise) {
    boolean listed =
        structures.tabs().stream()
            .anyMatch(tab -> Integer.valueOf(sheetId).equals(tab.getProperties().getSheetId()));
    if (listed) {
      throw otherwise;
    }
    return Optional.empty();
  }

  private List<Request> requests(int sheetId, List<SheetChange> changes) {
    boolean tags = changes.stream().anyMatch(GoogleSheetGateway::isTag);
    Grid grid = tags ? structures.tags(sheetId) : Grid.unknown(sheetId);
    Set<Integer> taken = grid.metadataIds();
    TagBook rows = book(Areas.ROWS, Tag.ROW, grid, grid.rowMetadata(), taken);
    TagBook columns = book(Areas.COLUMNS, Tag.COLUMN, grid, grid.columnMetadata(), taken);
    return new ChangeRequests(sheetId, rows, columns).of(changes);
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

  private String title(int sheetId) {
    String known = titles.get(sheetId);
    if (known != null) {
      return known;
    }
    return structures.tabs().stream()
        .map(Sheet::getProperties)
        .filter(tab -> Integer.valueOf(sheetId).equals(tab.getSheetId()))
        .map(SheetProperties::getTitle)
        .findFirst()
        .orElseThrow(
            () -> new SheetException(Words.operator("no-tab", String.valueOf(sheetId)), false));
  }

  private List<String> keys(int sheetId, int keyColumn) {
    return read(sheetId).stream()
        .flatMap(snapshot -> snapshot.rows().stream())
        .map(row -> row.cell(keyColumn).text())
        .toList();
  }

  private List<String> keys(BatchUpdateSpreadsheetResponse answer, int sheetId, int keyColumn) {
    Spreadsheet updated = answer.getUpdatedSpreadsheet();
    return Optional.ofNullable(updated)
        .flatMap(spreadsheet -> GridReader.find(spreadsheet, sheetId))
        .flatMap(sheet -> Absent.list(sheet.getData()).stream().findFirst())
        .filter(data -> Absent.number(data.getStartRow()) == 0)
        .filter(data -> Absent.number(data.getStartColumn()) == keyColumn)
        .map(data -> Absent.list(data.getRowData()).stream().map(this::key).toList())
        .orElseThrow(() -> failures.unusable(Words.operator("no-key-column")));
  }

  private String key(RowData row) {
    return Absent.list(row.getValues()).stream()
        .findFirst()
        .map(cell -> CellReader.read(cell).text())
        .orElse("");
  }
}
