package org.sverka.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the site is kept to have shown stands in the log: each value is one that an entry of its
 * cell has brought, at that revision or before. Of a choice the site shows a key, so that only «one
 * spelling, one key» can be asked of it; what was erased or hidden can't be compared.
 */
final class ShownCheck {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final String HIDDEN = "[скрыт";

  private final Connection database;
  private final String roadmap;
  private final Map<String, String> keys = new HashMap<>();

  ShownCheck(Connection database, String roadmap) {
    this.database = database;
    this.roadmap = roadmap;
  }

  void require() throws WrongException {
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT number, revision, shown FROM published_measure WHERE roadmap = ?"
                + " ORDER BY number, revision")) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        String measure = "";
        JsonNode before = JSON.createObjectNode();
        while (rows.next()) {
          JsonNode now = published(rows);
          boolean goesOn = measure.equals(rows.getString("number"));
          measure = rows.getString("number");
          requireEntered(
              measure, rows.getLong("revision"), now, goesOn ? before : JSON.createObjectNode());
          before = now;
        }
      }
    } catch (SQLException e) {
      throw new WrongException(Fault.DATABASE, String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode published(ResultSet row) throws SQLException, WrongException {
    try {
      return JSON.readTree(row.getString("shown")).path("published");
    } catch (JsonProcessingException e) {
      throw wrong(row.getString("number"), row.getLong("revision"));
    }
  }

  private void requireEntered(String measure, long revision, JsonNode now, JsonNode before)
      throws SQLException, WrongException {
    for (Map.Entry<String, JsonNode> value : now.properties()) {
      String shown = value.getValue().asText();
      if (!shown.equals(before.path(value.getKey()).asText())
          && !isEntered(measure, value.getKey(), revision, shown)) {
        throw wrong(measure, revision);
      }
    }
  }

  private boolean isEntered(String measure, String column, long revision, String shown)
      throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT text_after, salt FROM entry WHERE roadmap = ? AND measure = ?"
                + " AND column_key = ? AND seq <= ? ORDER BY seq DESC")) {
      query.setString(1, roadmap);
      query.setString(2, measure);
      query.setString(3, column);
      query.setLong(4, revision);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getString("salt").isEmpty()
              || says(column, rows.getString("text_after"), shown)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean says(String column, String entered, String shown) {
    if (entered.contains(HIDDEN) || lines(entered).equals(lines(shown))) {
      return true;
    }
    Matcher day = DAY.matcher(shown);
    if (day.matches()) {
      return entered.contains(day.group(1)) && isDay(entered, day.group(2), day.group(3));
    }
    if (!KEY.matcher(shown).matches()) {
      return false;
    }
    String spelling = column + " " + entered.strip().toLowerCase(Locale.ROOT);
    return keys.computeIfAbsent(spelling, unknown -> shown).equals(shown);
  }

  /** Written with dots, or with the name of the month. */
  private static boolean isDay(String entered, String month, String day) {
    String numbers = entered.replaceAll("\\D+", " ").strip();
    int d = Integer.parseInt(day);
    int m = Integer.parseInt(month);
    return numbers.matches("0?" + d + " (0?" + m + " )?\\d{4}")
        || numbers.matches("\\d{4} " + month + " " + day);
  }

  private static String lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static WrongException wrong(String measure, long revision) {
    return new WrongException(Fault.SHOWN, measure + ", " + revision);
  }
}
