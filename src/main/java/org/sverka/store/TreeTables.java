package org.sverka.store;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Chain;
import org.sverka.log.SealedEntry;
import org.sverka.sync.StoreException;
import org.sverka.tlog.Hash;
import org.sverka.tlog.HashTiles;
import org.sverka.tlog.TileAddress;
import org.sverka.tlog.Tree;
import org.sverka.tlog.TreeGrowth;

/** The Merkle tree over the log of one roadmap, in its table. */
record TreeTables(Handle handle, String roadmap) implements HashTiles {
  /** How many leaves the tree has. */
  long size() {
    return handle
        .createQuery(
            "SELECT tile, hashes FROM tree_tile WHERE roadmap = :roadmap AND level = 0"
                + " ORDER BY tile DESC LIMIT 1")
        .bind("roadmap", roadmap)
        .map(
            (row, context) ->
                row.getLong("tile") * TileAddress.FULL
                    + decoded(row.getString("hashes")).length / Hash.BYTES)
        .findOne()
        .orElse(0L);
  }

  /** The root over the first leaves. */
  Hash root(long size) {
    return Tree.root(size, this);
  }

  /**
   * Adds entries as leaves.
   *
   * @throws StoreException if the tree does not end where they begin
   */
  void append(List<SealedEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    TreeGrowth growth = new TreeGrowth(size(), this, this::put);
    if (entries.get(0).entry().seq() != growth.size() + 1) {
      throw new StoreException(
          Words.text("tree-unlike-log", roadmap, growth.size(), entries.get(0).entry().seq() - 1));
    }
    entries.forEach(entry -> growth.add(Hash.leaf(Chain.leaf(entry))));
    growth.flush();
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreException if the tree lacks it
   */
  @Override
  public byte[] hashes(TileAddress tile) {
    byte[] hashes =
        handle
            .createQuery(
                "SELECT hashes FROM tree_tile"
                    + " WHERE roadmap = :roadmap AND level = :level AND tile = :tile")
            .bind("roadmap", roadmap)
            .bind("level", tile.level())
            .bind("tile", tile.index())
            .mapTo(String.class)
            .findOne()
            .map(this::decoded)
            .orElse(new byte[0]);
    int length = tile.width() * Hash.BYTES;
    if (hashes.length < length) {
      throw damaged(tile.path());
    }
    return Arrays.copyOf(hashes, length);
  }

  private void put(TileAddress tile, byte[] hashes) {
    handle
        .createUpdate(
            "INSERT INTO tree_tile (roadmap, level, tile, hashes)"
                + " VALUES (:roadmap, :level, :tile, :hashes)"
                + " ON CONFLICT (roadmap, level, tile) DO UPDATE SET hashes = excluded.hashes")
        .bind("roadmap", roadmap)
        .bind("level", tile.level())
        .bind("tile", tile.index())
        .bind("hashes", Base64.getEncoder().encodeToString(hashes))
        .execute();
  }

  private byte[] decoded(String hashes) {
    try {
      return Base64.getDecoder().decode(hashes);
    } catch (IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private StoreException damaged(String detail) {
    return new StoreException(Words.text("tree-damaged", roadmap, detail));
  }
}
