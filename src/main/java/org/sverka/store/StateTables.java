package org.sverka.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.JournalState;
import org.sverka.sync.Margins;
import org.sverka.sync.MeasureState;
import org.sverka.sync.SheetState;
import org.sverka.sync.State;
import org.sverka.sync.StoreException;

/** The state of one roadmap in its tables. */
record StateTables(Handle handle, String roadmap) {
  private record StateRow(
      long revision,
      String changedAt,
      String edition,
      String sheet,
      String journal,
      String margins) {}

  Optional<State> load() {
    Optional<StateRow> row =
        handle
            .createQuery(
                "SELECT revision, changed_at, edition, sheet, journal, margins FROM roadmap_state"
                    + " WHERE roadmap = :roadmap")
            .bind("roadmap", roadmap)
            .map(
                (r, context) ->
                    new StateRow(
                        r.getLong("revision"),
                        r.getString("changed_at"),
                        r.getString("edition"),
                        r.getString("sheet"),
                        r.getString("journal"),
                        r.getString("margins")))
            .findOne();
    return row.map(this::state);
  }

  /** Writes the state, of its measures only those that changed. */
  void save(State next, Map<MeasureNumber, MeasureState> changed) {
    if (!edition().equals(Optional.of(next.edition()))) {
      forgetMeasuresOutside(next);
    }
    saveMeasures(changed);
    saveState(next);
    requireComplete(next);
  }

  void keepEdition(String edition, String canonicalJson) {
    handle
        .createUpdate(
            "INSERT INTO edition (roadmap, name, canonical_json)"
                + " VALUES (:roadmap, :name, :json) ON CONFLICT DO NOTHING")
        .bind("roadmap", roadmap)
        .bind("name", edition)
        .bind("json", canonicalJson)
        .execute();
  }

  private State state(StateRow row) {
    try {
      return new State(
          row.edition(),
          row.revision(),
          Instant.parse(row.changedAt()),
          measures(),
          StateJson.read(row.sheet(), SheetState.class),
          StateJson.read(row.journal(), JournalState.class),
          StateJson.read(row.margins(), Margins.class));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw new StoreException(Words.text("load-unreadable", roadmap, reason), e);
    }
  }

  private Map<MeasureNumber, MeasureState> measures() throws JsonProcessingException {
    Map<String, String> rows = new HashMap<>();
    handle
        .createQuery("SELECT number, state FROM measure_state WHERE roadmap = :roadmap")
        .bind("roadmap", roadmap)
        .map((row, context) -> rows.put(row.getString("number"), row.getString("state")))
        .list();
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    for (Map.Entry<String, String> row : rows.entrySet()) {
      measures.put(
          new MeasureNumber(row.getKey()), StateJson.read(row.getValue(), MeasureState.class));
    }
    return measures;
  }

  private Optional<String> edition() {
    return handle
        .createQuery("SELECT edition FROM roadmap_state WHERE roadmap = :roadmap")
        .bind("roadmap", roadmap)
        .mapTo(String.class)
        .findOne();
  }

  private void forgetMeasuresOutside(State next) {
    List<String> kept =
        handle
            .createQuery("SELECT number FROM measure_state WHERE roadmap = :roadmap")
            .bind("roadmap", roadmap)
            .mapTo(String.class)
            .list();
    for (String number : kept) {
      if (!next.measures().containsKey(new MeasureNumber(number))) {
        handle.execute(
            "DELETE FROM measure_state WHERE roadmap = ? AND number = ?", roadmap, number);
      }
    }
  }

  private void saveMeasures(Map<MeasureNumber, MeasureState> changed) {
    if (changed.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO measure_state (roadmap, number, state) VALUES (:roadmap, :number, :state)"
                + " ON CONFLICT (roadmap, number) DO UPDATE SET state = excluded.state");
    changed.forEach(
        (number, state) ->
            batch
                .bind("roadmap", roadmap)
                .bind("number", number.value())
                .bind("state", StateJson.write(state))
                .add());
    batch.execute();
  }

  private void saveState(State next) {
    handle
        .createUpdate(
            "INSERT INTO roadmap_state"
                + " (roadmap, revision, changed_at, edition, sheet, journal, margins) VALUES"
                + " (:roadmap, :revision, :changedAt, :edition, :sheet, :journal, :margins)"
                + " ON CONFLICT (roadmap) DO UPDATE SET revision = excluded.revision,"
                + " changed_at = excluded.changed_at, edition = excluded.edition,"
                + " sheet = excluded.sheet, journal = excluded.journal,"
                + " margins = excluded.margins")
        .bind("roadmap", roadmap)
        .bind("revision", next.revision())
        .bind("changedAt", next.changedAt().toString())
        .bind("edition", next.edition())
        .bind("sheet", StateJson.write(next.sheet()))
        .bind("journal", StateJson.write(next.journal()))
        .bind("margins", StateJson.write(next.margins()))
        .execute();
  }

  // Only changed measures are written, so one that was never handed over would be missed first
  // after the next start.
  private void requireComplete(State next) {
    int kept =
        handle
            .createQuery("SELECT COUNT(*) FROM measure_state WHERE roadmap = :roadmap")
            .bind("roadmap", roadmap)
            .mapTo(Integer.class)
            .one();
    if (kept != next.measures().size()) {
      throw new StoreException(
          Words.text("commit-incomplete", roadmap, kept, next.measures().size()));
    }
  }
}
