package org.sverka.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Chain;
import org.sverka.log.SealedEntry;
import org.sverka.sync.StoreException;
import org.sverka.text.Sha256;

/**
 * Gives a log from before there were trees its tree, some thousand entries a transaction: in
 * constant memory, and a crash loses only the last of these steps.
 */
final class TreeCatchUp {
  private static final int STEP = 5_000;

  private TreeCatchUp() {}

  /**
   * Brings all trees to the ends of their logs.
   *
   * @throws StoreException if an entry is damaged: no tree is built on it
   */
  static void run(Database database) {
    List<String> roadmaps =
        database.read(
            handle ->
                handle.createQuery("SELECT roadmap FROM roadmap_state").mapTo(String.class).list());
    for (String roadmap : roadmaps) {
      AtomicBoolean behind = new AtomicBoolean(isBehind(database, roadmap));
      while (behind.get()) {
        database.write(handle -> behind.set(step(handle, roadmap)));
      }
    }
  }

  private static boolean isBehind(Database database, String roadmap) {
    return database.read(
        handle -> new TreeTables(handle, roadmap).size() < LogHead.of(handle, roadmap).seq());
  }

  /** Adds some entries; says whether that was not all. */
  private static boolean step(Handle handle, String roadmap) {
    TreeTables tree = new TreeTables(handle, roadmap);
    long size = tree.size();
    List<Long> seqs = LongStream.rangeClosed(size + 1, size + STEP).boxed().toList();
    List<SealedEntry> entries = EntryRows.load(handle, roadmap, seqs);
    for (int i = 0; i < entries.size(); i++) {
      SealedEntry entry = entries.get(i);
      if (entry.entry().seq() != seqs.get(i)
          || !Sha256.hex(Chain.leaf(entry)).equals(entry.hash())) {
        throw new StoreException(Words.text("load-broken-chain", roadmap, seqs.get(i)));
      }
    }
    tree.append(entries);
    return entries.size() == STEP;
  }
}
