package org.sverka.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a wrong secret was tried within the last minute, by address and in all: who guesses is
 * made to wait, so that a word of eight letters lasts for ages. Remembers a bounded number.
 */
final class WrongWords {
  /** So many wrong words a minute may come from one address. */
  static final int FROM_ONE = 10;

  /** And so many from all. */
  static final int FROM_ALL = 200;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Deque<Instant>> byAddress = new LinkedHashMap<>();

  WrongWords(Clock clock) {
    this.clock = clock;
  }

  /** Whether a word from that address is not even looked at now. */
  synchronized boolean tooMany(String address) {
    forget();
    int own = byAddress.getOrDefault(address, new ArrayDeque<>()).size();
    return own >= FROM_ONE || byAddress.values().stream().mapToInt(Deque::size).sum() >= FROM_ALL;
  }

  synchronized void add(String address) {
    byAddress.computeIfAbsent(address, key -> new ArrayDeque<>()).add(clock.instant());
  }

  private void forget() {
    Instant oldest = clock.instant().minus(MINUTE);
    byAddress.values().forEach(times -> times.removeIf(time -> time.isBefore(oldest)));
    byAddress.values().removeIf(Deque::isEmpty);
  }
}
