package org.sverka.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Chain;
import org.sverka.log.SealedEntry;
import org.sverka.tlog.EntryBundle;
import org.sverka.tlog.TileAddress;
import org.sverka.tlog.TransparencyLog;
import org.sverka.tlog.VerifierKey;

/** A log's tree, read from the tables, and the notary who signs it. */
record SqlTransparencyLog(Database database, Notary notary, String roadmap)
    implements TransparencyLog {
  @Override
  public VerifierKey key() {
    return notary.key(roadmap);
  }

  @Override
  public String checkpoint(long size) {
    TreeHead head =
        database.read(handle -> new TreeHead(size, new TreeTables(handle, roadmap).root(size)));
    return notary.sign(roadmap, head);
  }

  @Override
  public Optional<byte[]> tile(TileAddress tile) {
    return database.read(
        handle -> {
          TreeTables tree = new TreeTables(handle, roadmap);
          if (!tile.isIn(tree.size())) {
            return Optional.empty();
          }
          return Optional.of(
              tile.level() == TileAddress.ENTRIES ? bundle(handle, tile) : tree.hashes(tile));
        });
  }

  private byte[] bundle(Handle handle, TileAddress tile) {
    long first = tile.index() * TileAddress.FULL + 1;
    List<Long> seqs = LongStream.range(first, first + tile.width()).boxed().toList();
    List<SealedEntry> entries = EntryRows.load(handle, roadmap, seqs);
    return EntryBundle.write(entries.stream().map(Chain::leaf).toList());
  }
}
