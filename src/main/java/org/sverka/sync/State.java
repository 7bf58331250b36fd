package org.sverka.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sverka.roadmap.MeasureNumber;

/**
 * All that Sverka knows of one roadmap's sheet; together with the roadmap it is all that the feed
 * shows.
 *
 * @param edition name of the edition in force
 * @param revision number of the newest log entry
 * @param changedAt when that entry was made
 * @param measures one for each measure of the edition
 * @param sheet what is known of the sheet besides the measures' rows
 */
public record State(
    String edition,
    long revision,
    Instant changedAt,
    Map<MeasureNumber, MeasureState> measures,
    SheetState sheet) {
  public State {
    measures = Map.copyOf(measures);
  }

  /** What is known of a row of the signed document, a measure's or a section's. */
  MeasureState row(Charter.SignedRow row) {
    MeasureNumber measure = row.measure();
    MeasureState known =
        measure == null ? sheet.headings().get(row.number()) : measures.get(measure);
    return Objects.requireNonNull(known, () -> "The state has no row " + row.number());
  }

  /** After the entries of a turn. */
  State with(Ledger ledger, Instant now, SheetState nextSheet) {
    boolean entered = ledger.last() > revision;
    return new State(edition, ledger.last(), entered ? now : changedAt, measures, nextSheet);
  }

  State withSheet(SheetState nextSheet) {
    return new State(edition, revision, changedAt, measures, nextSheet);
  }

  State withMeasures(Map<MeasureNumber, MeasureState> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    Map<MeasureNumber, MeasureState> all = new HashMap<>(measures);
    all.putAll(changed);
    return new State(edition, revision, changedAt, all, sheet);
  }
}
