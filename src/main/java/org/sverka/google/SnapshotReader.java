package org.sverka.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;

/**
 * Makes snapshots of tabs as Google sends them, at the price of what has changed: an answer that is
 * byte for byte the last one is the last reading, the same object, and nothing is parsed; one that
 * differs shares with the last snapshots every row that is as it was.
 */
final class SnapshotReader {
  /**
   * The mask of the request. {@code pixelSize} is asked for because every row and column has one:
   * their number must be that of the grid, which shows that nothing was left out.
   */
  static final String FIELDS =
      "spreadsheetId,sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),merges,"
          + "developerMetadata(metadataId,metadataKey,metadataValue),"
          + "data(startRow,startColumn,"
          + "rowMetadata(pixelSize,developerMetadata(metadataKey,metadataValue)),"
          + "columnMetadata(pixelSize,developerMetadata(metadataKey,metadataValue)),"
          + "rowData.values("
          + CellReader.FIELDS
          + ",hyperlink)))";

  private static final Reading NOTHING = Reading.of(Optional.empty());

  private final Failures failures;
  private volatile @Nullable Last last;

  SnapshotReader(Failures failures) {
    this.failures = failures;
  }

  /** The answer that was read last, and what it said. */
  private record Last(
      String digest, int sheetId, int journalId, Reading reading, List<Integer> checkpoints) {}

  /**
   * The tabs' snapshots.
   *
   * @param journalId of the journal's tab; {@link SheetGateway#NO_TAB} if it is not asked for
   * @throws IOException if the answer breaks off, grows over the limit or is not UTF-8
   * @throws SheetException if it is not an answer, or anything of the tab is missing
   */
  Reading read(RawAnswer answer, int sheetId, int journalId) throws IOException {
    String digest = answer.digest();
    Last known = last;
    if (known != null
        && known.digest.equals(digest)
        && known.sheetId == sheetId
        && known.journalId == journalId) {
      return known.reading;
    }
    Map<Integer, ParsedTab> tabs = parsed(answer, sheetId);
    Reading before = known == null ? NOTHING : known.reading;
    Reading reading =
        new Reading(
            snapshot(tabs, sheetId, before.table()),
            snapshot(tabs, journalId, before.journal()),
            first(marks(tabs, sheetId, Tag.WRITER)),
            first(marks(tabs, journalId, Tag.CHECKPOINT)));
    if (reading.table().isPresent()) {
      List<Integer> checkpoints =
          marks(tabs, journalId, Tag.CHECKPOINT).map(ParsedTab.Mark::id).toList();
      last = new Last(digest, sheetId, journalId, reading, checkpoints);
    }
    return reading;
  }

  /** The ids of the checkpoints in the last answer. */
  List<Integer> checkpoints() {
    Last known = last;
    return known == null ? List.of() : known.checkpoints;
  }

  private static String first(Stream<ParsedTab.Mark> marks) {
    return marks.findFirst().map(ParsedTab.Mark::value).orElse("");
  }

  private static Stream<ParsedTab.Mark> marks(
      Map<Integer, ParsedTab> tabs, int sheetId, String key) {
    return Optional.ofNullable(tabs.get(sheetId)).stream().flatMap(tab -> tab.marks(key));
  }

  private Optional<Snapshot> snapshot(
      Map<Integer, ParsedTab> tabs, int sheetId, Optional<Snapshot> before) {
    Optional<Snapshot> fresh =
        Optional.ofNullable(tabs.get(sheetId)).map(tab -> tab.snapshot(failures));
    return fresh.map(snapshot -> before.map(known -> shared(snapshot, known)).orElse(snapshot));
  }

  private Map<Integer, ParsedTab> parsed(RawAnswer answer, int sheetId) throws IOException {
    try (JsonStream json = new JsonStream(answer.content())) {
      if (!answer.isJson() || !json.startsWithObject()) {
        throw failures.unusable(Words.notJson(answer.status(), answer.contentType()));
      }
      return new TabParser(json).read();
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
    Snapshot shared = fresh.withRows(rows);
    return shared.equals(before) ? before : shared;
  }
}
