package org.sverka.local.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults to come, in their order: a request goes to the first rule that strikes it, and counts
 * for those before it that it matches. Each rule knows how often it struck. Safe for use by several
 * threads.
 */
public final class Rules {
  private final List<Counted> rules = new ArrayList<>();
  private int lastId;

  /**
   * A rule and what has become of it.
   *
   * @param seen how many requests that match it came its way
   * @param fired how many of them it struck
   */
  public record Counted(int id, Rule rule, int seen, int fired) {
    private Counted next() {
      return new Counted(id, rule, seen + 1, rule.strikes(seen + 1) ? fired + 1 : fired);
    }
  }

  synchronized int add(Rule rule) {
    rules.add(new Counted(++lastId, rule, 0, 0));
    return lastId;
  }

  synchronized void remove(int id) {
    rules.removeIf(each -> each.id() == id);
  }

  synchronized void clear() {
    rules.clear();
  }

  synchronized boolean any() {
    return !rules.isEmpty();
  }

  /** All of them, in their order. */
  public synchronized List<Counted> all() {
    return List.copyOf(rules);
  }

  synchronized Optional<Effect> next(Arrival arrival) {
    for (int i = 0; i < rules.size(); i++) {
      Counted before = rules.get(i);
      if (before.rule().match().fits(arrival)) {
        Counted after = before.next();
        rules.set(i, after);
        if (after.fired() > before.fired()) {
          return Optional.of(after.rule().effect());
        }
      }
    }
    return Optional.empty();
  }
}
