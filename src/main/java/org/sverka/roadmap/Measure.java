package org.sverka.roadmap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One signed commitment.
 *
 * @param responsible by party key, in the order of the parties; every party has an entry
 */
public record Measure(
    MeasureNumber number, String text, Map<String, List<Responsible>> responsible, Term term) {
  public Measure {
    Map<String, List<Responsible>> copy = new LinkedHashMap<>();
    responsible.forEach((party, bodies) -> copy.put(party, List.copyOf(bodies)));
    responsible = Collections.unmodifiableMap(copy);
  }
}
