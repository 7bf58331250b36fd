package org.sverka.store;

import static org.sverka.store.Samples.ROADMAP;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.sverka.log.Entry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.MeasureState;
import org.sverka.sync.Store;

/** A log of many entries, quickly made. */
final class LongLog {
  private static final long TURN = 1_000;

  private LongLog() {}

  /** Commits entries from a number up to another, a thousand a turn. */
  static void commit(Store store, long from, long to) {
    Map<MeasureNumber, MeasureState> measures = Samples.logged("В работе");
    for (long first = from; first <= to; first += TURN) {
      long last = Math.min(to, first + TURN - 1);
      List<Entry> turn = LongStream.rangeClosed(first, last).mapToObj(Samples::entry).toList();
      store.commit(
          ROADMAP,
          Samples.state(last, measures),
          measures,
          Samples.seal(store, turn.toArray(Entry[]::new)));
    }
  }
}
