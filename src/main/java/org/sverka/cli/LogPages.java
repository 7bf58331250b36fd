package org.sverka.cli;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;

/** Walks a log from its first entry to its last, a page at a time. */
final class LogPages implements Iterator<SealedEntry> {
  private static final int PAGE = 500;

  private final LongFunction<List<SealedEntry>> pages;
  private Iterator<SealedEntry> page = List.<SealedEntry>of().iterator();
  private long last;
  private boolean ended;

  /**
   * Walks the pages that a function gives.
   *
   * @param pages the entries after a number; none at the end
   */
  LogPages(LongFunction<List<SealedEntry>> pages) {
    this.pages = pages;
  }

  static LogPages of(LogReader log) {
    return new LogPages(after -> log.after(after, PAGE, LogFilter.ALL));
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext() && !ended) {
      page = pages.apply(last).iterator();
      ended = !page.hasNext();
    }
    return page.hasNext();
  }

  @Override
  public SealedEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SealedEntry entry = page.next();
    last = entry.entry().seq();
    return entry;
  }
}
