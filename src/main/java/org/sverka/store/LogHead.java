package org.sverka.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Chain;
import org.sverka.log.SealedEntry;
import org.sverka.sync.StoreException;

/**
 * The end of a log, where the next entry goes.
 *
 * @param seq number of the newest entry, 0 if there is none
 * @param hash its hash, {@link Chain#ORIGIN} if there is none
 */
record LogHead(long seq, String hash) {
  static LogHead of(Handle handle, String roadmap) {
    return handle
        .createQuery(
            "SELECT seq, hash FROM entry WHERE roadmap = :roadmap ORDER BY seq DESC LIMIT 1")
        .bind("roadmap", roadmap)
        .map((row, context) -> new LogHead(row.getLong("seq"), row.getString("hash")))
        .findOne()
        .orElse(new LogHead(0, Chain.ORIGIN));
  }

  /**
   * The head once these are added.
   *
   * @throws StoreException if they do not follow
   */
  LogHead after(String roadmap, List<SealedEntry> entries) {
    LogHead head = this;
    for (SealedEntry sealed : entries) {
      long seq = sealed.entry().seq();
      if (seq != head.seq + 1) {
        throw new StoreException(Words.text("commit-not-next", roadmap, seq, head.seq));
      }
      if (!Chain.follows(head.hash, sealed)) {
        throw new StoreException(Words.text("commit-broken-chain", roadmap, seq));
      }
      head = new LogHead(seq, sealed.hash());
    }
    return head;
  }
}
