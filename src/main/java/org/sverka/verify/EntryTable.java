package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of one log in the database, in the form in which the feed has them. */
record EntryTable(Connection database, String roadmap) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PAGE = 500;

  /** Entries after a number, a page of them. */
  List<JsonNode> after(long after) throws SQLException, WrongException {
    SortedMap<Long, ObjectNode> entries = new TreeMap<>();
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT * FROM entry WHERE roadmap = ? AND seq > ? ORDER BY seq LIMIT " + PAGE)) {
      query.setString(1, roadmap);
      query.setLong(2, after);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.put(rows.getLong("seq"), entry(rows));
        }
      }
    }
    if (!entries.isEmpty()) {
      addFindings(entries);
    }
    return new ArrayList<>(entries.values());
  }

  /** How many there are. */
  long count() throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement("SELECT COUNT(*) FROM entry WHERE roadmap = ?")) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        return rows.getLong(1);
      }
    }
  }

  private static ObjectNode entry(ResultSet row) throws SQLException, WrongException {
    int published = row.getInt("published");
    if (published != 0 && published != 1) {
      throw new WrongException(Fault.FORM, Long.toString(row.getLong("seq")));
    }
    ObjectNode entry = JSON.objectNode();
    entry
        .put("seq", row.getLong("seq"))
        .put("at", Instant.ofEpochMilli(row.getLong("at_millis")).toString())
        .put("type", row.getString("type"))
        .put("measure", orNull(row, "measure"))
        .put("column", orNull(row, "column_key"))
        .put("verdict", orNull(row, "verdict"))
        .put("party", orNull(row, "party"))
        .put("partyBasis", row.getString("party_basis"))
        .put("published", published == 1)
        .put("before", row.getString("text_before"))
        .put("after", row.getString("text_after"))
        .put("salt", row.getString("salt"))
        .put("textDigest", row.getString("text_digest"))
        .put("previousHash", row.getString("previous_hash"))
        .put("hash", row.getString("hash"))
        .put("erased", row.getString("salt").isEmpty());
    long about = row.getLong("about");
    entry.put("about", about == 0 ? null : Long.valueOf(about));
    entry.putArray("findings");
    return entry;
  }

  private static @Nullable String orNull(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text.isEmpty() ? null : text;
  }

  private void addFindings(SortedMap<Long, ObjectNode> entries)
      throws SQLException, WrongException {
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT * FROM entry_finding WHERE roadmap = ? AND seq >= ? AND seq <= ?"
                + " ORDER BY seq, position")) {
      query.setString(1, roadmap);
      query.setLong(2, entries.firstKey());
      query.setLong(3, entries.lastKey());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          addFinding(entries, rows);
        }
      }
    }
  }

  private static void addFinding(SortedMap<Long, ObjectNode> entries, ResultSet row)
      throws SQLException, WrongException {
    long seq = row.getLong("seq");
    ObjectNode entry = entries.get(seq);
    if (entry == null) {
      return; // that the entry is missing is found without it
    }
    if (row.getInt("position") != entry.path("findings").size()) {
      throw new WrongException(Fault.FORM, Long.toString(seq));
    }
    ArrayNode findings = entry.withArray("findings");
    findings
        .addObject()
        .put("rule", row.getString("rule"))
        .put("severity", row.getString("severity"))
        .put("message", row.getString("message"));
  }
}
