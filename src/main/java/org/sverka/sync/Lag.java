package org.sverka.sync;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Snapshot;

/**
 * Doubts a sheet that reads as it did before one of its last changes, be they people's or Sverka's
 * own: perhaps the answer came from a copy of Google's that lags behind. If it is no lag but an
 * undo, the next look says the same.
 */
final class Lag {
  private static final int LOOKS = 4;
  private static final long MEMORY = Duration.ofMinutes(2).toNanos();

  private final LongSupplier ticker;
  private final Deque<Look> earlier = new ArrayDeque<>();
  private @Nullable Snapshot last;
  private boolean doubted;

  /**
   * @param ticker nanoseconds that no setting of the clock disturbs
   */
  Lag(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /**
   * How the sheet once read.
   *
   * @param hash of the snapshot; that two are taken for the same costs no more than another look
   * @param until when it was last read so
   */
  private record Look(int hash, long until) {}

  /** Whether to wait for another look before this is believed. */
  boolean isDoubtful(Snapshot seen) {
    if (seen.equals(last)) {
      doubted = false;
      return false;
    }
    long now = ticker.getAsLong();
    earlier.removeIf(look -> now - look.until > MEMORY);
    int hash = seen.hashCode();
    if (!doubted && earlier.stream().anyMatch(look -> look.hash == hash)) {
      doubted = true;
      return true;
    }
    changed();
    earlier.removeIf(look -> look.hash == hash);
    last = seen;
    doubted = false;
    return false;
  }

  /** The sheet is known to be other than it was last seen: it has been written to. */
  void changed() {
    Snapshot known = last;
    if (known == null) {
      return;
    }
    earlier.addLast(new Look(known.hashCode(), ticker.getAsLong()));
    last = null;
    while (earlier.size() > LOOKS) {
      earlier.removeFirst();
    }
  }
}
