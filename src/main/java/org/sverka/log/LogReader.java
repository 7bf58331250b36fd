package org.sverka.log;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the change log of one roadmap. Blocking. */
public interface LogReader {
  /**
   * At most {@code limit} entries that pass the filter, with a number above {@code after}, oldest
   * first.
   */
  List<SealedEntry> after(long after, int limit, LogFilter filter);

  /**
   * At most {@code limit} entries that pass the filter, with a number below {@code before}, newest
   * first.
   */
  List<SealedEntry> before(long before, int limit, LogFilter filter);

  /** The reviews of entries with these numbers, oldest first; at most as many as a page shows. */
  List<SealedEntry> reviews(Collection<Long> seqs);

  /** The entry with that number. */
  Optional<SealedEntry> entry(long seq);
}
