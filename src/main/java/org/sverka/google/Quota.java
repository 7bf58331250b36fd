package org.sverka.google;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sverka.sheet.SheetException;

/**
 * Keeps all requests of one credential, whichever sheet they are about, within Google's quota, so
 * that a refusal (429) is the exception. Requests wait their turn for a few seconds; what would
 * have to wait longer is put off to a later turn. Safe for several threads.
 *
 * <p>Google allows 60 reads and 60 writes a minute for one account and refills at the minute (<a
 * href="https://developers.google.com/workspace/sheets/api/limits">limits</a>); Drive has a quota
 * of its own, which Sverka comes nowhere near.
 */
public final class Quota {
  private static final Limit SHEETS = new Limit(10, 48);
  private static final Limit DRIVES = new Limit(10, 40);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Map<Kind, Allowance> allowances = new EnumMap<>(Kind.class);
  private final BlockingStrategy waiting;

  /** What a request counts as. */
  public enum Kind {
    READ,
    WRITE,
    DRIVE
  }

  /**
   * How many requests of a kind may be sent. In no minute, wherever it begins, are there more than
   * both together.
   *
   * @param burst at once, after a rest
   * @param perMinute for ever
   */
  public record Limit(int burst, int perMinute) {}

  /**
   * How much of a limit is in use.
   *
   * @param used requests in the last minute
   * @param remaining requests that could be sent now
   */
  public record Usage(int used, long remaining, Limit limit) {}

  /**
   * @param limits kinds that are left out have none
   * @param clock monotonic
   * @param waiting how to wait
   */
  Quota(Map<Kind, Limit> limits, TimeMeter clock, BlockingStrategy waiting) {
    limits.forEach((kind, limit) -> allowances.put(kind, new Allowance(limit, clock)));
    this.waiting = waiting;
  }

  /** A little less than what Google allows one account. */
  public static Quota google(SteadyClock clock) {
    TimeMeter meter =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return clock.nanos();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
    return google(meter, nanos -> clock.pause(Duration.ofNanos(nanos)));
  }

  static Quota google(TimeMeter clock, BlockingStrategy waiting) {
    return new Quota(
        Map.of(Kind.READ, SHEETS, Kind.WRITE, SHEETS, Kind.DRIVE, DRIVES), clock, waiting);
  }

  /** For a server that has no quota, such as the embedded sheet. */
  public static Quota unlimited() {
    return new Quota(Map.of(), TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
  }

  /** How many reads a minute there are to share; infinite if there is no limit. */
  public double readsPerMinute() {
    return usage(Kind.READ)
        .map(usage -> (double) usage.limit().perMinute())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** How much is in use; empty if there is no limit. */
  public Optional<Usage> usage(Kind kind) {
    return Optional.ofNullable(allowances.get(kind)).map(Allowance::usage);
  }

  /**
   * Waits until a request may be sent, and counts it as sent.
   *
   * @throws SheetException if it would have to wait too long; it is put off and was not sent
   */
  void take(Kind kind) {
    Allowance allowance = allowances.get(kind);
    if (allowance == null) {
      return;
    }
    try {
      if (!allowance.take(LONGEST_WAIT, waiting)) {
        Duration until = allowance.untilNext();
        String seconds = String.valueOf(until.toSeconds() + 1);
        throw SheetException.putOff(Words.operator("put-off", kind.name(), seconds), until);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SheetException(Words.operator("interrupted"), true, e);
    }
  }

  /** The server has refused a request because of its quota: for a minute no more are sent. */
  void refused(Kind kind) {
    Allowance allowance = allowances.get(kind);
    if (allowance != null) {
      allowance.empty();
    }
  }
}
