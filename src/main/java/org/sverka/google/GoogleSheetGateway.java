package org.sverka.google;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.TabChanges;
import org.sverka.sheet.Tag;
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
  private final JournalTab journal;
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
      JournalTab journal,
      SheetLink link,
      DriveRevisions revisions) {
    this.api = api;
    this.failures = failures;
    this.structures = structures;
    this.provisioning = provisioning;
    this.journal = journal;
    this.link = link;
    this.revisions = revisions;
    this.titles = new Titles(structures);
    this.writer = new SheetWriter(api, failures, structures, titles);
    this.snapshots = new SnapshotReader(failures);
    this.opened = link.spreadsheet();
  }

  @Override
  public Reading read(int sheetId, int journalId) {
    List<Integer> wanted = journalId == NO_TAB ? List.of(sheetId) : List.of(sheetId, journalId);
    Reading reading;
    try {
      reading =
          api.tabs(
              wanted, SnapshotReader.FIELDS, answer -> snapshots.read(answer, sheetId, journalId));
    } catch (SheetException e) {
      if (!HttpRefusal.isBadRequest(e)) {
        throw e;
      }
      // How Google words it that a tab is gone is not known. So the question is put again in a way
      // that does not depend on the tab; if that fails as well, it throws and says why.
      return absentOr(sheetId, journalId, e);
    }
    Optional<Snapshot> table = reading.table();
    if (table.isEmpty()) {
      return absentOr(
          sheetId,
          NO_TAB,
          failures.unusable(Words.operator("contradiction", String.valueOf(sheetId))));
    }
    titles.saw(sheetId, table.get().title());
    opened = link.opened(sheetId);
    return reading;
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
  public int provisionJournal(int journalId) {
    return journal.provision(journalId);
  }

  /** Marks are deleted by the ids that were just seen: of two who claim at once one is refused. */
  @Override
  public String claim(int sheetId, String mark) {
    List<Request> requests = new ArrayList<>();
    structures.tabs().stream()
        .filter(tab -> Absent.number(tab.getProperties().getSheetId()) == sheetId)
        .flatMap(tab -> Absent.list(tab.getDeveloperMetadata()).stream())
        .filter(one -> Tag.WRITER.equals(one.getMetadataKey()))
        .forEach(one -> requests.add(TagBook.delete(Absent.number(one.getMetadataId()))));
    requests.add(Requests.mark(sheetId, Tag.WRITER, mark));
    BatchUpdateSpreadsheetRequest body = new BatchUpdateSpreadsheetRequest().setRequests(requests);
    api.change(body, "spreadsheetId");
    return mark;
  }

  @Override
  public Written write(
      int sheetId, List<SheetChange> changes, int keyColumn, int headerRow, TabChanges besides) {
    return writer.write(sheetId, changes, keyColumn, headerRow, besides, snapshots.checkpoints());
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

  /** It asks as often as it is asked. */
  @Override
  public Optional<String> standstill() {
    return Optional.empty();
  }

  @Override
  public void resume() {}

  private Reading absentOr(int sheetId, int journalId, SheetException otherwise) {
    Set<Integer> listed =
        structures.tabs().stream()
            .map(tab -> Absent.number(tab.getProperties().getSheetId()))
            .collect(Collectors.toSet());
    if (!listed.contains(sheetId)) {
      return Reading.of(Optional.empty());
    }
    if (journalId != NO_TAB && !listed.contains(journalId)) {
      return read(sheetId, NO_TAB);
    }
    throw otherwise;
  }
}
