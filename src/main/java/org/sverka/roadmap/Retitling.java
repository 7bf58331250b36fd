package org.sverka.roadmap;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Another title that another edition of the document gives a section.
 *
 * @param section its number
 */
public record Retitling(String section, String before, String after) {
  /** All between two editions, in the order of the sections. */
  public static List<Retitling> between(Roadmap before, Roadmap after) {
    Map<String, String> old =
        before.sections().stream().collect(Collectors.toMap(Section::number, Section::title));
    return after.sections().stream()
        .map(now -> new Retitling(now.number(), old.getOrDefault(now.number(), ""), now.title()))
        .filter(title -> !title.before.isEmpty() && !title.before.equals(title.after))
        .toList();
  }
}
