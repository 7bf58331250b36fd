package org.sverka.google;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.sverka.text.Sha256;

/**
 * Ids of what Sverka puts into a spreadsheet. They are chosen here and not by the server, always
 * the same for the same thing: what was made already is then refused, never made twice.
 */
final class Ids {
  private Ids() {}

  /** A positive number that depends on the words alone. */
  static int of(String... words) {
    byte[] hash = Sha256.of(String.join("\u0000", words).getBytes(StandardCharsets.UTF_8));
    return Math.max(1, ByteBuffer.wrap(hash).getInt() & Integer.MAX_VALUE);
  }

  /** The next number, from the wanted one on, that is not taken. */
  static int free(int wanted, Set<Integer> taken) {
    int id = wanted;
    while (taken.contains(id)) {
      id = id == Integer.MAX_VALUE ? 1 : id + 1;
    }
    return id;
  }
}
