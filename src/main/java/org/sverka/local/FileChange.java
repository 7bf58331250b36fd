package org.sverka.local;

import java.time.Instant;

/**
 * One thing that happened to a file.
 *
 * @param number counts the changes of all files; a page token of Drive
 * @param version counts the changes of this file
 * @param editor who did it
 */
record FileChange(long number, String fileId, long version, Instant at, Kind kind, Editor editor) {

  /** What happened. */
  enum Kind {
    CONTENT,
    PROPERTIES,
    PARENTS,
    PERMISSIONS,
    TRASH,
    UNTRASH,
    REMOVE;

    /** Whether there is a revision of it, with a time of modification. */
    boolean modifies() {
      return this == CONTENT || this == PROPERTIES;
    }
  }
}
