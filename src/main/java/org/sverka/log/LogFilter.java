package org.sverka.log;

import java.time.Instant;

/**
 * Which entries are wanted; the empty text means all.
 *
 * @param measure number of a measure
 * @param section number of a section: its measures and itself
 * @param column key of a column
 * @param type key of an {@link EntryType}
 * @param verdict key of a {@link org.sverka.rule.Verdict}
 * @param severity key of a {@link org.sverka.rule.Severity}: that of the gravest finding
 * @param rule id of a rule that found something in the entry
 * @param party key of a party
 * @param review {@link #WAITING} for what nobody has reviewed yet
 * @param since not before this moment
 * @param until before this moment
 */
public record LogFilter(
    String measure,
    String section,
    String column,
    String type,
    String verdict,
    String severity,
    String rule,
    String party,
    String review,
    Instant since,
    Instant until) {
  /** Entries in which a rule complained, the newest of their place, and nobody reviewed. */
  public static final String WAITING = "waiting";

  /** Lets every entry pass. */
  public static final LogFilter ALL =
      new LogFilter("", "", "", "", "", "", "", "", "", Instant.MIN, Instant.MAX);

  /** The same, of one type. */
  public LogFilter ofType(EntryType only) {
    return new LogFilter(
        measure, section, column, only.key(), verdict, severity, rule, party, review, since, until);
  }

  /** The same, of one measure. */
  public LogFilter ofMeasure(String only) {
    return new LogFilter(
        only, section, column, type, verdict, severity, rule, party, review, since, until);
  }

  /** The same, of one column. */
  public LogFilter ofColumn(String only) {
    return new LogFilter(
        measure, section, only, type, verdict, severity, rule, party, review, since, until);
  }

  /** The same, of what waits for a reviewer. */
  public LogFilter waiting() {
    return new LogFilter(
        measure, section, column, type, verdict, severity, rule, party, WAITING, since, until);
  }
}
