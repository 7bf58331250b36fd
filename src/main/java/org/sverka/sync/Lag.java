package org.sverka.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Snapshot;

/**
 * Doubts a sheet that reads exactly as it did before one of its last changes, be they people's or
 * Sverka's own: perhaps the answer came from a copy of Google's that lags behind. If it is no lag
 * but an undo, the next look says the same.
 */
final class Lag {
  private static final int REMEMBERED = 4;

  private final Deque<Snapshot> before = new ArrayDeque<>();
  private @Nullable Snapshot last;
  private boolean doubted;

  /** Whether to wait for another look before this is believed. */
  boolean isDoubtful(Snapshot seen) {
    if (seen.equals(last)) {
      doubted = false;
      return false;
    }
    if (before.contains(seen) && !doubted) {
      doubted = true;
      return true;
    }
    changed();
    boolean unused = before.remove(seen);
    last = seen;
    doubted = false;
    return false;
  }

  /** The sheet is known to be other than it was last seen. */
  void changed() {
    if (last != null) {
      before.addLast(last);
      last = null;
      if (before.size() > REMEMBERED) {
        before.removeFirst();
      }
    }
  }
}
