package org.sverka.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

/** Reads entries from their tables. */
final class EntryRows {
  // So many numbers go into one statement.
  private static final int CHUNK = 500;

  private EntryRows() {}

  /** The entries with these numbers, in this order; those that are not there are left out. */
  static List<SealedEntry> load(Handle handle, String roadmap, List<Long> seqs) {
    List<SealedEntry> entries = new ArrayList<>(seqs.size());
    for (int from = 0; from < seqs.size(); from += CHUNK) {
      List<Long> chunk = seqs.subList(from, Math.min(seqs.size(), from + CHUNK));
      Map<Long, List<LoggedFinding>> findings = findings(handle, roadmap, chunk);
      Map<Long, SealedEntry> loaded = new HashMap<>();
      for (SealedEntry sealed :
          select(handle, "entry", roadmap, chunk, (row, context) -> sealed(row, findings))) {
        loaded.put(sealed.entry().seq(), sealed);
      }
      chunk.stream().filter(loaded::containsKey).map(loaded::get).forEach(entries::add);
    }
    return entries;
  }

  private record FindingRow(long seq, int position, LoggedFinding finding) {}

  private static Map<Long, List<LoggedFinding>> findings(
      Handle handle, String roadmap, List<Long> seqs) {
    List<FindingRow> rows =
        new ArrayList<>(
            select(handle, "entry_finding", roadmap, seqs, (row, context) -> finding(row)));
    rows.sort(Comparator.comparingInt(FindingRow::position));
    Map<Long, List<LoggedFinding>> findings = new HashMap<>();
    for (FindingRow row : rows) {
      findings.computeIfAbsent(row.seq(), seq -> new ArrayList<>()).add(row.finding());
    }
    return findings;
  }

  private static <T> List<T> select(
      Handle handle, String table, String roadmap, List<Long> seqs, RowMapper<T> mapper) {
    return handle
        .createQuery("SELECT * FROM " + table + " WHERE roadmap = :roadmap AND seq IN (<seqs>)")
        .bind("roadmap", roadmap)
        .bindList("seqs", seqs)
        .map(mapper)
        .list();
  }

  private static FindingRow finding(ResultSet row) throws SQLException {
    return new FindingRow(
        row.getLong("seq"),
        row.getInt("position"),
        new LoggedFinding(
            row.getString("rule"),
            Severity.of(row.getString("severity")),
            row.getString("message")));
  }

  private static SealedEntry sealed(ResultSet row, Map<Long, List<LoggedFinding>> findings)
      throws SQLException {
    long seq = row.getLong("seq");
    Entry entry =
        new Entry(
            seq,
            Instant.ofEpochMilli(row.getLong("at_millis")),
            EntryType.of(row.getString("type")),
            row.getString("measure"),
            row.getString("column_key"),
            row.getString("text_before"),
            row.getString("text_after"),
            Verdict.of(row.getString("verdict")),
            findings.getOrDefault(seq, List.of()),
            row.getString("party"),
            PartyBasis.of(row.getString("party_basis")),
            row.getBoolean("published"),
            row.getLong("about"));
    return new SealedEntry(
        entry,
        row.getString("salt"),
        row.getString("text_digest"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
