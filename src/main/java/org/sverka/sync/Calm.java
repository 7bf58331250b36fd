package org.sverka.sync;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Reading;

/**
 * A look that came to nothing. The same sheet, seen again, comes to nothing again until the day is
 * over, and then no cell of it has to be compared.
 */
record Calm(State state, Reading reading) {
  /** What to remember of a look that came to nothing; null if the clock alone may change that. */
  static @Nullable Calm of(State state, Reading reading) {
    boolean waits =
        !state.sheet().pending().isNone()
            || Stream.concat(
                    state.measures().values().stream(), state.sheet().headings().values().stream())
                .anyMatch(row -> !row.rebuffs().isEmpty());
    return waits || reading.table().isEmpty() ? null : new Calm(state, reading);
  }

  /**
   * Whether nothing has changed since: the same state, tabs and day. Of two that are the same
   * object this costs nothing.
   */
  boolean isStill(Charter charter, State now, Reading seen, Instant at) {
    String today = at.atZone(charter.zone()).toLocalDate().toString();
    return now.equals(state) && seen.equals(reading) && today.equals(state.sheet().judgedOn());
  }
}
