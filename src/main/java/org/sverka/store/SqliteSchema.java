package org.sverka.store;

import java.util.Set;
import java.util.TreeSet;
import org.sverka.sync.StoreException;

/**
 * What there must be in a SQLite file whose tables are up to date. A table that somebody has taken
 * away would be missed first by a commit, and an index by whoever waits for a page of a long log.
 */
final class SqliteSchema {
  static final Set<String> NAMES =
      Set.of(
          "edition",
          "entry",
          "entry_by_about",
          "entry_by_column",
          "entry_by_measure",
          "entry_by_party",
          "entry_by_section",
          "entry_by_severity",
          "entry_by_type",
          "entry_by_verdict",
          "entry_finding",
          "entry_hour",
          "entry_rule",
          "entry_waiting",
          "entry_waiting_by_place",
          "measure_state",
          "published_measure",
          "reading_place",
          "revision",
          "revision_by_time",
          "roadmap_state",
          "tree_tile");

  private SqliteSchema() {}

  /**
   * Makes sure of it.
   *
   * @throws StoreException if something is not there, by name
   */
  static void requireWhole(Database database) {
    Set<String> missing = new TreeSet<>(NAMES);
    missing.removeAll(
        database.read(
            handle ->
                handle
                    .createQuery("SELECT name FROM sqlite_schema")
                    .mapTo(String.class)
                    .collectIntoSet()));
    if (!missing.isEmpty()) {
      throw new StoreException(Words.text("database-incomplete", String.join(", ", missing)));
    }
  }

  /**
   * Makes sure that the newest entries have the numbers by which their index finds them: all that
   * is read goes by the index, and the entries' hashes would not show that a row has another
   * number.
   *
   * @throws StoreException if one has not
   */
  static void requireNumbered(Database database) {
    boolean unlike =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT EXISTS (SELECT 1 FROM (SELECT rowid AS place, roadmap, seq FROM"
                            + " entry NOT INDEXED ORDER BY rowid DESC LIMIT 100) newest WHERE NOT"
                            + " EXISTS (SELECT 1 FROM entry found INDEXED BY"
                            + " sqlite_autoindex_entry_1 WHERE found.roadmap = newest.roadmap AND"
                            + " found.seq = newest.seq AND found.rowid = newest.place))")
                    .mapTo(Boolean.class)
                    .one());
    if (unlike) {
      throw new StoreException(Words.text("database-numbers"));
    }
  }
}
