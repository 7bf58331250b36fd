package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.SheetException;

/**
 * How the loop around one roadmap fares: what failed last, how often in a row, and since when the
 * sheet has not been read. Written by one thread at a time, read by any.
 */
final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Duration STALE_AFTER = Duration.ofMinutes(10);

  private final String roadmap;
  private volatile @Nullable Instant readAt;
  private volatile @Nullable Instant unreadSince;
  private volatile boolean stale;
  private volatile String turnError = "";
  private volatile String provisionError = "";
  private volatile boolean storeFailing;
  private int failures;

  Health(String roadmap) {
    this.roadmap = roadmap;
  }

  /** A turn went through. */
  void succeeded() {
    if (failures > 0) {
      LOG.atInfo().addKeyValue("roadmap", roadmap).log("Turns go through again");
    }
    failures = 0;
    turnError = "";
    storeFailing = false;
  }

  /** A turn failed, before or after the sheet was read. */
  void failed(Throwable failure) {
    failures++;
    String error = String.valueOf(failure.getMessage());
    boolean said = isLasting(failure) && error.equals(turnError);
    turnError = error;
    storeFailing = failure instanceof StoreException;
    if (!said) {
      report(failure);
    }
  }

  /** The tab was found as it should be, or made so. */
  void provisioned() {
    provisionError = "";
  }

  /** The tab could not be provisioned; turns go on without. */
  void notProvisioned(Throwable failure) {
    provisionError = String.valueOf(failure.getMessage());
    report(failure);
  }

  /**
   * Takes stock after a turn.
   *
   * @param read when the sheet was last read
   * @return whether {@link #staleSince} has changed
   */
  boolean look(Optional<Instant> read, Instant now) {
    Instant last = read.orElse(null);
    if (last != null && !last.equals(readAt)) {
      readAt = last;
      unreadSince = null;
    } else if (unreadSince == null) {
      unreadSince = last == null ? now : last;
    }
    Instant since = unreadSince;
    boolean was = stale;
    stale = since != null && !now.isBefore(since.plus(STALE_AFTER));
    return stale != was;
  }

  /** How many turns have failed in a row. */
  int failures() {
    return failures;
  }

  /** Whether the last turn failed because it could not be made durable. */
  boolean isStoreFailing() {
    return storeFailing;
  }

  /** What is wrong, for the operator; empty while all is well. */
  String lastError() {
    return turnError.isEmpty() ? provisionError : turnError;
  }

  /** When the sheet was last read whole. */
  Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }

  /** Since when the sheet could not be read, once that is ten minutes ago. */
  Optional<Instant> staleSince() {
    return stale ? Optional.ofNullable(unreadSince) : Optional.empty();
  }

  /** What a person has to mend is said once, and not again with each turn until it is. */
  private static boolean isLasting(Throwable failure) {
    return failure instanceof SheetException refused && !refused.retryable();
  }

  private void report(Throwable failure) {
    boolean expected = failure instanceof SheetException || failure instanceof StoreException;
    LOG.atError()
        .addKeyValue("roadmap", roadmap)
        .addKeyValue("failures", failures)
        .setCause(expected ? null : failure)
        .log(String.valueOf(failure.getMessage()));
  }
}
