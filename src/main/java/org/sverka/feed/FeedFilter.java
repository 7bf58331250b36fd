package org.sverka.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sverka.roadmap.Body;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Period;
import org.sverka.roadmap.Responsible;
import org.sverka.roadmap.Section;
import org.sverka.sheet.ColumnType;

/**
 * Which measures of a roadmap are wanted; the empty text means all. Filters add up: a measure has
 * to pass every one.
 *
 * @param section number of a section
 * @param party key of a party that answers for the measure
 * @param body key of a body that answers for the measure
 * @param status key of a status
 * @param year a year of the measure's term
 * @param q words that stand in it next to each other, folded by {@link Folding}
 */
public record FeedFilter(
    String section, String party, String body, String status, String year, String q) {
  /** Lets every measure pass. */
  public static final FeedFilter ALL = new FeedFilter("", "", "", "", "", "");

  /** The names of the filters, in canonical order. */
  public static final List<String> NAMES =
      List.of("section", "party", "body", "status", "year", "q");

  private static final int LONGEST_SEARCH = 200;

  /**
   * Reads a query.
   *
   * @throws QueryException if it names a filter or a value that does not exist
   */
  public static FeedFilter parse(Map<String, String> query, FeedView view) {
    for (String name : query.keySet()) {
      if (!NAMES.contains(name)) {
        throw QueryException.unknownFilter(name, NAMES);
      }
    }
    return new FeedFilter(
        known(query, "section", view.roadmap().sections().stream().map(Section::number)),
        known(query, "party", view.roadmap().parties().stream().map(Party::key)),
        body(query, view),
        known(query, "status", view.statuses().stream().map(ColumnType.Option::key)),
        known(query, "year", years(view.roadmap().period())),
        search(query));
  }

  private static Stream<String> years(Period period) {
    return IntStream.rangeClosed(period.from(), period.to()).mapToObj(Integer::toString);
  }

  /** The value of that filter, one of these; empty if it is not asked for. */
  static String known(Map<String, String> query, String name, Stream<String> values) {
    String value = query.get(name);
    if (value == null) {
      return "";
    }
    List<String> there = values.toList();
    if (!there.contains(value)) {
      throw QueryException.unknownValue(name, there);
    }
    return value;
  }

  private static String body(Map<String, String> query, FeedView view) {
    String value = query.get("body");
    if (value == null) {
      return "";
    }
    List<Body> bodies = view.roadmap().bodies();
    return Stream.of(
            bodies.stream().map(Body::key).filter(value::equals),
            bodies.stream().filter(body -> body.name().equals(value)).map(Body::key),
            asSigned(view, value))
        .flatMap(keys -> keys)
        .findFirst()
        .orElseThrow(
            () -> QueryException.unknownValue("body", bodies.stream().map(Body::key).toList()));
  }

  /** A body may be spelt otherwise in a measure than in the directory. */
  private static Stream<String> asSigned(FeedView view, String name) {
    return view.measures().stream()
        .flatMap(measure -> measure.measure().responsible().values().stream())
        .flatMap(List::stream)
        .filter(responsible -> responsible.name().equals(name))
        .map(Responsible::body);
  }

  private static String search(Map<String, String> query) {
    String value = query.get("q");
    if (value == null) {
      return "";
    }
    String folded =
        value.codePointCount(0, value.length()) > LONGEST_SEARCH ? "" : Folding.fold(value);
    if (folded.isEmpty()) {
      throw QueryException.unknownValue("q", List.of("1-" + LONGEST_SEARCH + " characters"));
    }
    return folded;
  }

  /** Whether every measure passes. */
  public boolean isAll() {
    return equals(ALL);
  }

  boolean passes(MeasureView measure) {
    return (section.isEmpty() || measure.section().number().equals(section))
        && (status.isEmpty() || measure.status().equals(status))
        && (year.isEmpty() || covers(measure, Integer.parseInt(year)))
        && (party.isEmpty() || !measure.responsible(party).isEmpty())
        && (body.isEmpty() || answers(measure))
        && (q.isEmpty() || measure.searchable().contains(q));
  }

  private static boolean covers(MeasureView measure, int year) {
    return measure.measure().term().from() <= year && year <= measure.measure().term().to();
  }

  private boolean answers(MeasureView measure) {
    return measure.measure().responsible().values().stream()
        .anyMatch(side -> side.stream().anyMatch(responsible -> responsible.body().equals(body)));
  }

  /** The one spelling of this filter: equal filters are equal texts. */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    List<String> values = List.of(section, party, body, status, year, q);
    for (int i = 0; i < NAMES.size(); i++) {
      if (!values.get(i).isEmpty()) {
        text.append(NAMES.get(i)).append('=').append(values.get(i)).append('\n');
      }
    }
    return text.toString();
  }

  /** The value of the filter with that name, if it is set. */
  public Optional<String> value(String name) {
    String value = List.of(section, party, body, status, year, q).get(NAMES.indexOf(name));
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
