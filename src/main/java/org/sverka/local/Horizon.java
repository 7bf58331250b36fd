package org.sverka.local;

import java.time.Instant;

/**
 * The moment up to which Drive knows what happened.
 *
 * @param millis since 1970
 */
record Horizon(long millis) {

  /** Everything is known. */
  static final Horizon NONE = new Horizon(Long.MAX_VALUE);

  static Horizon at(Instant moment) {
    return new Horizon(moment.toEpochMilli());
  }
}
