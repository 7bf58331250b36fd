package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What another edition of the document does to one measure.
 *
 * @param parts what reads otherwise; of a measure that is new or gone its text
 */
public record Amendment(MeasureNumber number, Kind kind, List<Part> parts) {
  /** What it does. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** A part of a measure. */
  public enum Name {
    TEXT,
    TERM,
    RESPONSIBLE
  }

  /**
   * A part that reads otherwise.
   *
   * @param party key of the party whose bodies it lists; else empty
   */
  public record Part(Name name, String party, String before, String after) {}

  public Amendment {
    parts = List.copyOf(parts);
  }

  /** All differences between two editions, in the order of the numbers. */
  public static List<Amendment> between(Roadmap before, Roadmap after) {
    Map<MeasureNumber, Measure> old = before.measures();
    Map<MeasureNumber, Measure> now = after.measures();
    TreeSet<MeasureNumber> numbers = new TreeSet<>(old.keySet());
    numbers.addAll(now.keySet());
    List<Amendment> amendments = new ArrayList<>();
    for (MeasureNumber number : numbers) {
      Measure was = old.get(number);
      Measure is = now.get(number);
      if (is == null) {
        String text = was == null ? "" : was.text();
        amendments.add(new Amendment(number, Kind.REMOVED, text(text, "")));
      } else if (was == null) {
        amendments.add(new Amendment(number, Kind.ADDED, text("", is.text())));
      } else if (!was.equals(is)) {
        amendments.add(new Amendment(number, Kind.CHANGED, parts(was, is)));
      }
    }
    return List.copyOf(amendments);
  }

  private static List<Part> text(String before, String after) {
    return List.of(new Part(Name.TEXT, "", before, after));
  }

  private static List<Part> parts(Measure was, Measure is) {
    List<Part> parts = new ArrayList<>();
    add(parts, Name.TEXT, "", was.text(), is.text());
    add(parts, Name.TERM, "", was.term().text(), is.term().text());
    TreeSet<String> parties = new TreeSet<>(was.responsible().keySet());
    parties.addAll(is.responsible().keySet());
    for (String party : parties) {
      add(parts, Name.RESPONSIBLE, party, bodies(was, party), bodies(is, party));
    }
    return parts;
  }

  private static void add(List<Part> parts, Name name, String party, String before, String after) {
    if (!before.equals(after)) {
      parts.add(new Part(name, party, before, after));
    }
  }

  private static String bodies(Measure measure, String party) {
    return measure.responsible().getOrDefault(party, List.of()).stream()
        .map(Responsible::name)
        .collect(Collectors.joining("; "));
  }
}
