package org.sverka.sync;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.rule.Finding;
import org.sverka.rule.FindingTexts;
import org.sverka.rule.PersonalText;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Column;

/** Numbers the entries of one turn as they come up. */
final class Ledger {
  private final long base;
  private final Instant now;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A ledger that goes on after the newest entry.
   *
   * @param revision number of that entry
   */
  Ledger(long revision, Instant now) {
    this.base = revision;
    this.now = now;
  }

  /** Enters what a person did to a cell. */
  @CanIgnoreReturnValue
  long edit(
      String number,
      Column column,
      String before,
      String after,
      List<Finding> findings,
      boolean published) {
    boolean known = !column.party().isEmpty() && column.kind() == Column.Kind.WORKING;
    return add(
        new Entry(
            next(),
            now,
            EntryType.EDIT,
            number,
            column.key(),
            PersonalText.masked(before),
            PersonalText.masked(after),
            verdict(findings),
            logged(findings),
            known ? column.party() : "",
            known ? PartyBasis.COLUMN : PartyBasis.UNKNOWN,
            published));
  }

  /** Enters something that has no verdict, or is about more than a cell. */
  @CanIgnoreReturnValue
  long add(
      EntryType type,
      String number,
      String column,
      String before,
      String after,
      Verdict verdict,
      List<Finding> findings) {
    return add(type, number, column, before, after, verdict, findings, false);
  }

  /** Enters which edition is in force now, and how it differs from the one before. */
  void edition(String before, String after, List<LoggedFinding> differences) {
    long unused =
        add(
            new Entry(
                next(),
                now,
                EntryType.EDITION,
                "",
                "",
                before,
                after,
                Verdict.NONE,
                differences,
                "",
                PartyBasis.UNKNOWN,
                true));
  }

  /**
   * Enters what became of a cell that nobody touched.
   *
   * @param type why: for an edit elsewhere in the row, or by time alone
   * @param before what the site showed, as the sheet would say it
   */
  @CanIgnoreReturnValue
  long consequence(
      EntryType type,
      String number,
      Column column,
      String before,
      String after,
      List<Finding> findings,
      boolean published) {
    Verdict verdict = type == EntryType.EFFECT ? verdict(findings) : Verdict.NONE;
    return add(type, number, column.key(), before, after, verdict, findings, published);
  }

  /** Enters what the calendar alone has brought. */
  void calendar(String number, Finding finding) {
    long unused =
        add(EntryType.TIME, number, finding.column(), "", "", Verdict.NONE, List.of(finding));
  }

  /** Enters that the sheet was not read for long. */
  void delay(Finding finding) {
    long unused = add(EntryType.DELAY, "", "", "", "", Verdict.NONE, List.of(finding));
  }

  /** Enters what became of header, columns or tab. */
  @CanIgnoreReturnValue
  long structure(String column, String before, String after, Finding finding) {
    return add(EntryType.STRUCTURE, "", column, before, after, Verdict.REJECTED, List.of(finding));
  }

  /** Enters what Sverka put back. */
  @CanIgnoreReturnValue
  long repair(String number, String column, String before, String after) {
    return add(EntryType.REPAIR, number, column, before, after, Verdict.NONE, List.of());
  }

  /** Enters what a reviewer said of an entry. */
  @CanIgnoreReturnValue
  long review(Entry about, Column column, String before, String after, List<Finding> findings) {
    return add(
        new Entry(
            next(),
            now,
            EntryType.REVIEW,
            about.measure(),
            column.key(),
            PersonalText.masked(before),
            PersonalText.masked(after),
            verdict(findings),
            logged(findings),
            "",
            PartyBasis.UNKNOWN,
            false,
            about.seq()));
  }

  /** Number of the newest entry, of this turn or of those before. */
  long last() {
    return base + entries.size();
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  static Verdict verdict(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
      return Verdict.REJECTED;
    }
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)
        ? Verdict.ACCEPTED_WITH_WARNINGS
        : Verdict.ACCEPTED;
  }

  private long next() {
    return last() + 1;
  }

  /** Enters something of which it is not known whose doing it is. */
  private long add(
      EntryType type,
      String number,
      String column,
      String before,
      String after,
      Verdict verdict,
      List<Finding> findings,
      boolean published) {
    return add(
        new Entry(
            next(),
            now,
            type,
            number,
            column,
            PersonalText.masked(before),
            PersonalText.masked(after),
            verdict,
            logged(findings),
            "",
            PartyBasis.UNKNOWN,
            published));
  }

  private long add(Entry entry) {
    entries.add(entry);
    return entry.seq();
  }

  private static List<LoggedFinding> logged(List<Finding> findings) {
    return findings.stream().map(Ledger::logged).toList();
  }

  /** A finding as the log keeps it. */
  static LoggedFinding logged(Finding finding) {
    return new LoggedFinding(finding.rule(), finding.severity(), FindingTexts.message(finding));
  }
}
