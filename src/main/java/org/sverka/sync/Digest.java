package org.sverka.sync;

import java.util.List;
import org.sverka.log.Entry;
import org.sverka.text.Sha256;

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
    return Sha256.hex(text.toString());
  }
}
