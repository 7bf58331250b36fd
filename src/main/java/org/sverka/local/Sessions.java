package org.sverka.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The browsers that have given the secret, by random names of their own. In memory only: after a
 * restart the word is asked for again.
 */
final class Sessions {
  /** After so long the word is asked for again. */
  static final Duration LASTING = Duration.ofDays(30);

  private static final int MOST = 1000;
  private static final int BYTES = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session; where there are too many, the oldest ends. */
  synchronized String begin() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (ends.size() >= MOST) {
      ends.remove(ends.keySet().iterator().next());
    }
    ends.put(name, clock.instant().plus(LASTING));
    return name;
  }

  synchronized boolean has(String name) {
    Instant end = ends.get(name);
    return end != null && clock.instant().isBefore(end);
  }
}
