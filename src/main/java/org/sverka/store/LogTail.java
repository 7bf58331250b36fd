package org.sverka.store;

import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Chain;
import org.sverka.log.SealedEntry;
import org.sverka.sync.StoreException;

/**
 * A look at the newest entries before anything is added to them: cheap, so that it is done at each
 * start. The whole log is for {@code verify-log}.
 */
record LogTail(Handle handle, String roadmap) {
  private static final long LENGTH = 100;

  /**
   * @param revision of the state that goes with the log
   * @throws StoreException if the log or its tree ends elsewhere, or the log's end is damaged
   */
  void requireWhole(long revision) {
    long newest = LogHead.of(handle, roadmap).seq();
    if (newest != revision) {
      throw new StoreException(Words.text("load-unlike-log", roadmap, revision, newest));
    }
    long leaves = new TreeTables(handle, roadmap).size();
    if (leaves != newest) {
      throw new StoreException(Words.text("tree-unlike-log", roadmap, leaves, newest));
    }
    long first = Math.max(1, newest - LENGTH + 1);
    List<Long> seqs = LongStream.rangeClosed(first, newest).boxed().toList();
    List<SealedEntry> entries = EntryRows.load(handle, roadmap, seqs);
    for (int i = 0; i < seqs.size(); i++) {
      if (i >= entries.size() || !follows(entries, i, seqs.get(i))) {
        throw new StoreException(Words.text("load-broken-chain", roadmap, seqs.get(i)));
      }
    }
  }

  /**
   * Without a state the sheet would be entered a second time, as if all of it was new.
   *
   * @throws StoreException if there is a log
   */
  void requireNone() {
    long newest = LogHead.of(handle, roadmap).seq();
    if (newest > 0) {
      throw new StoreException(Words.text("load-stateless", roadmap, newest));
    }
  }

  private static boolean follows(List<SealedEntry> entries, int i, long seq) {
    SealedEntry sealed = entries.get(i);
    String previous = i > 0 ? entries.get(i - 1).hash() : sealed.previousHash();
    return sealed.entry().seq() == seq
        && (seq > 1 || previous.equals(Chain.ORIGIN))
        && Chain.follows(previous, sealed);
  }
}
