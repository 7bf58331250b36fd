package org.sverka.store;

import java.time.Instant;
import org.sverka.log.LogFilter;

/**
 * A span of time in milliseconds since 1970.
 *
 * @param from first millisecond in it
 * @param to last millisecond in it
 */
record TimeSpan(long from, long to) {
  static TimeSpan of(LogFilter filter) {
    long until = roundedUp(filter.until());
    return new TimeSpan(
        roundedUp(filter.since()),
        filter.until().equals(Instant.MAX) || until == Long.MIN_VALUE ? until : until - 1);
  }

  boolean isAll() {
    return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
  }

  // Entries are of whole milliseconds: not before 0.5 ms is not before 1 ms.
  private static long roundedUp(Instant moment) {
    try {
      long millis = moment.toEpochMilli();
      return Instant.ofEpochMilli(millis).equals(moment) ? millis : Math.addExact(millis, 1);
    } catch (ArithmeticException e) {
      return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
