package org.sverka.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Adds leaves at the right edge of a tree: to add {@code k} to {@code n} costs {@code O(k + log
 * n)}. Keeps the partial tile of each level and hands over each tile as soon as it is full.
 */
public final class TreeGrowth {
  private final BiConsumer<TileAddress, byte[]> written;
  private final List<Edge> levels = new ArrayList<>();
  private long size;

  /** The rightmost, partial tile of a level. */
  private static final class Edge {
    final List<Hash> hashes;
    boolean changed;

    Edge(List<Hash> hashes) {
      this.hashes = hashes;
    }
  }

  /**
   * @param size leaves that are there already
   * @param tiles gives the partial tiles of that tree
   * @param written is given each tile that became another
   */
  public TreeGrowth(long size, HashTiles tiles, BiConsumer<TileAddress, byte[]> written) {
    this.size = size;
    this.written = written;
    for (int level = 0; 8 * level < Long.SIZE && size >>> (8 * level) > 0; level++) {
      long index = (size >>> (8 * level)) / TileAddress.FULL;
      int width = TileAddress.available(level, index, size);
      byte[] edge = width == 0 ? new byte[0] : tiles.hashes(new TileAddress(level, index, width));
      levels.add(new Edge(Tree.split(edge, width)));
    }
  }

  /** Adds one leaf. */
  public void add(Hash leaf) {
    add(0, leaf);
    size++;
  }

  /** Hands over the partial tiles that became others; more leaves may follow. */
  public void flush() {
    for (int level = 0; level < levels.size(); level++) {
      Edge edge = levels.get(level);
      if (edge.changed && !edge.hashes.isEmpty()) {
        write(level, (size >>> (8 * level)) / TileAddress.FULL, edge);
      }
    }
  }

  /** How many leaves the tree has now. */
  public long size() {
    return size;
  }

  private void add(int level, Hash hash) {
    if (level == levels.size()) {
      levels.add(new Edge(new ArrayList<>()));
    }
    Edge edge = levels.get(level);
    edge.hashes.add(hash);
    edge.changed = true;
    if (edge.hashes.size() == TileAddress.FULL) {
      write(level, (size >>> (8 * level)) / TileAddress.FULL, edge);
      Hash root = Tree.whole(edge.hashes);
      edge.hashes.clear();
      add(level + 1, root);
    }
  }

  private void write(int level, long index, Edge edge) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(edge.hashes.size() * Hash.BYTES);
    edge.hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
    edge.changed = false;
    written.accept(new TileAddress(level, index, edge.hashes.size()), bytes.toByteArray());
  }
}
