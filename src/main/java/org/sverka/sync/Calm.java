package org.sverka.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Snapshot;

/**
 * A look that came to nothing. The same sheet, seen again, comes to nothing again until the day is
 * over, and then no cell of it has to be compared.
 */
record Calm(State state, Snapshot snapshot) {
  /** What to remember of a look that came to nothing; null if the clock alone may change that. */
  static @Nullable Calm of(State state, Optional<Snapshot> snapshot) {
    boolean waits =
        !state.sheet().pending().isNone()
            || Stream.concat(
                    state.measures().values().stream(), state.sheet().headings().values().stream())
                .anyMatch(row -> !row.rebuffs().isEmpty());
    return waits || snapshot.isEmpty() ? null : new Calm(state, snapshot.get());
  }

  /**
   * Whether nothing has changed since: the same state, sheet and day. Of two that are the same
   * object this costs nothing.
   */
  boolean isStill(Charter charter, State now, Optional<Snapshot> seen, Instant at) {
    String today = at.atZone(charter.zone()).toLocalDate().toString();
    return now.equals(state)
        && seen.filter(snapshot::equals).isPresent()
        && today.equals(state.sheet().judgedOn());
  }
}
