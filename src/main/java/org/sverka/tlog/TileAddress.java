package org.sverka.tlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile: a run of hashes of one level of the tree, or of entries (c2sp.org/tlog-tiles).
 *
 * @param level 0 for hashes of leaves, one more for hashes of whole tiles of the level below, at
 *     most 63; {@link #ENTRIES} for the entries themselves
 * @param index its place among the tiles of the level, from 0
 * @param width how many hashes or entries, from 1 to {@link #FULL}
 */
public record TileAddress(int level, long index, int width) {
  /** The level of bundles of entries. */
  public static final int ENTRIES = -1;

  /** Width of a tile that is full. */
  public static final int FULL = 256;

  private static final int BITS = 8;
  private static final int MOST_LEVEL = 63;
  private static final long THOUSAND = 1_000;
  private static final Pattern PATH =
      Pattern.compile(
          "(?<level>entries|0|[1-9][0-9]?)/(?<index>(x[0-9]{3}/){0,5}[0-9]{3})"
              + "(\\.p/(?<width>[1-9][0-9]{0,2}))?");

  public TileAddress {
    if (level < ENTRIES || level > MOST_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("No tile: " + level + ", " + index + ", " + width);
    }
  }

  /** The full tile at that place. */
  public static TileAddress full(int level, long index) {
    return new TileAddress(level, index, FULL);
  }

  /** How many hashes of the level at that place a tree of that size has: 0 to {@link #FULL}. */
  public static int available(int level, long index, long size) {
    int shift = BITS * Math.max(0, level);
    long hashes = shift < Long.SIZE ? size >>> shift : 0;
    return (int) Math.max(0, Math.min(FULL, hashes - index * FULL));
  }

  /** The address that a path spells, after {@code tile/}; each has one spelling. */
  public static Optional<TileAddress> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group("index").replaceAll("[x/]", "");
    int level =
        parts.group("level").equals("entries") ? ENTRIES : Integer.parseInt(parts.group("level"));
    int width = parts.group("width") == null ? FULL : Integer.parseInt(parts.group("width"));
    if (level > MOST_LEVEL || (parts.group("width") != null && width >= FULL)) {
      return Optional.empty();
    }
    TileAddress address = new TileAddress(level, Long.parseLong(digits), width);
    return Optional.of(address).filter(found -> found.path().equals(path));
  }

  /** Its path after {@code tile/}, such as {@code 0/x001/x234/067.p/8}. */
  public String path() {
    StringBuilder path = new StringBuilder(element(index % THOUSAND));
    for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
      path.insert(0, "x" + element(rest % THOUSAND) + "/");
    }
    path.insert(0, level == ENTRIES ? "entries/" : level + "/");
    return isFull() ? path.toString() : path + ".p/" + width;
  }

  /** Whether it will never grow. */
  public boolean isFull() {
    return width == FULL;
  }

  /** Whether a tree of that size has so much of it. */
  public boolean isIn(long size) {
    return width <= available(level, index, size);
  }

  private static String element(long digits) {
    return String.format("%03d", digits);
  }
}
