package org.sverka.tlog;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Entries in a row, each after its length (c2sp.org/tlog-tiles, «Log entries»). */
public final class EntryBundle {
  private static final int MOST = 0xFFFF;

  private EntryBundle() {}

  /**
   * The bytes of a bundle: each entry with its length before it, 16 bits, the higher byte first.
   *
   * @throws IllegalArgumentException if an entry is longer than 65,535 bytes
   */
  public static byte[] write(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MOST) {
        throw new IllegalArgumentException("An entry of " + entry.length + " bytes is too long");
      }
      bundle.write(entry.length >>> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }
}
