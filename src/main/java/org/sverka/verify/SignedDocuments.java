package org.sverka.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The versions of the signed document: each is what its name is the digest of, and those that the
 * log names are there.
 */
final class SignedDocuments {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Set<String>> measures = new HashMap<>();
  private final NavigableMap<Long, String> inForce = new TreeMap<>();

  private SignedDocuments() {}

  /** Reads and checks them. */
  static SignedDocuments of(Connection database, String roadmap)
      throws SQLException, WrongException {
    SignedDocuments documents = new SignedDocuments();
    try (PreparedStatement query =
        database.prepareStatement("SELECT name, canonical_json FROM edition WHERE roadmap = ?")) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          documents.add(rows.getString(1), rows.getString(2));
        }
      }
    }
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT seq, text_after, salt FROM entry WHERE roadmap = ? AND type = 'edition'")) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          boolean erased = rows.getString(3).isEmpty();
          documents.begin(rows.getLong(1), erased ? "" : rows.getString(2));
        }
      }
    }
    return documents;
  }

  private void add(String name, String json) throws WrongException {
    if (!name.equals("sha256:" + Sha.hex(json.getBytes(StandardCharsets.UTF_8)))) {
      throw new WrongException(Fault.EDITION, name);
    }
    try {
      Set<String> numbers = new HashSet<>();
      for (JsonNode section : JSON.readTree(json).path("sections")) {
        section.path("measures").forEach(m -> numbers.add(m.path("number").asText()));
      }
      measures.put(name, numbers);
    } catch (JsonProcessingException e) {
      throw new WrongException(Fault.EDITION, name);
    }
  }

  private void begin(long seq, String name) throws WrongException {
    if (!name.isEmpty() && !measures.containsKey(name)) {
      throw new WrongException(Fault.EDITION, name);
    }
    inForce.put(seq, name);
  }

  /** Whether the log names any, as each that the program makes does from its first entry on. */
  boolean areNamed() {
    return !inForce.isEmpty();
  }

  /** Whether this one is there, and was the one in force when that entry was the newest. */
  boolean isInForce(String name, long seq) {
    Map.Entry<Long, String> newest = inForce.floorEntry(seq);
    return newest != null
        && measures.containsKey(name)
        && (newest.getValue().isEmpty() || newest.getValue().equals(name));
  }

  /** Whether another one came into force after one entry and not after the other. */
  boolean isAmendedBetween(long after, long last) {
    return !inForce.subMap(after, false, last, true).isEmpty();
  }

  /** Numbers of the measures of one. */
  Set<String> measures(String name) {
    return measures.getOrDefault(name, Set.of());
  }
}
