package org.sverka.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;

/**
 * Reads a log page by page. First the numbers of the page are found, on indexes alone; then its
 * entries are fetched by number. So a page costs the same wherever in the log it lies.
 */
record SqlLogReader(Database database, String roadmap) implements LogReader {
  private static final int MOST_REVIEWS = 1_000;

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
  public List<SealedEntry> reviews(Collection<Long> seqs) {
    return seqs.isEmpty() ? List.of() : database.read(handle -> reviews(handle, seqs));
  }

  private List<SealedEntry> reviews(Handle handle, Collection<Long> seqs) {
    List<Long> found =
        handle
            .createQuery(
                // The sign keeps SQLite from walking through the whole log for the order's sake.
                "SELECT seq FROM entry WHERE roadmap = :roadmap AND about IN (<seqs>)"
                    + " ORDER BY +seq LIMIT :limit")
            .bind("roadmap", roadmap)
            .bindList("seqs", List.copyOf(seqs))
            .bind("limit", MOST_REVIEWS)
            .mapTo(Long.class)
            .list();
    return EntryRows.load(handle, roadmap, found);
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
