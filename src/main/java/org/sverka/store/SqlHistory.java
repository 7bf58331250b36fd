package org.sverka.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.RoadmapJson;
import org.sverka.sync.History;
import org.sverka.sync.MeasureState;
import org.sverka.sync.SheetState;
import org.sverka.sync.State;
import org.sverka.sync.StoreException;

/** Reads what was shown, from the tables that {@link HistoryTables} writes. */
record SqlHistory(Database database, String roadmap) implements History {
  private static final String POINTS =
      "SELECT revision, changed_at, edition FROM revision WHERE roadmap = :roadmap AND ";
  private static final SheetState NO_SHEET =
      new SheetState(
          SheetState.NO_TAB,
          Map.of(),
          List.of(),
          Map.of(),
          false,
          SheetState.PendingChange.NONE,
          "");

  @Override
  public Optional<Point> at(long revision) {
    return database.read(
        handle ->
            points(
                    handle
                        .createQuery(
                            POINTS + "revision <= :revision ORDER BY revision DESC LIMIT 1")
                        .bind("revision", revision))
                .findOne());
  }

  @Override
  public Optional<Point> at(Instant moment) {
    return database.read(
        handle ->
            points(
                    handle
                        .createQuery(
                            POINTS
                                + "at_millis <= :at ORDER BY at_millis DESC, revision DESC LIMIT 1")
                        .bind("at", moment.toEpochMilli()))
                .findOne());
  }

  @Override
  public List<Point> after(long revision, int limit) {
    return database.read(
        handle ->
            points(
                    handle
                        .createQuery(POINTS + "revision > :revision ORDER BY revision LIMIT :limit")
                        .bind("revision", revision)
                        .bind("limit", limit))
                .list());
  }

  @Override
  public List<Point> newest(long after, int limit) {
    List<Point> points =
        database.read(
            handle ->
                points(
                        handle
                            .createQuery(
                                POINTS + "revision > :revision ORDER BY revision DESC LIMIT :limit")
                            .bind("revision", after)
                            .bind("limit", limit))
                    .list());
    List<Point> oldestFirst = new ArrayList<>(points);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  @Override
  public State state(Point point) {
    Map<MeasureNumber, MeasureState> measures = new HashMap<>();
    shown(point).forEach((number, shown) -> measures.put(number, shown.state()));
    return new State(point.edition(), point.revision(), point.changedAt(), measures, NO_SHEET);
  }

  @Override
  public Map<MeasureNumber, Set<String>> erased(Point point) {
    Map<MeasureNumber, Set<String>> erased = new HashMap<>();
    shown(point)
        .forEach(
            (number, shown) -> {
              if (!shown.erased().isEmpty()) {
                erased.put(number, Set.copyOf(shown.erased()));
              }
            });
    return erased;
  }

  private Map<MeasureNumber, ShownJson> shown(Point point) {
    Roadmap then = roadmap(point);
    Map<String, String> kept =
        database.read(
            handle ->
                new HistoryTables(handle, roadmap)
                    .shown(then.measures().keySet(), point.revision()));
    Map<MeasureNumber, ShownJson> shown = new HashMap<>();
    try {
      for (Map.Entry<String, String> each : kept.entrySet()) {
        shown.put(new MeasureNumber(each.getKey()), ShownJson.read(each.getValue()));
      }
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
    return shown;
  }

  @Override
  public Roadmap roadmap(Point point) {
    String json =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT canonical_json FROM edition"
                            + " WHERE roadmap = :roadmap AND name = :name")
                    .bind("roadmap", roadmap)
                    .bind("name", point.edition())
                    .mapTo(String.class)
                    .one());
    try {
      return RoadmapJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private ResultIterable<Point> points(Query query) {
    return query
        .bind("roadmap", roadmap)
        .map(
            (row, context) ->
                new Point(
                    row.getLong("revision"),
                    Instant.parse(row.getString("changed_at")),
                    row.getString("edition")));
  }

  private StoreException unreadable(Exception fault) {
    String reason = String.valueOf(fault.getMessage());
    return new StoreException(Words.text("load-unreadable", roadmap, reason), fault);
  }
}
