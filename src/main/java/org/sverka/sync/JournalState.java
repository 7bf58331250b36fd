package org.sverka.sync;

import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetGateway;

/**
 * What is known of the tab that mirrors the newest entries.
 *
 * @param sheetId the tab; {@link SheetGateway#NO_TAB} if there is none
 * @param reviews what stands beside an entry, by its number; entries without are left out
 */
public record JournalState(int sheetId, Map<Long, Review> reviews) {
  /** There is no such tab, and never was. */
  public static final JournalState NONE = new JournalState(SheetGateway.NO_TAB, Map.of());

  public JournalState {
    reviews = Map.copyOf(reviews);
  }

  /** The tab is there, under that id, or gone. What reviewers wrote is kept for the next one. */
  JournalState withTab(int id) {
    return new JournalState(id, reviews);
  }

  /** What stands beside an entry. */
  Review review(long entry) {
    return reviews.getOrDefault(entry, Review.NOTHING);
  }

  /**
   * What stands beside one entry.
   *
   * @param seen what reviewers had written when it was last judged, by column; empty cells are left
   *     out
   * @param answer what belongs into the column in which Sverka answers
   */
  public record Review(Map<String, Cell> seen, String answer) {
    /** Nothing stands there. */
    static final Review NOTHING = new Review(Map.of(), "");

    public Review {
      seen = Map.copyOf(seen);
    }

    Cell seen(String column) {
      return seen.getOrDefault(column, Cell.EMPTY);
    }
  }
}
