package org.sverka.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.sverka.log.Entry;

/** A short name for what a turn would enter, by which a second look knows it again. */
final class Digest {
  private Digest() {}

  static String of(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      for (String part :
          List.of(
              entry.type().key(), entry.measure(), entry.column(), entry.before(), entry.after())) {
        text.append(part.length()).append(':').append(part);
      }
    }
    return of(text.toString());
  }

  static String of(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
