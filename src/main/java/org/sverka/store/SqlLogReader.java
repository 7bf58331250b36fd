package org.sverka.store;

import java.util.List;
import java.util.Optional;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;

/**
 * Reads a log page by page. First the numbers of the page are found, on indexes alone; then its
 * entries are fetched by number. So a page costs the same wherever in the log it lies.
 */
record SqlLogReader(Database database, String roadmap) implements LogReader {
  @Override
  public List<SealedEntry> after(long after, int limit, LogFilter filter) {
    return after == Long.MAX_VALUE
        ? List.of()
        : page(LogPage.oldestFirst(after + 1, limit), filter);
  }

  @Override
  public List<SealedEntry> before(long before, int limit, LogFilter filter) {
    return before == Long.MIN_VALUE
        ? List.of()
        : page(LogPage.newestFirst(before - 1, limit), filter);
  }

  @Override
  public Optional<SealedEntry> entry(long seq) {
    return database.read(
        handle -> EntryRows.load(handle, roadmap, List.of(seq)).stream().findFirst());
  }

  private List<SealedEntry> page(LogPage page, LogFilter filter) {
    if (page.limit() <= 0) {
      return List.of();
    }
    return database.read(
        handle -> EntryRows.load(handle, roadmap, page.find(handle, roadmap, filter)));
  }
}
