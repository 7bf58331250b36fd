package org.sverka.tlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the tiles of a tree in memory: of each place the widest. */
final class TileMap implements HashTiles {
  private final Map<TileAddress, byte[]> tiles = new HashMap<>();

  static TileMap of(List<Hash> leaves) {
    TileMap map = new TileMap();
    map.grow(0, leaves);
    return map;
  }

  void grow(long size, List<Hash> leaves) {
    TreeGrowth growth = new TreeGrowth(size, this, this::put);
    leaves.forEach(growth::add);
    growth.flush();
  }

  int count() {
    return tiles.size();
  }

  private void put(TileAddress tile, byte[] hashes) {
    tiles.put(TileAddress.full(tile.level(), tile.index()), hashes);
  }

  @Override
  public byte[] hashes(TileAddress tile) {
    return tiles.get(TileAddress.full(tile.level(), tile.index()));
  }
}
