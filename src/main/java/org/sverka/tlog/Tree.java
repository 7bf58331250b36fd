package org.sverka.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hashes of a tree, computed from its tiles. A tree that has grown still knows what it was. */
public final class Tree {
  private static final int BITS = 8;

  private Tree() {}

  /** The root of the first {@code size} leaves, from a look at one tile of each level. */
  public static Hash root(long size, HashTiles tiles) {
    List<Hash> subtrees = new ArrayList<>();
    for (int level = top(size); level >= 0; level--) {
      long index = (size >>> (BITS * level)) >>> BITS;
      int width = TileAddress.available(level, index, size);
      if (width > 0) {
        byte[] hashes = tiles.hashes(new TileAddress(level, index, width));
        subtrees.addAll(perfect(split(hashes, width)));
      }
    }
    return join(subtrees);
  }

  /** The root over a list of roots of subtrees of one size, whose number need not be a power. */
  static Hash join(List<Hash> subtrees) {
    if (subtrees.isEmpty()) {
      return Hash.EMPTY;
    }
    Hash root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = Hash.node(subtrees.get(i), root);
    }
    return root;
  }

  /** The roots of the largest subtrees that hold 2, 4, 8 … of these, from left to right. */
  static List<Hash> perfect(List<Hash> hashes) {
    List<Hash> roots = new ArrayList<>();
    int from = 0;
    while (from < hashes.size()) {
      int length = Integer.highestOneBit(hashes.size() - from);
      roots.add(whole(hashes.subList(from, from + length)));
      from += length;
    }
    return roots;
  }

  /** The root over so many hashes as are a power of two. */
  static Hash whole(List<Hash> hashes) {
    List<Hash> level = hashes;
    while (level.size() > 1) {
      List<Hash> above = new ArrayList<>(level.size() / 2);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(Hash.node(level.get(i), level.get(i + 1)));
      }
      level = above;
    }
    return level.get(0);
  }

  /** The first so many hashes of a tile. */
  static List<Hash> split(byte[] tile, int width) {
    if (tile.length < width * Hash.BYTES) {
      throw new IllegalArgumentException("A tile of " + tile.length + " bytes is too short");
    }
    List<Hash> hashes = new ArrayList<>(width);
    for (int at = 0; at < width * Hash.BYTES; at += Hash.BYTES) {
      hashes.add(Hash.of(Arrays.copyOfRange(tile, at, at + Hash.BYTES)));
    }
    return hashes;
  }

  private static int top(long size) {
    int level = 0;
    for (long rest = size >>> BITS; rest > 0; rest >>>= BITS) {
      level++;
    }
    return level;
  }
}
