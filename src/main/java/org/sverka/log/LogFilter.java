package org.sverka.log;

import java.time.Instant;

/**
 * Which entries are wanted; the empty text means all.
 *
 * @param measure number of a measure
 * @param column key of a column
 * @param verdict key of a {@link org.sverka.rule.Verdict}
 * @param rule id of a rule that found something in the entry
 * @param party key of a party
 * @param since not before this moment
 * @param until before this moment
 */
public record LogFilter(
    String measure,
    String column,
    String verdict,
    String rule,
    String party,
    Instant since,
    Instant until) {
  /** Lets every entry pass. */
  public static final LogFilter ALL = new LogFilter("", "", "", "", "", Instant.MIN, Instant.MAX);
}
