package org.sverka.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.sverka.log.LogFilter;

/**
 * Part of a log by number.
 *
 * @param from lowest number
 * @param to highest number
 * @param limit so many entries at most
 * @param newestFirst whether to begin with the highest number
 */
record LogPage(long from, long to, int limit, boolean newestFirst) {
  static LogPage oldestFirst(long from, int limit) {
    return new LogPage(from, Long.MAX_VALUE, limit, false);
  }

  static LogPage newestFirst(long to, int limit) {
    return new LogPage(0, to, limit, true);
  }

  /** The numbers of the entries that belong on it. */
  List<Long> find(Handle handle, String roadmap, LogFilter filter) {
    TimeSpan span = TimeSpan.of(filter);
    Optional<LogPage> narrowed = span.isAll() ? Optional.of(this) : narrow(handle, roadmap, span);
    return narrowed
        .map(page -> new LogQuery(roadmap, page, filter, span).seqs(handle))
        .orElse(List.of());
  }

  // Entries of a span of time lie between the numbers of its hours; if the clock was set back in
  // between, others lie there too, so the query still looks at each moment.
  private Optional<LogPage> narrow(Handle handle, String roadmap, TimeSpan span) {
    return handle
        .createQuery(
            "SELECT MIN(first_seq) AS low, MAX(last_seq) AS high FROM entry_hour"
                + " WHERE roadmap = :roadmap AND hour BETWEEN :first AND :last")
        .bind("roadmap", roadmap)
        .bind("first", EntryWriter.hour(span.from()))
        .bind("last", EntryWriter.hour(span.to()))
        .map((row, context) -> within(row.getLong("low"), row.getLong("high")))
        .findOne()
        .filter(page -> page.from <= page.to);
  }

  // Without an hour in the span both are NULL, which reads as 0, and no entry has that number.
  private LogPage within(long low, long high) {
    return new LogPage(Math.max(from, low), Math.min(to, high), limit, newestFirst);
  }
}
