package org.sverka.roadmap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signed document, immutable. Two roadmaps with the same content have the same {@link Edition}.
 *
 * @param id its name in addresses, such as {@code spb-kaliningrad-2023-2026}
 * @param bodies the directory of bodies, in the order of first mention
 */
public record Roadmap(
    String id,
    String title,
    Period period,
    List<Party> parties,
    List<Body> bodies,
    List<Section> sections) {
  public Roadmap {
    parties = List.copyOf(parties);
    bodies = List.copyOf(bodies);
    sections = List.copyOf(sections);
  }

  /** All measures in the order of the document, by number. */
  public Map<MeasureNumber, Measure> measures() {
    Map<MeasureNumber, Measure> all = new LinkedHashMap<>();
    for (Section section : sections) {
      section.measures().forEach(measure -> all.put(measure.number(), measure));
    }
    return Collections.unmodifiableMap(all);
  }

  /** The party with that key. */
  public Optional<Party> party(String key) {
    return parties.stream().filter(party -> party.key().equals(key)).findFirst();
  }

  /** The name of this version of the document. */
  public Edition edition() {
    return Edition.of(this);
  }
}
