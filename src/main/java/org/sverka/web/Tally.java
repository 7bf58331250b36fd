package org.sverka.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is held open, for each client and in all. Safe for all event loops. */
final class Tally {
  /** The name of one who speaks for others, to whom only the bound for all applies. */
  static final String NOBODY = "";

  private final int each;
  private final int all;
  private final AtomicInteger total = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();

  /**
   * @param each how many one client may hold
   * @param all how many there may be
   */
  Tally(int each, int all) {
    this.each = each;
    this.all = all;
  }

  /** Whether there may be one more; if so, it counts until {@link #leave}. */
  boolean enter(String client) {
    if (total.incrementAndGet() > all) {
      total.decrementAndGet();
      return false;
    }
    if (!client.equals(NOBODY) && held.merge(client, 1, Integer::sum) > each) {
      leave(client);
      return false;
    }
    return true;
  }

  /** Takes note that one has ended that was let in. */
  void leave(String client) {
    total.decrementAndGet();
    if (held.getOrDefault(client, 0) > 0 && held.merge(client, -1, Integer::sum) == 0) {
      held.remove(client, 0);
    }
  }
}
