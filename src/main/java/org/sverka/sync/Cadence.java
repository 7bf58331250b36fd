package org.sverka.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.sverka.sheet.SheetException;

/** Keeps for one loop how its sheet stands, and asks {@link Pace} what follows. Thread-safe. */
final class Cadence {
  private final Timing timing;
  private final SharedReads.Seat seat;
  private Standing sheet;

  Cadence(Timing timing) {
    this.timing = timing;
    this.seat = timing.reads().join();
    this.sheet = Standing.unseen(now());
  }

  /** A look went through. */
  void looked(Turn.Result result) {
    // What a turn enters is mostly people's edits, and what else there is comes once a day.
    become(known -> known.looked(result.entered() > 0, result.moved(), now()));
  }

  /** A look failed, or was put off. */
  void failed(Throwable failure) {
    Duration wait =
        failure instanceof SheetException sheetFailure ? sheetFailure.putOffFor() : Duration.ZERO;
    double chance = ThreadLocalRandom.current().nextDouble();
    become(known -> wait.isZero() ? known.failed(chance, now()) : known.putOff(wait, now()));
  }

  /** The tab was seen to, or that was tried. */
  void tended() {
    become(known -> known.tended(now()));
  }

  /** There is news of the sheet. */
  void stirred() {
    become(known -> known.stirred(now()));
  }

  /** How long until the next look. */
  synchronized Duration untilNext() {
    seat.underEdit(timing.pace().isUnderEdit(sheet, now()));
    return timing.pace().untilNext(sheet, timing.reads().share(), now());
  }

  synchronized boolean isToTend() {
    return timing.pace().isToTend(sheet, timing.reads().share(), now());
  }

  /** How often the sheet is looked at, for people. */
  synchronized Mode mode() {
    boolean underEdit = timing.pace().isUnderEdit(sheet, now());
    Pace.Rhythm rhythm = timing.pace().rhythm(timing.reads().share());
    String name = sheet.failures() > 0 ? "failing" : underEdit ? "under-edit" : "quiet";
    return new Mode(name, underEdit ? rhythm.underEdit() : rhythm.quiet());
  }

  private synchronized void become(UnaryOperator<Standing> change) {
    sheet = change.apply(sheet);
    seat.underEdit(timing.pace().isUnderEdit(sheet, now()));
  }

  private long now() {
    return timing.clocks().nanos().getAsLong();
  }
}
