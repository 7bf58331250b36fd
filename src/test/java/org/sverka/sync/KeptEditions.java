package org.sverka.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.RoadmapJson;

/** A history that knows the editions of the document, and nothing that was shown. */
final class KeptEditions implements History {
  private final Map<String, byte[]> editions = new HashMap<>();

  void keep(String edition, byte[] canonicalJson) {
    editions.put(edition, canonicalJson.clone());
  }

  @Override
  public Optional<Point> at(long revision) {
    return Optional.empty();
  }

  @Override
  public Optional<Point> at(Instant moment) {
    return Optional.empty();
  }

  @Override
  public List<Point> after(long revision, int limit) {
    return List.of();
  }

  @Override
  public List<Point> newest(long after, int limit) {
    return List.of();
  }

  @Override
  public State state(Point point) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<MeasureNumber, Set<String>> erased(Point point) {
    return Map.of();
  }

  @Override
  public Roadmap roadmap(Point point) {
    return RoadmapJson.read(editions.get(point.edition()));
  }
}
