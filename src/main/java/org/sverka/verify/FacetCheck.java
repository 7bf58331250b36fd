package org.sverka.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What entries are found by says the same as the entries: otherwise a filter, a rule, a day or the
 * list of what waits could hide one that the hashes prove to be there.
 */
record FacetCheck(Connection database, String roadmap) {
  private static final String SECTION =
      "SELECT seq FROM entry e WHERE roadmap = ? AND section <> CASE instr(measure, '.') WHEN 0"
          + " THEN measure ELSE substr(measure, 1, instr(measure, '.') - 1) END LIMIT 1";

  private static final String SEVERITY =
      "SELECT seq FROM entry e WHERE roadmap = ? AND severity <> COALESCE((SELECT CASE MIN(CASE"
          + " severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END) WHEN 1 THEN 'error'"
          + " WHEN 2 THEN 'warning' WHEN 3 THEN 'note' END FROM entry_finding f"
          + " WHERE f.roadmap = e.roadmap AND f.seq = e.seq), '') LIMIT 1";

  private static final String RULE_IS_THERE =
      "SELECT f.seq FROM entry_finding f WHERE f.roadmap = ? AND NOT EXISTS (SELECT 1 FROM"
          + " entry_rule r WHERE r.roadmap = f.roadmap AND r.rule = f.rule AND r.seq = f.seq)"
          + " LIMIT 1";

  private static final String RULE_IS_RIGHT =
      "SELECT r.seq FROM entry_rule r LEFT JOIN entry e ON e.roadmap = r.roadmap AND e.seq = r.seq"
          + " WHERE r.roadmap = ? AND ((r.at_millis, r.type, r.measure, r.section, r.column_key,"
          + " r.verdict, r.severity, r.party) IS NOT (e.at_millis, e.type, e.measure, e.section,"
          + " e.column_key, e.verdict, e.severity, e.party) OR NOT EXISTS (SELECT 1 FROM"
          + " entry_finding f WHERE f.roadmap = r.roadmap AND f.seq = r.seq AND f.rule = r.rule))"
          + " LIMIT 1";

  private static final String HOUR =
      "SELECT seq FROM entry e WHERE roadmap = ? AND NOT EXISTS (SELECT 1 FROM entry_hour h"
          + " WHERE h.roadmap = e.roadmap AND h.hour = (e.at_millis -"
          + " (e.at_millis % 3600000 + 3600000) % 3600000) / 3600000"
          + " AND e.seq BETWEEN h.first_seq AND h.last_seq) LIMIT 1";

  /**
   * The newest about a cell, a measure's row or the structure, in which a rule complained, and of
   * which no review has ever been made. Reviews are not gone through, nor what is known by its text
   * alone: rows of no measure, and cells in the rows of headings.
   */
  private static final String WAITING =
      "SELECT seq FROM entry e WHERE roadmap = ? AND severity IN ('error', 'warning')"
          + " AND type IN ('edit', 'row', 'structure', 'time', 'effect', 'held')"
          + " AND (measure <> '' OR type IN ('structure', 'held'))"
          + " AND NOT EXISTS (SELECT 1 FROM entry_waiting w WHERE w.roadmap = e.roadmap AND w.seq = e.seq) AND NOT EXISTS (SELECT 1 FROM entry r"
          + " WHERE r.roadmap = e.roadmap AND r.about = e.seq) AND NOT EXISTS (SELECT 1 FROM"
          + " entry l WHERE l.roadmap = e.roadmap AND l.measure = e.measure AND l.seq > e.seq"
          + " AND l.column_key = e.column_key AND l.type <> 'review' AND l.type <> 'repair')"
          + " LIMIT 1";

  void require() throws WrongException {
    for (String wrong : List.of(SECTION, SEVERITY, RULE_IS_THERE, RULE_IS_RIGHT, HOUR, WAITING)) {
      requireNone(wrong);
    }
  }

  private void requireNone(String wrong) throws WrongException {
    try (PreparedStatement query = database.prepareStatement(wrong)) {
      query.setString(1, roadmap);
      try (ResultSet rows = query.executeQuery()) {
        if (rows.next()) {
          throw new WrongException(Fault.FOUND_BY, Long.toString(rows.getLong(1)));
        }
      }
    } catch (SQLException e) {
      throw new WrongException(Fault.DATABASE, String.valueOf(e.getMessage()));
    }
  }
}
