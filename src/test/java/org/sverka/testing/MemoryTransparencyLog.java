package org.sverka.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.log.Chain;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.tlog.Checkpoint;
import org.sverka.tlog.EntryBundle;
import org.sverka.tlog.Hash;
import org.sverka.tlog.SignedNote;
import org.sverka.tlog.SigningKey;
import org.sverka.tlog.TileAddress;
import org.sverka.tlog.TransparencyLog;
import org.sverka.tlog.Tree;
import org.sverka.tlog.TreeGrowth;
import org.sverka.tlog.VerifierKey;

/** The tree over a log in memory, made anew each time it is asked. */
final class MemoryTransparencyLog implements TransparencyLog {
  private final MemoryLog log;
  private final SigningKey key;

  MemoryTransparencyLog(MemoryLog log, String origin) {
    this.log = log;
    this.key = SigningKey.generate(origin);
  }

  @Override
  public VerifierKey key() {
    return key.verifier();
  }

  @Override
  public String checkpoint(long size) {
    Map<TileAddress, byte[]> tiles = tiles(entries(size));
    Hash root = Tree.root(size, tile -> tiles.get(TileAddress.full(tile.level(), tile.index())));
    return SignedNote.sign(new Checkpoint(key.verifier().name(), size, root).body(), key);
  }

  @Override
  public Optional<byte[]> tile(TileAddress tile) {
    List<SealedEntry> entries = entries(Long.MAX_VALUE);
    if (!tile.isIn(entries.size())) {
      return Optional.empty();
    }
    if (tile.level() == TileAddress.ENTRIES) {
      int first = (int) tile.index() * TileAddress.FULL;
      return Optional.of(
          EntryBundle.write(
              entries.subList(first, first + tile.width()).stream().map(Chain::leaf).toList()));
    }
    byte[] whole = tiles(entries).get(TileAddress.full(tile.level(), tile.index()));
    return Optional.of(java.util.Arrays.copyOf(whole, tile.width() * Hash.BYTES));
  }

  private List<SealedEntry> entries(long size) {
    return log.after(0, (int) Math.min(size, Integer.MAX_VALUE), LogFilter.ALL);
  }

  private static Map<TileAddress, byte[]> tiles(List<SealedEntry> entries) {
    Map<TileAddress, byte[]> tiles = new HashMap<>();
    TreeGrowth growth =
        new TreeGrowth(
            0,
            tile -> new byte[0],
            (tile, hashes) -> tiles.put(TileAddress.full(tile.level(), tile.index()), hashes));
    entries.forEach(entry -> growth.add(Hash.leaf(Chain.leaf(entry))));
    growth.flush();
    return tiles;
  }
}
