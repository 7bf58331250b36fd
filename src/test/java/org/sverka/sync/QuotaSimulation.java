package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.sverka.google.Quota.Kind;
import org.sverka.google.VirtualQuota;
import org.sverka.sheet.SheetException;

/**
 * Hours of many sheets on one credential, in no time: the real {@link Cadence} of each and the real
 * quota, with a virtual clock, and people and Google as the facts have them. Every request takes
 * 300 ms; Drive tells of an edit three minutes later.
 */
final class QuotaSimulation {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = 60 * SECOND;
  private static final long REQUEST = 3 * SECOND / 10;
  private static final long DRIVE_LAG = 3 * MINUTE;
  private static final long NEWS_EVERY = 45 * SECOND;
  private static final long WARM_UP = 20 * MINUTE;
  private static final long END = WARM_UP + 120 * MINUTE;
  private static final Turn.Result EDITED = new Turn.Result(1, 2, false);

  private final Random random = new Random(17);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final Map<Kind, List<Long>> sent = new EnumMap<>(Kind.class);
  private final List<Long> delays = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final VirtualQuota quota = new VirtualQuota(this::now);
  private final Timing timing =
      new Timing(
          Pace.sparing(Duration.ofSeconds(5)),
          new SharedReads(quota.readsPerMinute()),
          new Clocks(() -> Instant.EPOCH, this::now));
  private long now;
  private long order;
  private long longestUnseen;
  private int putOff;

  private record Event(long at, long order, Runnable what) {}

  /**
   * What came of it.
   *
   * @param perMinute requests of a kind a minute
   * @param busiest the most requests of a kind in any minute
   * @param delays from an edit until it is published, in seconds, from the shortest to the longest
   * @param longestUnseen the longest time between two looks at one sheet, in seconds
   * @param putOff turns that the quota put off
   */
  record Figures(
      Map<Kind, Double> perMinute,
      Map<Kind, Integer> busiest,
      List<Double> delays,
      double longestUnseen,
      int putOff) {
    double median() {
      return delays.isEmpty() ? 0 : delays.get(delays.size() / 2);
    }

    double worst() {
      return delays.isEmpty() ? 0 : delays.get(delays.size() - 1);
    }
  }

  private QuotaSimulation() {}

  /**
   * Two hours, after some time to settle.
   *
   * @param count of sheets
   * @param edited how many of these are edited
   * @param gap the mean time between two edits of one of them
   */
  static Figures run(int count, int edited, Duration gap) {
    QuotaSimulation simulation = new QuotaSimulation();
    for (int i = 0; i < count; i++) {
      Sheet sheet = simulation.new Sheet(i < edited ? gap.toNanos() : 0);
      simulation.sheets.add(sheet);
      simulation.at(sheet.firstLook(), sheet.looking(0));
      sheet.awaitEdit();
    }
    simulation.at(0, simulation::hearNews);
    while (simulation.now < END) {
      Event next = simulation.events.remove();
      simulation.now = next.at();
      next.what().run();
    }
    return simulation.figures();
  }

  private long now() {
    return now;
  }

  private void at(long moment, Runnable what) {
    events.add(new Event(moment, order++, what));
  }

  private long send(Kind kind) {
    long moment = quota.take(kind);
    if (moment >= WARM_UP) {
      sent.computeIfAbsent(kind, unused -> new ArrayList<>()).add(moment);
    }
    return moment;
  }

  private void hearNews() {
    long heard = send(Kind.DRIVE) + REQUEST;
    sheets.stream().filter(sheet -> sheet.toldFrom <= now).forEach(sheet -> at(heard, sheet::news));
    at(now + NEWS_EVERY, this::hearNews);
  }

  private Figures figures() {
    Map<Kind, Double> perMinute = new EnumMap<>(Kind.class);
    Map<Kind, Integer> busiest = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<Long> moments = sent.getOrDefault(kind, List.of());
      perMinute.put(kind, moments.size() / ((END - WARM_UP) / (double) MINUTE));
      busiest.put(kind, busiest(moments));
    }
    Collections.sort(delays);
    return new Figures(
        perMinute,
        busiest,
        delays.stream().map(QuotaSimulation::seconds).toList(),
        seconds(longestUnseen),
        putOff);
  }

  private static int busiest(List<Long> unsorted) {
    List<Long> moments = unsorted.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < moments.size(); last++) {
      while (moments.get(last) - moments.get(first) >= MINUTE) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static double seconds(long nanos) {
    return nanos / (double) SECOND;
  }

  /** One sheet, the people at it, and its loop. */
  private final class Sheet {
    private final long gap;
    private final Cadence cadence = new Cadence(timing);
    private final List<Long> unseen = new ArrayList<>();
    private long toldFrom = Long.MAX_VALUE;
    private long armed;
    private boolean running;
    private long readAt = -1;

    Sheet(long gap) {
      this.gap = gap;
    }

    long firstLook() {
      return random.nextLong(NEWS_EVERY);
    }

    void awaitEdit() {
      if (gap > 0) {
        at(now - (long) (gap * Math.log(1 - random.nextDouble())), this::edit);
      }
    }

    private void edit() {
      unseen.add(now);
      changed();
      awaitEdit();
    }

    private void changed() {
      toldFrom = Math.min(toldFrom, now + DRIVE_LAG);
    }

    void news() {
      toldFrom = Long.MAX_VALUE;
      cadence.stirred();
      if (!running) {
        arm();
      }
    }

    private void arm() {
      armed++;
      at(now + cadence.untilNext().toNanos(), looking(armed));
    }

    /** A look that takes place unless another was fixed since. */
    Runnable looking(long number) {
      return () -> {
        if (armed == number && !running) {
          running = true;
          attempt(this::look);
        }
      };
    }

    private void attempt(Runnable step) {
      try {
        step.run();
      } catch (SheetException e) {
        putOff++;
        cadence.failed(e);
        running = false;
        arm();
      }
    }

    private void look() {
      at(send(Kind.READ), () -> attempt(this::read));
    }

    private void read() {
      if (readAt >= WARM_UP) {
        longestUnseen = Math.max(longestUnseen, now - readAt);
      }
      readAt = now;
      List<Long> seen = List.copyOf(unseen);
      unseen.clear();
      at(now + REQUEST, () -> attempt(() -> publish(seen)));
    }

    private void publish(List<Long> seen) {
      if (seen.isEmpty()) {
        tend(Turn.Result.NOTHING);
        return;
      }
      seen.stream().filter(edit -> edit >= WARM_UP).forEach(edit -> delays.add(now - edit));
      at(
          send(Kind.WRITE) + REQUEST,
          () -> {
            changed();
            attempt(() -> tend(EDITED));
          });
    }

    private void tend(Turn.Result result) {
      cadence.looked(result);
      long ended = now;
      if (cadence.isToTend()) {
        cadence.tended();
        try {
          long first = send(Kind.READ);
          ended = Math.max(first, send(Kind.READ)) + REQUEST;
        } catch (SheetException e) {
          putOff++;
        }
      }
      at(
          ended,
          () -> {
            running = false;
            arm();
          });
    }
  }
}
