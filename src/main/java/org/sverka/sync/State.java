package org.sverka.sync;

import java.time.Instant;
import java.util.Map;
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
}
