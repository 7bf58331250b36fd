package org.sverka.rule;

import java.time.Instant;
import java.time.ZoneId;
import org.sverka.text.Moments;

/** The sheet is read every few minutes at least; if it could not be, edits are noticed late. */
public final class LateReading implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  /**
   * The finding for a sheet that was not read in between.
   *
   * @param zone whose clock people go by
   */
  public Finding check(Instant since, Instant until, ZoneId zone) {
    return finding("", Moments.minute(since, zone), Moments.minute(until, zone));
  }
}
