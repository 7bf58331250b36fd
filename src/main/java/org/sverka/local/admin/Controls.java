package org.sverka.local.admin;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * All that the admin port can switch. Everything is off at first, and while it is, {@link #on} is
 * all that a request asks: one volatile read. In memory only; safe for use by several threads.
 */
public final class Controls {
  private final Accounts accounts;
  private final Quotas quotas;
  private final Rules rules = new Rules();
  private volatile boolean attended;
  private volatile boolean on;
  private volatile boolean tokensDemanded;
  private volatile boolean metadataFollowsSort;

  public Controls(InstantSource clock) {
    this.accounts = new Accounts(clock);
    this.quotas = new Quotas(clock);
  }

  /** Whether anything is switched on that concerns each request. */
  public boolean on() {
    return on;
  }

  /** Whether there is an admin port. */
  public boolean attended() {
    return attended;
  }

  /** To be said once there is an admin port. */
  public void attend() {
    attended = true;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Quotas quotas() {
    return quotas;
  }

  public Rules rules() {
    return rules;
  }

  /** Whether a request must bring a token. */
  public boolean tokensDemanded() {
    return tokensDemanded;
  }

  public void demandTokens(boolean value) {
    tokensDemanded = value;
    settle();
  }

  /** Whether the developer metadata of a row goes with its cells when rows are sorted. */
  public boolean metadataFollowsSort() {
    return metadataFollowsSort;
  }

  public void letMetadataFollowSort(boolean value) {
    metadataFollowsSort = value;
  }

  /** Sets how many requests a minute may have; a limit that is not named is off. */
  public void limit(Map<Limit, Integer> limits) {
    quotas.set(limits);
    settle();
  }

  /** Appends a rule and returns its number. */
  public int add(Rule rule) {
    int id = rules.add(rule);
    settle();
    return id;
  }

  public void removeRule(int id) {
    rules.remove(id);
    settle();
  }

  public void removeRules() {
    rules.clear();
    settle();
  }

  /** Puts everything back to what it was at the start. */
  public void reset() {
    accounts.clear();
    removeRules();
    limit(Map.of());
    demandTokens(false);
    letMetadataFollowSort(false);
  }

  /** What is to happen to a request; mostly nothing. */
  public Optional<Effect> effect(Arrival arrival) {
    return on ? rules.next(arrival) : Optional.empty();
  }

  private synchronized void settle() {
    on = tokensDemanded || quotas.any() || rules.any();
  }
}
