package org.sverka.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;

/** Writes down what is shown of one roadmap from a commit on. */
record HistoryTables(Handle handle, String roadmap) {
  /**
   * Keeps a revision.
   *
   * @param changed the measures that may show something else than before
   */
  void save(State next, Map<MeasureNumber, MeasureState> changed) {
    // A database from before there was a history begins one with all that it knows.
    (isEmpty() ? next.measures() : changed)
        .forEach((number, state) -> save(number.value(), next.revision(), ShownJson.write(state)));
    handle
        .createUpdate(
            "INSERT INTO revision (roadmap, revision, at_millis, changed_at, edition)"
                + " VALUES (:roadmap, :revision, :at, :changedAt, :edition)"
                + " ON CONFLICT (roadmap, revision) DO NOTHING")
        .bind("roadmap", roadmap)
        .bind("revision", next.revision())
        .bind("at", next.changedAt().toEpochMilli())
        .bind("changedAt", next.changedAt().toString())
        .bind("edition", next.edition())
        .execute();
  }

  private boolean isEmpty() {
    return handle
        .createQuery("SELECT revision FROM revision WHERE roadmap = :roadmap LIMIT 1")
        .bind("roadmap", roadmap)
        .mapTo(Long.class)
        .findOne()
        .isEmpty();
  }

  private void save(String number, long revision, String shown) {
    if (shown(number, revision).equals(Optional.of(shown))) {
      return;
    }
    handle
        .createUpdate(
            "INSERT INTO published_measure (roadmap, number, revision, shown)"
                + " VALUES (:roadmap, :number, :revision, :shown)"
                + " ON CONFLICT (roadmap, number, revision) DO UPDATE SET shown = excluded.shown")
        .bind("roadmap", roadmap)
        .bind("number", number)
        .bind("revision", revision)
        .bind("shown", shown)
        .execute();
  }

  /** What was shown of a measure at a revision; empty if the measure was not there yet. */
  Optional<String> shown(String number, long revision) {
    return handle
        .createQuery(
            "SELECT shown FROM published_measure WHERE roadmap = :roadmap AND number = :number"
                + " AND revision <= :revision ORDER BY revision DESC LIMIT 1")
        .bind("roadmap", roadmap)
        .bind("number", number)
        .bind("revision", revision)
        .mapTo(String.class)
        .findOne();
  }

  /** The same of all measures that are asked for. */
  Map<String, String> shown(Iterable<MeasureNumber> numbers, long revision) {
    Map<String, String> all = new HashMap<>();
    for (MeasureNumber number : numbers) {
      shown(number.value(), revision).ifPresent(json -> all.put(number.value(), json));
    }
    return all;
  }
}
