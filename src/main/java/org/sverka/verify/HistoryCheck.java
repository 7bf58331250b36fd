package org.sverka.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The revisions that are kept are those that the log made: each commit has one, with its moment and
 * the edition that was in force. A database from before there was a history begins it later.
 */
final class HistoryCheck {
  private static final String REVISIONS =
      "SELECT r.revision, r.at_millis, r.changed_at, r.edition, e.at_millis FROM revision r"
          + " LEFT JOIN entry e ON e.roadmap = r.roadmap AND e.seq = r.revision"
          + " WHERE r.roadmap = ? ORDER BY r.revision";

  private static final String COMMIT =
      "SELECT seq FROM entry e WHERE roadmap = ? AND seq > ? AND at_millis IS NOT (SELECT"
          + " at_millis FROM revision r WHERE r.roadmap = e.roadmap AND r.revision >= e.seq"
          + " ORDER BY r.revision LIMIT 1) LIMIT 1";

  private final Connection database;
  private final String roadmap;
  private final SignedDocuments documents;
  private final Map<String, Long> begins = new HashMap<>();
  private long first = Long.MAX_VALUE;

  HistoryCheck(Connection database, String roadmap, SignedDocuments documents) {
    this.database = database;
    this.roadmap = roadmap;
    this.documents = documents;
  }

  void require() throws SQLException, WrongException {
    try (PreparedStatement query = database.prepareStatement(REVISIONS)) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        String edition = "";
        while (rows.next()) {
          requireEntered(rows);
          first = Math.min(first, rows.getLong(1));
          if (!rows.getString(4).equals(edition)) {
            edition = rows.getString(4);
            long revision = rows.getLong(1);
            documents.measures(edition).forEach(each -> begins.putIfAbsent(each, revision));
          }
        }
      }
    }
    try (PreparedStatement query = database.prepareStatement(COMMIT)) {
      query.setString(1, roadmap);
      query.setLong(2, first);
      try (ResultSet rows = query.executeQuery()) {
        if (rows.next()) {
          throw new WrongException(Fault.HISTORY, Long.toString(rows.getLong(1)));
        }
      }
    }
  }

  private void requireEntered(ResultSet row) throws SQLException, WrongException {
    long revision = row.getLong(1);
    long millis = row.getLong(2);
    if (!isMoment(row.getString(3), millis)
        || millis != row.getLong(5)
        || row.wasNull()
        || !documents.isInForce(row.getString(4), revision)) {
      throw new WrongException(Fault.HISTORY, Long.toString(revision));
    }
  }

  private static boolean isMoment(String text, long millis) {
    try {
      return Instant.parse(text).toEpochMilli() == millis;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The first revision that is kept; higher than any entry if none is. */
  long first() {
    return first;
  }

  /** The first revision that is kept at which each measure was part of the signed document. */
  Map<String, Long> begins() {
    return begins;
  }
}
