package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What another edition of the document does to one measure.
 *
 * @param number in the edition that comes; of a measure that is gone, the one it had
 * @param former the number that it had before; of a new measure the one it gets
 * @param parts what reads otherwise; of a measure that is new or gone its text
 */
public record Amendment(MeasureNumber number, MeasureNumber former, Kind kind, List<Part> parts) {
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

  /** Of a measure whose number stays. */
  public Amendment(MeasureNumber number, Kind kind, List<Part> parts) {
    this(number, number, kind, parts);
  }

  /** All differences between two editions, in the order of the numbers. */
  public static List<Amendment> between(Roadmap before, Roadmap after) {
    Lineage lineage = Lineage.between(before, after);
    List<Amendment> amendments = new ArrayList<>();
    for (Measure was : before.measures().values()) {
      if (!lineage.stays(was.number())) {
        amendments.add(new Amendment(was.number(), Kind.REMOVED, text(was.text(), "")));
      }
    }
    for (Measure is : after.measures().values()) {
      lineage
          .former(is.number())
          .map(before.measures()::get)
          .ifPresentOrElse(
              was -> changed(was, is).ifPresent(amendments::add),
              () -> amendments.add(new Amendment(is.number(), Kind.ADDED, text("", is.text()))));
    }
    amendments.sort(Comparator.comparing(Amendment::number));
    return List.copyOf(amendments);
  }

  private static Optional<Amendment> changed(Measure was, Measure is) {
    return was.equals(is)
        ? Optional.empty()
        : Optional.of(new Amendment(is.number(), was.number(), Kind.CHANGED, parts(was, is)));
  }

  /** Whether it is the same measure under another number. */
  public boolean isRenumbered() {
    return !number.equals(former);
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
