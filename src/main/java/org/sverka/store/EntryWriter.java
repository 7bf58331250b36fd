package org.sverka.store;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sverka.log.Entry;
import org.sverka.log.LoggedFinding;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Severity;

/** Adds entries to their tables. */
final class EntryWriter {
  private EntryWriter() {}

  /** The number of the hour in which a moment lies, as in the table {@code entry_hour}. */
  static long hour(long millis) {
    return Math.floorDiv(millis, TimeUnit.HOURS.toMillis(1));
  }

  static void append(Handle handle, String roadmap, List<SealedEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    insertEntries(handle, roadmap, entries);
    insertFindings(handle, roadmap, entries);
    note(handle, roadmap, entries);
  }

  /** Notes where entries are to be found. */
  static void note(Handle handle, String roadmap, List<SealedEntry> entries) {
    insertRules(handle, roadmap, entries);
    noteHours(handle, roadmap, entries);
    new WaitingTable(handle, roadmap).note(entries);
  }

  private static void insertEntries(Handle handle, String roadmap, List<SealedEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO entry (roadmap, seq, at_millis, type, measure, section, column_key, verdict,"
                + " severity, party, party_basis, published, about, text_before, text_after, salt,"
                + " text_digest, previous_hash, hash) VALUES (:roadmap, :seq, :at, :type, :measure,"
                + " :section, :column, :verdict, :severity, :party, :partyBasis, :published, :about,"
                + " :before, :after, :salt, :textDigest, :previousHash, :hash)");
    for (SealedEntry sealed : entries) {
      Entry entry = sealed.entry();
      bindFilters(batch, entry);
      batch
          .bind("roadmap", roadmap)
          .bind("partyBasis", entry.partyBasis().key())
          .bind("published", entry.published())
          .bind("about", entry.about())
          .bind("before", entry.before())
          .bind("after", entry.after())
          .bind("salt", sealed.salt())
          .bind("textDigest", sealed.textDigest())
          .bind("previousHash", sealed.previousHash())
          .bind("hash", sealed.hash())
          .add();
    }
    batch.execute();
  }

  private static void insertFindings(Handle handle, String roadmap, List<SealedEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO entry_finding (roadmap, seq, position, rule, severity, message)"
                + " VALUES (:roadmap, :seq, :position, :rule, :severity, :message)");
    for (SealedEntry sealed : entries) {
      List<LoggedFinding> findings = sealed.entry().findings();
      for (int i = 0; i < findings.size(); i++) {
        LoggedFinding finding = findings.get(i);
        batch
            .bind("roadmap", roadmap)
            .bind("seq", sealed.entry().seq())
            .bind("position", i)
            .bind("rule", finding.rule())
            .bind("severity", finding.severity().key())
            .bind("message", finding.message())
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void insertRules(Handle handle, String roadmap, List<SealedEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO entry_rule"
                + " (roadmap, rule, seq, at_millis, type, measure, section, column_key, verdict,"
                + " severity, party) VALUES (:roadmap, :rule, :seq, :at, :type, :measure, :section,"
                + " :column, :verdict, :severity, :party)");
    for (SealedEntry sealed : entries) {
      Entry entry = sealed.entry();
      entry.findings().stream()
          .map(LoggedFinding::rule)
          .distinct()
          .forEach(
              rule -> {
                bindFilters(batch, entry);
                batch.bind("roadmap", roadmap).bind("rule", rule).add();
              });
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** What a filter may ask of an entry. */
  private static void bindFilters(PreparedBatch batch, Entry entry) {
    batch
        .bind("seq", entry.seq())
        .bind("at", entry.at().toEpochMilli())
        .bind("type", entry.type().key())
        .bind("measure", entry.measure())
        .bind("section", entry.section())
        .bind("column", entry.column())
        .bind("verdict", entry.verdict().key())
        .bind("severity", entry.gravest().map(Severity::key).orElse(""))
        .bind("party", entry.party());
  }

  private static void noteHours(Handle handle, String roadmap, List<SealedEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO entry_hour (roadmap, hour, first_seq, last_seq)"
                + " VALUES (:roadmap, :hour, :seq, :seq)"
                + " ON CONFLICT (roadmap, hour) DO UPDATE SET last_seq = excluded.last_seq");
    for (SealedEntry sealed : entries) {
      batch
          .bind("roadmap", roadmap)
          .bind("hour", hour(sealed.entry().at().toEpochMilli()))
          .bind("seq", sealed.entry().seq())
          .add();
    }
    batch.execute();
  }
}
