package org.sverka.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.text.WellFormed;

/**
 * One line of the change log. Where a text does not apply it is empty, and {@code null} in JSON for
 * {@code measure}, {@code column}, {@code party} and {@code verdict}. The moment is cut to the
 * millisecond, and what no UTF-8 text can hold is replaced, so that an entry is the same wherever
 * it has been kept or sent.
 *
 * @param seq its number, from 1, without gaps; also the revision of the feed
 * @param at when Sverka saw it, to the millisecond
 * @param measure number of the measure it is about
 * @param column key of the column it is about
 * @param before what stood there
 * @param after what stands there now
 * @param party key of the party whose doing it is
 * @param published whether it changed what the site shows
 * @param about of a review the number of the entry that was reviewed; else 0
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
    boolean published,
    long about) {
  public Entry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    measure = WellFormed.text(measure);
    column = WellFormed.text(column);
    before = WellFormed.text(before);
    after = WellFormed.text(after);
    party = WellFormed.text(party);
    findings = List.copyOf(findings);
  }

  /** An entry that is about no other. */
  public Entry(
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
    this(
        seq,
        at,
        type,
        measure,
        column,
        before,
        after,
        verdict,
        findings,
        party,
        partyBasis,
        published,
        0);
  }

  /** Number of the section it is about: that of the measure; empty if it is about none. */
  public String section() {
    int dot = measure.indexOf('.');
    return dot < 0 ? measure : measure.substring(0, dot);
  }

  /** The gravest of its findings. */
  public Optional<Severity> gravest() {
    return findings.stream().map(LoggedFinding::severity).min(Comparator.naturalOrder());
  }

  /** The same with other findings. */
  public Entry withFindings(List<LoggedFinding> others) {
    return new Entry(
        seq,
        at,
        type,
        measure,
        column,
        before,
        after,
        verdict,
        others,
        party,
        partyBasis,
        published,
        about);
  }

  /** The same without anything that a person wrote. */
  Entry withoutTexts() {
    List<LoggedFinding> silent =
        findings.stream()
            .map(finding -> new LoggedFinding(finding.rule(), finding.severity(), ""))
            .toList();
    return new Entry(
        seq,
        at,
        type,
        measure,
        column,
        "",
        "",
        verdict,
        silent,
        party,
        partyBasis,
        published,
        about);
  }

  /** The same, known to be the doing of a party whose accounts were at work. */
  public Entry withAccount(String doer) {
    return new Entry(
        seq,
        at,
        type,
        measure,
        column,
        before,
        after,
        verdict,
        findings,
        doer,
        PartyBasis.ACCOUNT,
        published,
        about);
  }
}
