package org.sverka.google;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Written;

/**
 * The sheet behind Google's API. Safe for several threads. All it remembers is the last snapshot,
 * the title under which a tab was last seen, for the one request that has to name it, and which tab
 * to link to.
 */
final class GoogleSheetGateway implements SheetGateway {
  private static final Logger log = LoggerFactory.getLogger(GoogleSheetGateway.class);

  private final SheetsApi api;
  private final Failures failures;
  private final StructureReader structures;
  private final Provisioning provisioning;
  private final SheetLink link;
  private final DriveRevisions revisions;
  private final SnapshotReader snapshots;
  private final Titles titles;
  private final SheetWriter writer;
  private volatile String opened;

  GoogleSheetGateway(
      SheetsApi api,
      Failures failures,
      StructureReader structures,
      Provisioning provisioning,
      SheetLink link,
      DriveRevisions revisions) {
    this.api = api;
    this.failures = failures;
    this.structures = structures;
    this.provisioning = provisioning;
    this.link = link;
    this.revisions = revisions;
    this.titles = new Titles(structures);
    this.writer = new SheetWriter(api, failures, structures, titles);
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
    titles.saw(sheetId, snapshot.get().title());
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
  public Written write(int sheetId, List<SheetChange> changes, int keyColumn, int headerRow) {
    return writer.write(sheetId, changes, keyColumn, headerRow);
  }

  @Override
  public Optional<String> partySince(Instant since) {
    return revisions.partySince(since);
  }

  @Override
  public String spreadsheet() {
    return api.spreadsheetId();
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
}
