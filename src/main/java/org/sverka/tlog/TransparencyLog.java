package org.sverka.tlog;

import java.util.Optional;

/** One log as those see it who follow it by c2sp.org/tlog-tiles. Blocking. */
public interface TransparencyLog {
  /** What its checkpoints are checked with. */
  VerifierKey key();

  /**
   * The signed checkpoint of its first entries.
   *
   * @param size how many; they are committed
   */
  String checkpoint(long size);

  /** The hashes of a tile, or the entries of a bundle; empty if the tree has not so much of it. */
  Optional<byte[]> tile(TileAddress tile);
}
