package org.sverka.sync;

import java.time.Duration;
import org.sverka.sync.SharedReads.Share;

/**
 * How often a sheet is looked at: a pure function of how it stands and of how many others share the
 * quota.
 *
 * <table>
 * <caption>The pause after a look that has ended</caption>
 * <tr><th>if</th><th>pause</th></tr>
 * <tr><td>it was put off by the quota</td><td>as long as the quota says</td></tr>
 * <tr><td>it failed</td><td>doubled after each failure, at random between half and whole, a minute
 * at most</td></tr>
 * <tr><td>rows had moved</td><td>none, three times in a row</td></tr>
 * <tr><td>the sheet is under edit: an edit was seen, or there was news, in the last minutes</td><td>short</td></tr>
 * <tr><td>else</td><td>long</td></tr>
 * </table>
 *
 * @param poll the short pause
 * @param quiet the long pause
 * @param tend how often a look goes on to see to what is not in a cell
 * @param underEditFor how long a sheet counts as under edit after an edit or news
 */
public record Pace(Duration poll, Duration quiet, Duration tend, Duration underEditFor) {
  /** Reads that seeing to the tab takes. */
  static final int READS_TO_TEND = 2;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final Duration TEND = Duration.ofMinutes(5);
  private static final Duration UNDER_EDIT = Duration.ofMinutes(5);
  private static final int AGAIN_AT_ONCE = 3;
  private static final int MOST_DOUBLINGS = 6;

  /** Of the quota so much is planned with; the rest is for repeats and for what rows need. */
  private static final double PLANNED = 0.9;

  /** What tending and quiet sheets may take of that when there are too many. */
  private static final double TENDING = 0.25;

  private static final double QUIET_ONES = 0.35;

  /**
   * For a server with a quota, where a quiet sheet is looked at less often.
   *
   * @param poll how often to look at a sheet under edit
   */
  public static Pace sparing(Duration poll) {
    return new Pace(poll, poll.compareTo(QUIET) > 0 ? poll : QUIET, TEND, UNDER_EDIT);
  }

  /**
   * For a server without a quota, where every sheet is looked at often.
   *
   * @param poll how often
   */
  public static Pace steady(Duration poll) {
    return new Pace(poll, poll, TEND, UNDER_EDIT);
  }

  /**
   * The pauses as they are when all who share the quota keep to them: together they stay within it.
   *
   * @param underEdit between looks at a sheet under edit
   * @param quiet between looks at a quiet one
   * @param tend between two times of seeing to a tab
   */
  record Rhythm(Duration underEdit, Duration quiet, Duration tend) {}

  /** What the sheets that share a quota can have of it. */
  Rhythm rhythm(Share share) {
    if (Double.isInfinite(share.readsPerMinute())) {
      return new Rhythm(poll, quiet, tend);
    }
    double all = share.readsPerMinute() / 60 * PLANNED;
    int still = Math.max(0, share.sheets() - share.underEdit());
    Duration tending = stretched(tend, share.sheets() * READS_TO_TEND, all * TENDING);
    double left = all - rate(share.sheets() * READS_TO_TEND, tending);
    double kept = Math.min(rate(still, quiet), all * QUIET_ONES);
    Duration editing = stretched(poll, share.underEdit(), left - kept);
    Duration resting = stretched(quiet, still, left - rate(share.underEdit(), editing));
    return new Rhythm(editing, resting, tending);
  }

  /** How long from now until the next look. */
  Duration untilNext(Standing sheet, Share share, long now) {
    long wait = pause(sheet, rhythm(share), now).toNanos() - (now - sheet.endedAt());
    return Duration.ofNanos(Math.max(0, wait));
  }

  /** Whether the next look is to see to the tab too. */
  boolean isToTend(Standing sheet, Share share, long now) {
    return now - sheet.tendedAt() >= rhythm(share).tend().toNanos();
  }

  /** Whether somebody seems to be editing the sheet. */
  boolean isUnderEdit(Standing sheet, long now) {
    return now - sheet.stirredAt() < underEditFor.toNanos();
  }

  private Duration pause(Standing sheet, Rhythm rhythm, long now) {
    if (!sheet.putOffFor().isZero()) {
      return sheet.putOffFor();
    }
    if (sheet.failures() > 0) {
      return afterFailures(sheet.failures(), sheet.chance());
    }
    if (sheet.moved() > 0 && sheet.moved() <= AGAIN_AT_ONCE) {
      return Duration.ZERO;
    }
    return isUnderEdit(sheet, now) ? rhythm.underEdit() : rhythm.quiet();
  }

  private Duration afterFailures(int failures, double chance) {
    Duration doubled = poll.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration whole = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return Duration.ofNanos((long) (whole.toNanos() * (0.5 + chance / 2)));
  }

  /** The pause itself, or as much longer as keeps that many sheets within a rate. */
  private static Duration stretched(Duration pause, int sheets, double perSecond) {
    Duration needed = Duration.ofNanos((long) Math.ceil(sheets / perSecond * 1e9));
    return needed.compareTo(pause) > 0 ? needed : pause;
  }

  private static double rate(int sheets, Duration pause) {
    return sheets / (pause.toNanos() / 1e9);
  }
}
