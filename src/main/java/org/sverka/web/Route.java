package org.sverka.web;

/**
 * What is done for an address.
 *
 * @param policy of its answers
 * @param freshness what {@code Sverka-Checked-At} says
 */
record Route(Policy policy, Freshness freshness, Action action) {
  /** Answers a request: sends at once, or later, or throws a {@link ProblemException}. */
  @FunctionalInterface
  interface Action {
    void answer(Exchange exchange);
  }

  /** Says when the sheet behind an answer was last read. */
  @FunctionalInterface
  interface Freshness {
    /** ISO 8601; empty if never since the start. */
    String checkedAt();
  }
}
