package org.sverka.log;

import java.time.Instant;
import java.util.List;
import org.sverka.rule.Verdict;

/**
 * One line of the change log. Where a text does not apply it is empty, and {@code null} in JSON for
 * {@code measure}, {@code column}, {@code party} and {@code verdict}.
 *
 * @param seq its number, from 1, without gaps; also the revision of the feed
 * @param at when Sverka saw it, to the millisecond
 * @param measure number of the measure it is about
 * @param column key of the column it is about
 * @param before what stood there
 * @param after what stands there now
 * @param party key of the party whose doing it is
 * @param published whether it changed what the site shows
 */
public record Entry(
    long seq,
    Instant at,
    EntryType type,
    String measure,
    String column,
    String before,
    String after,
    Verdict verdict,
    List<LoggedFinding> findings,
    String party,
    PartyBasis partyBasis,
    boolean published) {
  public Entry {
    findings = List.copyOf(findings);
  }
}
