package org.sverka.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Builds the tree anew, leaf by leaf, in memory that grows with its height alone, and compares each
 * tile and bundle as soon as it is known (c2sp.org/tlog-tiles).
 */
final class TreeCheck {
  private static final int WIDTH = 256;

  private final LogSource source;
  private final List<Level> levels = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final Deque<Peak> peaks = new ArrayDeque<>();
  private long size;

  /** The rightmost tile of a level. */
  private static final class Level {
    final List<byte[]> hashes = new ArrayList<>();
    long tile;
  }

  /** A whole subtree that is not yet part of a larger one; the newest is on top. */
  private static final class Peak {
    final int height;
    final byte[] hash;

    Peak(int height, byte[] hash) {
      this.height = height;
      this.hash = hash;
    }
  }

  TreeCheck(LogSource source) {
    this.source = source;
  }

  long size() {
    return size;
  }

  /** Adds the next leaf. */
  void add(byte[] entry) throws WrongException {
    byte[] leaf = Sha.leaf(entry);
    entries.add(entry);
    size++;
    raise(leaf);
    add(0, leaf);
  }

  /** The root over all leaves so far. */
  byte[] root() {
    Iterator<Peak> newestFirst = peaks.iterator();
    if (!newestFirst.hasNext()) {
      return Sha.of();
    }
    byte[] root = newestFirst.next().hash;
    while (newestFirst.hasNext()) {
      root = Sha.node(newestFirst.next().hash, root);
    }
    return root;
  }

  /** Compares the tiles that are not full. */
  void end() throws WrongException {
    for (int level = 0; level < levels.size(); level++) {
      if (!levels.get(level).hashes.isEmpty()) {
        compare(level);
      }
    }
  }

  private void raise(byte[] leaf) {
    Peak newest = new Peak(0, leaf);
    while (!peaks.isEmpty() && peaks.peek().height == newest.height) {
      newest = new Peak(newest.height + 1, Sha.node(peaks.pop().hash, newest.hash));
    }
    peaks.push(newest);
  }

  private void add(int number, byte[] hash) throws WrongException {
    if (levels.size() == number) {
      levels.add(new Level());
    }
    Level level = levels.get(number);
    level.hashes.add(hash);
    if (level.hashes.size() == WIDTH) {
      compare(number);
      List<byte[]> hashes = List.copyOf(level.hashes);
      level.hashes.clear();
      level.tile++;
      add(number + 1, over(hashes));
    }
  }

  private static byte[] over(List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    int half = hashes.size() / 2;
    return Sha.node(over(hashes.subList(0, half)), over(hashes.subList(half, hashes.size())));
  }

  private void compare(int number) throws WrongException {
    Level level = levels.get(number);
    String place = place(level.tile, level.hashes.size());
    byte[] tile = source.tile(number + "/" + place);
    for (int i = 0; i < level.hashes.size(); i++) {
      int at = i * Sha.BYTES;
      if (tile.length < at + Sha.BYTES
          || !Arrays.equals(level.hashes.get(i), Arrays.copyOfRange(tile, at, at + Sha.BYTES))) {
        throw new WrongException(Fault.TILE, number + "/" + place + " #" + i);
      }
    }
    if (tile.length > level.hashes.size() * Sha.BYTES) {
      throw new WrongException(Fault.TILE, number + "/" + place + " #" + level.hashes.size());
    }
    if (number == 0) {
      compareEntries(level, "entries/" + place);
    }
  }

  private void compareEntries(Level level, String path) throws WrongException {
    Optional<byte[]> kept = source.bundle(path);
    if (kept.isPresent()) {
      byte[] bundle = kept.get();
      int at = 0;
      for (int i = 0; i < entries.size(); i++) {
        byte[] entry = entries.get(i);
        boolean last = i == entries.size() - 1;
        int end = last ? bundle.length : Math.min(at + 2 + entry.length, bundle.length);
        if (!isEntry(bundle, Math.min(at, end), end, entry)) {
          throw new WrongException(Fault.BUNDLE, path + " #" + (level.tile * WIDTH + i + 1));
        }
        at = end;
      }
    }
    entries.clear();
  }

  private static boolean isEntry(byte[] bundle, int from, int to, byte[] entry) {
    return to - from == 2 + entry.length
        && bundle[from] == (byte) (entry.length >>> 8)
        && bundle[from + 1] == (byte) entry.length
        && Arrays.equals(bundle, from + 2, to, entry, 0, entry.length);
  }

  private static String place(long tile, int width) {
    String path = String.format("%03d", tile % 1000);
    for (long rest = tile / 1000; rest > 0; rest /= 1000) {
      path = String.format("x%03d/", rest % 1000) + path;
    }
    return width == WIDTH ? path : path + ".p/" + width;
  }
}
