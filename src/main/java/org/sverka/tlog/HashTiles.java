package org.sverka.tlog;

/** Gives the hashes of a tree, tile by tile. */
@FunctionalInterface
public interface HashTiles {
  /**
   * The hashes, 32 bytes each, one after the other.
   *
   * @param tile of a level from 0 on; the tree has it
   */
  byte[] hashes(TileAddress tile);
}
