package org.sverka.cli;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Function;
import org.sverka.google.HttpLimits;
import org.sverka.google.SteadyClock;
import org.sverka.sync.Alarms;
import org.sverka.sync.Clocks;

/**
 * How time passes for the program, and how much of it one request may take.
 *
 * @param wall people's clock
 * @param steady what intervals and waits go by
 * @param alarms what wakes the loops up
 */
record Tempo(
    InstantSource wall, SteadyClock steady, Function<Vertx, Alarms> alarms, HttpLimits limits) {
  /** The machine's own, with that clock for people. */
  static Tempo of(InstantSource wall) {
    return new Tempo(wall, SteadyClock.system(), Alarms::of, HttpLimits.standard());
  }

  /** The machine's own. */
  static Tempo system() {
    return of(InstantSource.system());
  }

  Clocks clocks() {
    return new Clocks(wall, steady::nanos);
  }
}
