package org.sverka.google;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Consumer;
import org.sverka.google.LivePoint.Outcome;
import org.sverka.sheet.SheetException;

/** Tries points one by one and tells of each at once. */
final class LiveReport {
  private final Consumer<LivePoint> told;

  LiveReport(Consumer<LivePoint> told) {
    this.told = told;
  }

  /** What is tried; answers a detail, and says by an exception that it is not as it should be. */
  interface Trial {
    String run();
  }

  /** It works, but not as Sverka needs it. */
  static SheetException notOk(String key, Object... arguments) {
    return new SheetException(Words.operator("live." + key, arguments), false);
  }

  /** A detail of something that may be one way or the other. */
  static String detail(String key, Object... arguments) {
    return Words.operator("live." + key, arguments);
  }

  /**
   * Tries one point.
   *
   * @return whether it is as it should be
   */
  @CanIgnoreReturnValue
  boolean point(String key, Trial trial) {
    try {
      return tell(Outcome.OK, key, trial.run());
    } catch (SheetException e) {
      failed(key, e);
      return false;
    }
  }

  /** Tells that a point is not as it should be. */
  void failed(String key, SheetException why) {
    tell(Outcome.NOT_OK, key, Absent.text(why.getMessage()));
  }

  /** Tells that points were not tried. */
  void untried(String why, Iterable<String> keys) {
    keys.forEach(key -> tell(Outcome.NOT_TRIED, key, Words.operator("live." + why)));
  }

  @CanIgnoreReturnValue
  private boolean tell(Outcome outcome, String key, String detail) {
    told.accept(new LivePoint(outcome, Words.operator("live." + key), detail));
    return outcome == Outcome.OK;
  }
}
