package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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

  private final String roadmap;
  private final Clocks clocks;
  private final long began;
  private final Instant beganAt;
  private volatile @Nullable Reading last;
  private volatile @Nullable Instant staleSince;
  private volatile String turnError = "";
  private volatile String writeError = "";
  private volatile String provisionError = "";
  private volatile String warning = "";
  private volatile boolean storeFailing;
  private int failures;

  Health(String roadmap, Clocks clocks) {
    this.roadmap = roadmap;
    this.clocks = clocks;
    this.began = clocks.nanos().getAsLong();
    this.beganAt = clocks.wall().instant();
  }

  /**
   * When the sheet was read.
   *
   * @param at for people
   * @param nanos for intervals
   */
  private record Reading(Instant at, long nanos) {}

  /** A turn went through. */
  void succeeded() {
    if (failures > 0) {
      LOG.atInfo().addKeyValue("roadmap", roadmap).log("Turns go through again");
    }
    failures = 0;
    turnError = "";
    storeFailing = false;
  }

  /** A turn failed, before or after the sheet was read, or was put off. */
  void failed(Throwable failure) {
    if (isPutOff(failure)) {
      turnError = String.valueOf(failure.getMessage());
      say(failure);
      return;
    }
    failures++;
    String error = String.valueOf(failure.getMessage());
    boolean said = isLasting(failure) && error.equals(turnError);
    turnError = error;
    storeFailing = failure instanceof StoreException;
    if (!said) {
      report(failure);
    }
  }

  /** The sheet has all that it should have. */
  void written() {
    writeError = "";
  }

  /** The sheet was read, but could not be written; or the write was put off. */
  void notWritten(SheetException failure) {
    String error = String.valueOf(failure.getMessage());
    boolean said = error.equals(writeError);
    writeError = error;
    if (!said) {
      say(failure);
    }
  }

  /** The tab was found as it should be, or made so. */
  void provisioned() {
    provisionError = "";
  }

  /** The tab could not be provisioned; turns go on without. */
  void notProvisioned(Throwable failure) {
    String error = String.valueOf(failure.getMessage());
    boolean said = error.equals(provisionError) || error.equals(writeError);
    provisionError = error;
    if (!said) {
      say(failure);
    }
  }

  /** Something is wrong with the file as a whole; the empty text if nothing is. */
  void warned(String what) {
    if (!what.equals(warning)) {
      // What was refused because of it is refused no more.
      turnError = turnError.equals(warning) ? "" : turnError;
      provisionError = provisionError.equals(warning) ? "" : provisionError;
      writeError = writeError.equals(warning) ? "" : writeError;
      warning = what;
      LOG.atWarn().addKeyValue("roadmap", roadmap).log(what.isEmpty() ? "The file is well" : what);
    }
  }

  /**
   * Takes stock after a turn.
   *
   * @param readAt when the sheet was last read
   * @param again whether that was in this turn
   * @return whether {@link #staleSince} has changed
   */
  boolean look(Optional<Instant> readAt, boolean again) {
    long now = clocks.nanos().getAsLong();
    if (again) {
      last = readAt.map(at -> new Reading(at, now)).orElse(null);
    }
    Reading reading = last;
    boolean isStale = now - (reading == null ? began : reading.nanos) >= Looks.OVERDUE.toNanos();
    boolean was = staleSince != null;
    staleSince = isStale ? reading == null ? beganAt : reading.at : null;
    return isStale != was;
  }

  /** Whether the last turn failed because it could not be made durable. */
  boolean isStoreFailing() {
    return storeFailing;
  }

  /** What is wrong, for the operator; empty while all is well. */
  String lastError() {
    return Stream.of(turnError, writeError, warning, provisionError)
        .filter(error -> !error.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** When the sheet was last read whole. */
  Optional<Instant> readAt() {
    return Optional.ofNullable(last).map(Reading::at);
  }

  /** How long ago that is, whatever has been done to the clock. */
  Optional<Duration> lag() {
    return Optional.ofNullable(last)
        .map(reading -> Duration.ofNanos(clocks.nanos().getAsLong() - reading.nanos));
  }

  /** Since when the sheet could not be read, once that is ten minutes ago. */
  Optional<Instant> staleSince() {
    return Optional.ofNullable(staleSince);
  }

  /** What a person has to mend is said once, and not again with each turn until it is. */
  private static boolean isLasting(Throwable failure) {
    return failure instanceof ForkedLogException
        || (failure instanceof SheetException refused && !refused.retryable());
  }

  /** To be put off is no fault. */
  private static boolean isPutOff(Throwable failure) {
    return failure instanceof SheetException sheet && !sheet.putOffFor().isZero();
  }

  private void say(Throwable failure) {
    if (isPutOff(failure)) {
      LOG.atInfo().addKeyValue("roadmap", roadmap).log(String.valueOf(failure.getMessage()));
    } else {
      report(failure);
    }
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
