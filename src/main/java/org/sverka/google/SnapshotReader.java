package org.sverka.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.Snapshot;

/**
 * Makes a snapshot of one tab as Google sends it, at the price of what has changed: an answer that
 * is byte for byte the last one is the last snapshot, the same object, and nothing is parsed; one
 * that differs shares with the last snapshot every row that is as it was.
 */
final class SnapshotReader {
  /**
   * The mask of the request. {@code pixelSize} is asked for because every row and column has one:
   * their number must be that of the grid, which shows that nothing was left out.
   */
  static final String FIELDS =
      "spreadsheetId,sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
          + "data(startRow,startColumn,"
          + "rowMetadata(pixelSize,developerMetadata(metadataKey,metadataValue)),"
          + "columnMetadata(pixelSize,developerMetadata(metadataKey,metadataValue)),"
          + "rowData.values("
          + CellReader.FIELDS
          + ")))";

  private final Failures failures;
  private volatile @Nullable Last last;

  SnapshotReader(Failures failures) {
    this.failures = failures;
  }

  /** The answer that was read last, and what it said. */
  private record Last(String digest, Snapshot snapshot) {}

  /**
   * The tab's snapshot.
   *
   * @return empty if the answer has no such tab
   * @throws IOException if the answer breaks off, grows over the limit or is not UTF-8
   * @throws SheetException if it is not an answer, or anything of the tab is missing
   */
  Optional<Snapshot> read(RawAnswer answer, int sheetId) throws IOException {
    String digest = answer.digest();
    Last known = last;
    if (known != null && known.digest.equals(digest) && known.snapshot.sheetId() == sheetId) {
      return Optional.of(known.snapshot);
    }
    Optional<Snapshot> fresh = parsed(answer, sheetId).map(tab -> tab.snapshot(failures));
    Optional<Snapshot> shared =
        fresh.map(snapshot -> known == null ? snapshot : shared(snapshot, known.snapshot));
    shared.ifPresent(snapshot -> last = new Last(digest, snapshot));
    return shared;
  }

  private Optional<ParsedTab> parsed(RawAnswer answer, int sheetId) throws IOException {
    try (JsonStream json = new JsonStream(answer.content())) {
      if (!answer.isJson() || !json.startsWithObject()) {
        throw failures.unusable(Words.notJson(answer.status(), answer.contentType()));
      }
      return new TabParser(json, sheetId).read();
    } catch (JsonProcessingException e) {
      throw failures.unusable(Words.operator("broken-json", e.getClass().getSimpleName()));
    } catch (NumberFormatException e) {
      throw failures.unusable(Words.operator("bad-number", String.valueOf(sheetId)));
    }
  }

  private static Snapshot shared(Snapshot fresh, Snapshot before) {
    Map<Snapshot.Row, Snapshot.Row> known = new HashMap<>(before.rows().size() * 2);
    before.rows().forEach(row -> known.put(row, row));
    List<Snapshot.Row> rows = new ArrayList<>(fresh.rows().size());
    fresh.rows().forEach(row -> rows.add(known.getOrDefault(row, row)));
    Snapshot shared =
        new Snapshot(
            fresh.sheetId(),
            fresh.title(),
            fresh.rowCount(),
            fresh.columnCount(),
            fresh.columnTags(),
            rows);
    return shared.equals(before) ? before : shared;
  }
}
