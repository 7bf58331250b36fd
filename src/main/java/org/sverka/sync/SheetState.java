package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetGateway;

/**
 * What is known of the sheet besides the rows of the measures.
 *
 * @param sheetId the tab; {@link #NO_TAB} before the first
 * @param headings what is known of the rows of the sections, by section number; they publish
 *     nothing
 * @param extras rows that are neither a section's nor a measure's, or repeat one, from the top
 * @param header columns whose header stood wrong when last seen, key to what stood there; the empty
 *     text for a column that was not found at all
 * @param tabMissing whether the tab itself was gone
 * @param pending the mass change that waits for a second look; {@link PendingChange#NONE} if none
 * @param judgedOn the day (ISO 8601) on which all rows were last judged, so that the calendar's
 *     findings come once
 */
public record SheetState(
    int sheetId,
    Map<String, MeasureState> headings,
    List<ExtraRow> extras,
    Map<String, String> header,
    boolean tabMissing,
    PendingChange pending,
    String judgedOn) {
  /** Stands for the id of a tab that is not there. */
  public static final int NO_TAB = SheetGateway.NO_TAB;

  public SheetState {
    headings = Map.copyOf(headings);
    extras = List.copyOf(extras);
    header = Map.copyOf(header);
  }

  SheetState withPending(PendingChange change) {
    return new SheetState(sheetId, headings, extras, header, tabMissing, change, judgedOn);
  }

  SheetState withHeadings(Map<String, MeasureState> rows) {
    return new SheetState(sheetId, rows, extras, header, tabMissing, pending, judgedOn);
  }

  SheetState withHeader(Map<String, String> wrong) {
    return new SheetState(sheetId, headings, extras, wrong, tabMissing, pending, judgedOn);
  }

  /** The tab is there, under that id. */
  SheetState withTab(int id) {
    return new SheetState(id, headings, extras, header, false, pending, judgedOn);
  }

  /** The tab is gone, and that has been entered. */
  SheetState withoutTab() {
    return new SheetState(
        sheetId, headings, List.of(), Map.of(), true, PendingChange.NONE, judgedOn);
  }

  /**
   * A row that is not one of the roadmap's.
   *
   * @param number what stands in its key column
   * @param rule id of the rule that complains of it
   * @param cells column key to cell, empty ones left out
   */
  public record ExtraRow(String number, String rule, Map<String, Cell> cells) {
    public ExtraRow {
      cells = Map.copyOf(cells);
    }
  }

  /**
   * A mass change that is not believed yet.
   *
   * @param digest of what would change
   * @param since when this digest was first seen
   * @param first when the mass change began
   */
  public record PendingChange(String digest, Instant since, Instant first) {
    /** Nothing is pending. */
    public static final PendingChange NONE = new PendingChange("", Instant.EPOCH, Instant.EPOCH);

    /** Whether there is nothing pending. */
    public boolean isNone() {
      return digest.isEmpty();
    }
  }
}
