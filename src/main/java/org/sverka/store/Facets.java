package org.sverka.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.log.SealedEntry;

/**
 * The tables by which the entries of one log are found. They say nothing that the log does not, so
 * that they are made anew where they do not reach its end.
 */
record Facets(Handle handle, String roadmap) {
  private static final Logger LOG = LoggerFactory.getLogger(Facets.class);
  private static final int STEP = 5_000;

  /** Looks at those of all logs, at the end only, and makes anew what is not whole. */
  static void mend(Database database) {
    List<String> roadmaps =
        database.read(
            handle ->
                handle.createQuery("SELECT roadmap FROM roadmap_state").mapTo(String.class).list());
    for (String roadmap : roadmaps) {
      if (!database.read(handle -> new Facets(handle, roadmap).isWhole())) {
        LOG.atWarn()
            .addKeyValue("roadmap", roadmap)
            .log("Tables by which entries are found lack some; they are made anew");
        database.write(handle -> new Facets(handle, roadmap).makeAnew());
      }
    }
  }

  private boolean isWhole() {
    long newest = LogHead.of(handle, roadmap).seq();
    return newest == 0 || (hoursReach(newest) && rulesReachTheEnd() && newestErrorIsToBeFound());
  }

  private boolean hoursReach(long newest) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM entry_hour WHERE roadmap = :roadmap"
                + " HAVING MIN(first_seq) = 1 AND MAX(last_seq) = :newest")
        .bind("roadmap", roadmap)
        .bind("newest", newest)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  private boolean rulesReachTheEnd() {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM entry_rule r WHERE r.roadmap = f.roadmap"
                + " AND r.rule = f.rule AND r.seq = f.seq) FROM entry_finding f"
                + " WHERE f.roadmap = :roadmap ORDER BY f.seq DESC, f.position DESC LIMIT 1")
        .bind("roadmap", roadmap)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(true);
  }

  /** It waits for a reviewer, or something was said of its place since. */
  private boolean newestErrorIsToBeFound() {
    Optional<Long> newest =
        handle
            .createQuery(
                "SELECT seq FROM entry WHERE roadmap = :roadmap AND severity = 'error'"
                    + " AND type IN ('edit', 'row', 'structure', 'time', 'effect', 'held')"
                    + " ORDER BY seq DESC LIMIT 1")
            .bind("roadmap", roadmap)
            .mapTo(Long.class)
            .findOne();
    return newest.map(this::waitsOrIsPast).orElse(true);
  }

  private boolean waitsOrIsPast(long seq) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM entry_waiting w WHERE w.roadmap = e.roadmap"
                + " AND w.seq = e.seq) OR EXISTS (SELECT 1 FROM entry r"
                + " WHERE r.roadmap = e.roadmap AND r.about = e.seq) OR EXISTS (SELECT 1"
                + " FROM entry l WHERE l.roadmap = e.roadmap AND l.measure = e.measure"
                + " AND l.column_key = e.column_key AND l.seq > e.seq)"
                + " FROM entry e WHERE e.roadmap = :roadmap AND e.seq = :seq")
        .bind("roadmap", roadmap)
        .bind("seq", seq)
        .mapTo(Boolean.class)
        .one();
  }

  private void makeAnew() {
    for (String table : List.of("entry_rule", "entry_hour", "entry_waiting")) {
      handle.execute("DELETE FROM " + table + " WHERE roadmap = ?", roadmap);
    }
    long newest = LogHead.of(handle, roadmap).seq();
    for (long first = 1; first <= newest; first += STEP) {
      List<Long> seqs = LongStream.range(first, first + STEP).boxed().toList();
      List<SealedEntry> entries = EntryRows.load(handle, roadmap, seqs);
      if (!entries.isEmpty()) {
        EntryWriter.note(handle, roadmap, entries);
      }
    }
  }
}
