package org.sverka.torture;

import java.nio.file.Path;
import java.util.List;

/**
 * How hard to torture.
 *
 * @param quick a sample of the cases instead of all
 * @param kills how many kill -9 under load
 * @param bytes how many bytes at most are damaged in one case of the long form, evenly; 0 for every
 *     one
 * @param only part of the names of the cases to run; empty for all
 * @param work an empty folder to work in
 * @param java how a child is started, without its class
 */
record Settings(
    boolean quick, int kills, long seed, int bytes, String only, Path work, List<String> java) {
  /** How many at once. */
  int lanes() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }

  /** One number in the short form, another in the long one. */
  int choose(int inShort, int inLong) {
    return quick ? inShort : inLong;
  }
}
