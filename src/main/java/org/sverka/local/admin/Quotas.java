package org.sverka.local.admin;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests of the minute by the clock and says when one is too many. All counts begin anew
 * each minute, as Google's do. Safe for use by several threads.
 */
public final class Quotas {
  private static final int MINUTE = 60;

  private final InstantSource clock;
  private Map<Limit, Integer> limits = Map.of();
  private final Map<String, Integer> used = new HashMap<>();
  private long minute;

  Quotas(InstantSource clock) {
    this.clock = clock;
  }

  /** Sets how many requests a minute may have; a limit that is not named is off. Counts from 0. */
  synchronized void set(Map<Limit, Integer> value) {
    limits = value.isEmpty() ? Map.of() : new EnumMap<>(value);
    used.clear();
  }

  synchronized boolean any() {
    return !limits.isEmpty();
  }

  /** What is set. */
  public synchronized Map<Limit, Integer> limits() {
    return Map.copyOf(limits);
  }

  /**
   * Counts one request, unless that would be too many: what is refused is not counted.
   *
   * @param read whether it only reads
   * @return which limit it would break
   */
  public synchronized Optional<Exceeded> take(Api api, boolean read, String user, String project) {
    long now = Math.floorDiv(clock.instant().getEpochSecond(), MINUTE);
    if (now != minute) {
      minute = now;
      used.clear();
    }
    List<Limit> concerned = concerned(api, read);
    for (Limit limit : concerned) {
      Integer most = limits.get(limit);
      if (most != null && used.getOrDefault(key(limit, user, project), 0) >= most) {
        return Optional.of(new Exceeded(limit, most, project));
      }
    }
    concerned.forEach(limit -> used.merge(key(limit, user, project), 1, Integer::sum));
    return Optional.empty();
  }

  private static List<Limit> concerned(Api api, boolean read) {
    if (api == Api.DRIVE) {
      return List.of(Limit.DRIVE_PER_USER, Limit.DRIVE_PER_PROJECT);
    }
    return read
        ? List.of(Limit.READ_PER_USER, Limit.READ_PER_PROJECT)
        : List.of(Limit.WRITE_PER_USER, Limit.WRITE_PER_PROJECT);
  }

  private static String key(Limit limit, String user, String project) {
    return limit + " " + project + (limit.isPerUser() ? " " + user : "");
  }
}
