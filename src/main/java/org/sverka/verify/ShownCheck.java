package org.sverka.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the site is kept to have shown of each measure is what the log says: at each commit that
 * published something of it, what the last entry of the cell brought, and all else as before.
 */
final class ShownCheck {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String NUMBERS =
      "SELECT number FROM published_measure WHERE roadmap = ?1"
          + " UNION SELECT measure FROM entry WHERE roadmap = ?1 AND measure <> ''";

  private static final String SHOWN =
      "SELECT p.revision, p.shown, r.edition FROM published_measure p LEFT JOIN revision r"
          + " ON r.roadmap = p.roadmap AND r.revision = p.revision"
          + " WHERE p.roadmap = ? AND p.number = ? ORDER BY p.revision";

  private static final String PUBLISHED =
      "SELECT seq, column_key, text_after, salt, (SELECT MIN(revision) FROM revision r"
          + " WHERE r.roadmap = e.roadmap AND r.revision >= e.seq) FROM entry e"
          + " WHERE roadmap = ? AND measure = ? AND published"
          + " AND type IN ('edit', 'effect', 'time') ORDER BY seq";

  private static final String ERASED =
      "SELECT 1 FROM entry WHERE roadmap = ? AND measure = ? AND column_key = ? AND salt = ''"
          + " LIMIT 1";

  private static final String NEWEST_EDIT =
      "SELECT text_after FROM entry e WHERE roadmap = ?1 AND measure = ?2 AND column_key = ?3"
          + " AND seq <= ?4 AND type = 'edit' AND NOT EXISTS (SELECT 1 FROM entry l WHERE"
          + " l.roadmap = ?1 AND l.type = 'effect' AND l.seq <= ?4) ORDER BY seq DESC LIMIT 1";

  private final Connection database;
  private final String roadmap;
  private final SignedDocuments documents;
  private final HistoryCheck history;
  private final Spelling spelling = new Spelling();

  ShownCheck(Connection database, String roadmap, SignedDocuments documents, HistoryCheck history) {
    this.database = database;
    this.roadmap = roadmap;
    this.documents = documents;
    this.history = history;
  }

  void require() throws SQLException, WrongException {
    for (String number : numbers()) {
      try (PreparedStatement shown = ofMeasure(SHOWN, number);
          PreparedStatement published = ofMeasure(PUBLISHED, number);
          ResultSet rows = shown.executeQuery();
          ResultSet entries = published.executeQuery()) {
        new Measure(number, entries).require(rows);
      }
    }
  }

  private Set<String> numbers() throws SQLException {
    Set<String> numbers = new TreeSet<>(history.begins().keySet());
    try (PreparedStatement query = database.prepareStatement(NUMBERS)) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
      }
    }
    return numbers;
  }

  private PreparedStatement ofMeasure(String sql, String number) throws SQLException {
    PreparedStatement query = database.prepareStatement(sql);
    query.setString(1, roadmap);
    query.setString(2, number);
    return query;
  }

  /** What an entry published of a cell. */
  private record Brought(String text, boolean erased) {}

  /** One measure, its rows and the entries that published something of it, both in order. */
  private final class Measure {
    private final String number;
    private final ResultSet entries;
    private boolean more;

    Measure(String number, ResultSet entries) throws SQLException {
      this.number = number;
      this.entries = entries;
      this.more = entries.next();
    }

    void require(ResultSet rows) throws SQLException, WrongException {
      long last = 0;
      JsonNode before = JSON.createObjectNode();
      while (rows.next()) {
        long revision = rows.getLong(1);
        requireOfTheDocument(revision, rows.getString(3), last == 0);
        JsonNode now = published(rows.getString(2), revision);
        requireBrought(last, revision, before, now);
        last = revision;
        before = now;
      }
      long begin = history.begins().getOrDefault(number, last);
      if (last < begin) {
        throw wrong(begin);
      }
      while (more) {
        requireKept(entries.getLong(1), 0);
        more = entries.next();
      }
    }

    private void requireOfTheDocument(long revision, String edition, boolean first)
        throws WrongException {
      boolean known = edition != null && documents.measures(edition).contains(number);
      if (!known || (first && revision != history.begins().getOrDefault(number, 0L))) {
        throw wrong(revision);
      }
    }

    private JsonNode published(String shown, long revision) throws WrongException {
      try {
        return JSON.readTree(shown).path("published");
      } catch (JsonProcessingException e) {
        throw wrong(revision);
      }
    }

    private void requireBrought(long last, long revision, JsonNode before, JsonNode now)
        throws SQLException, WrongException {
      Map<String, Brought> brought = broughtUntil(revision);
      // A measure that was gone from the document and came back begins anew.
      if (now.isEmpty() && documents.isAmendedBetween(last, revision)) {
        return;
      }
      Set<String> columns = new TreeSet<>(brought.keySet());
      now.fieldNames().forEachRemaining(columns::add);
      before.fieldNames().forEachRemaining(columns::add);
      for (String column : columns) {
        String was = before.path(column).asText();
        String shown = now.path(column).asText();
        Brought entry = brought.get(column);
        boolean right =
            entry == null
                ? shown.equals(was)
                : entry.erased || spelling.says(column, entry.text, shown);
        boolean vanished = shown.isEmpty() || (entry == null && was.isEmpty());
        if (!right
            && !(vanished && isErased(column))
            && !(entry == null && isEffectNotEntered(column, revision, shown))) {
          throw wrong(revision);
        }
      }
    }

    /** By column, the last that was published since the row before. */
    private Map<String, Brought> broughtUntil(long revision) throws SQLException, WrongException {
      Map<String, Brought> brought = new HashMap<>();
      while (more && entries.getLong(1) <= revision) {
        requireKept(entries.getLong(1), revision);
        brought.put(
            entries.getString(2),
            new Brought(entries.getString(3), entries.getString(4).isEmpty()));
        more = entries.next();
      }
      return brought;
    }

    /** The commit of an entry has a row, unless the history began later. */
    private void requireKept(long seq, long revision) throws SQLException, WrongException {
      if (seq > history.first() && entries.getLong(5) != revision) {
        throw wrong(entries.getLong(5));
      }
    }

    /** Where a text was erased, the history does not show it any more. */
    private boolean isErased(String column) throws SQLException {
      try (PreparedStatement query = ofMeasure(ERASED, number)) {
        query.setString(3, column);
        try (ResultSet rows = query.executeQuery()) {
          return rows.next();
        }
      }
    }

    /** Once it was not entered that an edit elsewhere in the row had a held value shown. */
    private boolean isEffectNotEntered(String column, long revision, String shown)
        throws SQLException {
      try (PreparedStatement query = ofMeasure(NEWEST_EDIT, number)) {
        query.setString(3, column);
        query.setLong(4, revision);
        try (ResultSet rows = query.executeQuery()) {
          return rows.next() && spelling.says(column, rows.getString(1), shown);
        }
      }
    }

    private WrongException wrong(long revision) {
      return new WrongException(Fault.SHOWN, number + ", " + revision);
    }
  }
}
