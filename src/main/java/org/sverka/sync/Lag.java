package org.sverka.sync;

import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Snapshot;

/**
 * Doubts a sheet that reads exactly as it did before its last change: perhaps the answer came from
 * a copy of Google's that lags behind. If it is no lag but an undo, the next look says the same.
 */
final class Lag {
  private @Nullable Snapshot before;
  private @Nullable Snapshot last;
  private boolean doubted;

  /** Whether to wait for another look before this is believed. */
  boolean isDoubtful(Snapshot seen) {
    if (seen.equals(last)) {
      doubted = false;
      return false;
    }
    if (seen.equals(before) && !doubted) {
      doubted = true;
      return true;
    }
    before = last;
    last = seen;
    doubted = false;
    return false;
  }
}
