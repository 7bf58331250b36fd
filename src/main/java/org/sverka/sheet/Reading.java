package org.sverka.sheet;

import java.util.Optional;

/**
 * The tabs of one roadmap at one moment.
 *
 * @param table the tab of the roadmap; empty if the spreadsheet has no such tab
 * @param journal the tab of the journal; empty if there is none, or none was asked for
 * @param writer the mark of the process that may write to the table; empty if there is none
 * @param checkpoint of a log, as it was left on the tab of the journal; empty if there is none.
 *     Anybody may have left it
 */
public record Reading(
    Optional<Snapshot> table, Optional<Snapshot> journal, String writer, String checkpoint) {
  /** The table alone, of nobody. */
  public static Reading of(Optional<Snapshot> table) {
    return new Reading(table, Optional.empty(), "", "");
  }
}
