package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.sverka.google.SteadyClock;
import org.sverka.sync.Alarms;

/**
 * Time that passes only when it is told to, or when somebody waits for it: then at once. Alarms
 * ring one by one, each when what the last one set off has ended.
 */
final class HandTime implements SteadyClock, Alarms, InstantSource {
  private static final Instant START = Instant.parse("2024-03-12T09:00:00Z");
  private static final long PATIENCE_SECONDS = 120;

  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private long nanos;
  private Instant wall = START;
  private long setAt;
  private int days;

  private record Alarm(long due, Runnable task) {}

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  /** People's clock: goes on with the other, from wherever it was last set to. */
  @Override
  public synchronized Instant instant() {
    return wall.plusNanos(nanos - setAt);
  }

  /** Somebody sets people's clock. */
  synchronized void setClock(Instant now) {
    wall = now;
    setAt = nanos;
  }

  /** A new morning, so that no day ends while a test goes on. */
  synchronized void nextMorning() {
    days++;
    setClock(START.plus(Duration.ofDays(days)));
  }

  @Override
  public synchronized void pause(Duration length) {
    pauses.add(length);
    nanos += length.toNanos();
  }

  /** How long somebody has waited, each time. */
  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public synchronized Runnable set(Duration in, Runnable task) {
    Alarm alarm = new Alarm(nanos + in.toNanos(), task);
    alarms.add(alarm);
    notifyAll();
    return () -> callOff(alarm);
  }

  private synchronized void callOff(Alarm alarm) {
    alarms.remove(alarm);
  }

  /** Waits until so many alarms are set, that is until all who work have ended. */
  synchronized void awaitRest(int workers) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (alarms.size() < workers) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        assertThat(left).as("nobody goes on working for minutes").isPositive();
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** When the next alarm rings. */
  synchronized long next() {
    return alarms.stream().mapToLong(Alarm::due).min().orElse(Long.MAX_VALUE);
  }

  /** Goes on to the next alarm and lets it ring. */
  void ring() {
    Alarm first;
    synchronized (this) {
      first = alarms.stream().min(Comparator.comparingLong(Alarm::due)).orElseThrow();
      alarms.remove(first);
      nanos = Math.max(nanos, first.due);
    }
    first.task.run();
  }

  /** Goes on to a moment, without any alarm. */
  synchronized void goTo(long moment) {
    nanos = Math.max(nanos, moment);
  }
}
