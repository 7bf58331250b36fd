package org.sverka.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;

/**
 * The newest entries but reviews, as many as the journal may have rows for. Read from the log once
 * and then kept in step.
 *
 * @param entries the newest first
 */
record Newest(List<Entry> entries) {
  private static final int KEPT = JournalTurn.SHOWN + 2 * JournalTurn.SPARE;

  Newest {
    entries = List.copyOf(entries);
  }

  /** Those of a log. Blocking. */
  static Newest of(LogReader log) {
    List<Entry> found = new ArrayList<>();
    long before = Long.MAX_VALUE;
    boolean more = true;
    while (more && found.size() < KEPT) {
      List<SealedEntry> read = log.before(before, KEPT, LogFilter.ALL);
      read.stream().map(SealedEntry::entry).filter(Newest::isShown).forEach(found::add);
      more = read.size() == KEPT;
      before = read.isEmpty() ? 0 : read.get(read.size() - 1).entry().seq();
    }
    return new Newest(found.stream().limit(KEPT).toList());
  }

  /** With further entries, the oldest of them first, and without as many of the old. */
  Newest with(List<Entry> added) {
    Newest all = among(added);
    return new Newest(all.entries.stream().limit(KEPT).toList());
  }

  /** With further entries, the oldest of them first. */
  Newest among(List<Entry> added) {
    List<Entry> shown = new ArrayList<>(added.stream().filter(Newest::isShown).toList());
    Collections.reverse(shown);
    return new Newest(Stream.concat(shown.stream(), entries.stream()).toList());
  }

  /** A review stands beside the entry that it is about. */
  private static boolean isShown(Entry entry) {
    return entry.type() != EntryType.REVIEW;
  }
}
