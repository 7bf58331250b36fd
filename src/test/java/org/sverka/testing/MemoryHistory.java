package org.sverka.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.sync.History;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;

/** What was shown, in memory. */
final class MemoryHistory implements History {
  private final List<State> states = new ArrayList<>();
  private final Map<String, Roadmap> roadmaps = new HashMap<>();
  private final Map<Long, Map<MeasureNumber, Set<String>>> erased = new HashMap<>();

  synchronized void add(Roadmap roadmap, State state) {
    states.add(state);
    roadmaps.put(state.edition(), roadmap);
  }

  private static Point point(State state) {
    return new Point(state.revision(), state.changedAt(), state.edition());
  }

  @Override
  public synchronized Optional<Point> at(long revision) {
    return states.stream()
        .filter(state -> state.revision() <= revision)
        .max(Comparator.comparing(State::revision))
        .map(MemoryHistory::point);
  }

  @Override
  public synchronized Optional<Point> at(Instant moment) {
    return states.stream()
        .filter(state -> !state.changedAt().isAfter(moment))
        .max(Comparator.comparing(State::revision))
        .map(MemoryHistory::point);
  }

  @Override
  public synchronized List<Point> after(long revision, int limit) {
    return states.stream()
        .filter(state -> state.revision() > revision)
        .limit(limit)
        .map(MemoryHistory::point)
        .toList();
  }

  @Override
  public synchronized List<Point> newest(long after, int limit) {
    List<Point> points = after(after, Integer.MAX_VALUE);
    return points.subList(Math.max(0, points.size() - limit), points.size());
  }

  @Override
  public synchronized State state(Point point) {
    return states.stream()
        .filter(state -> state.revision() == point.revision())
        .findFirst()
        .orElseThrow();
  }

  /** What is shown now stays, and what is not the text. */
  synchronized void erase(MeasureNumber number, String column, String text) {
    for (int i = 0; i < states.size() - 1; i++) {
      State state = states.get(i);
      MeasureState measure = state.measures().get(number);
      if (measure == null || !measure.published(column).equals(text)) {
        continue;
      }
      Map<String, String> published = new HashMap<>(measure.published());
      published.remove(column);
      Map<MeasureNumber, MeasureState> measures = new HashMap<>(state.measures());
      measures.put(
          number,
          new MeasureState(
              measure.present(),
              measure.seen(),
              published,
              measure.held(),
              measure.rebuffs(),
              measure.changedAt(),
              "",
              ""));
      states.set(
          i,
          new State(state.edition(), state.revision(), state.changedAt(), measures, state.sheet()));
      erased
          .computeIfAbsent(state.revision(), revision -> new HashMap<>())
          .computeIfAbsent(number, any -> new HashSet<>())
          .add(column);
    }
  }

  @Override
  public synchronized Map<MeasureNumber, Set<String>> erased(Point point) {
    return erased.getOrDefault(point.revision(), Map.of());
  }

  @Override
  public synchronized Roadmap roadmap(Point point) {
    return roadmaps.get(point.edition());
  }
}
