package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import org.sverka.sync.SheetState.PendingChange;

/**
 * A mass change is believed only if it still stands at a second look: a minute later and the same,
 * or, if people go on editing meanwhile, after five minutes whatever it is by then.
 */
final class SecondLook {
  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final Duration AT_LAST = Duration.ofMinutes(5);

  private SecondLook() {}

  /**
   * Looks at a mass change.
   *
   * @param pending what was seen of it before
   * @param digest of what would change
   */
  static Result look(PendingChange pending, String digest, Instant now) {
    if (pending.isNone()) {
      return new Result(false, true, new PendingChange(digest, now, now));
    }
    if (now.isBefore(pending.since())) {
      // The clock was set back: the minute begins anew, else it would last until that time again.
      return new Result(false, false, new PendingChange(digest, now, now));
    }
    boolean same = pending.digest().equals(digest);
    boolean believed =
        (same && !now.isBefore(pending.since().plus(SETTLED)))
            || !now.isBefore(pending.first().plus(AT_LAST));
    if (believed) {
      return new Result(true, false, PendingChange.NONE);
    }
    return new Result(
        false, false, same ? pending : new PendingChange(digest, now, pending.first()));
  }

  /**
   * What to do about it.
   *
   * @param believed whether to go ahead
   * @param first whether this was the first look
   * @param pending what to remember
   */
  record Result(boolean believed, boolean first, PendingChange pending) {}
}
