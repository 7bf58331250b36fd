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
 * @param journal what is known of the tab that mirrors the log
 * @param margins what was last seen around the cells
 */
public record State(
    String edition,
    long revision,
    Instant changedAt,
    Map<MeasureNumber, MeasureState> measures,
    SheetState sheet,
    JournalState journal,
    Margins margins) {
  public State {
    measures = Map.copyOf(measures);
  }

  /** A state in which nothing is known of a journal or of what stands around the cells. */
  public State(
      String edition,
      long revision,
      Instant changedAt,
      Map<MeasureNumber, MeasureState> measures,
      SheetState sheet) {
    this(edition, revision, changedAt, measures, sheet, JournalState.NONE, Margins.NONE);
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
    return new State(
        edition, ledger.last(), entered ? now : changedAt, measures, nextSheet, journal, margins);
  }

  State withSheet(SheetState nextSheet) {
    return new State(edition, revision, changedAt, measures, nextSheet, journal, margins);
  }

  State withJournal(JournalState nextJournal) {
    return new State(edition, revision, changedAt, measures, sheet, nextJournal, margins);
  }

  /** After what reviewers said. */
  State reviewed(JournalPlan plan, Instant now) {
    int said = plan.entries().size();
    return new State(
        edition,
        revision + said,
        said > 0 ? now : changedAt,
        measures,
        sheet,
        plan.next(),
        margins);
  }

  State withMargins(Margins nextMargins) {
    return new State(edition, revision, changedAt, measures, sheet, journal, nextMargins);
  }

  State withMeasures(Map<MeasureNumber, MeasureState> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    Map<MeasureNumber, MeasureState> all = new HashMap<>(measures);
    all.putAll(changed);
    return new State(edition, revision, changedAt, all, sheet, journal, margins);
  }
}
