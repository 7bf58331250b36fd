package org.sverka.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Section;
import org.sverka.rule.RuleBook;
import org.sverka.rule.RuleSet;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sync.Erasure;

/**
 * Which page of the log is wanted.
 *
 * @param after entries with a number above this one
 * @param limit how many at most
 * @param given what was asked for besides {@code after}, name to value, in canonical order
 */
public record ChangesQuery(long after, int limit, LogFilter filter, Map<String, String> given) {
  /** The names of the filters, in canonical order. */
  public static final List<String> NAMES =
      List.of(
          "after",
          "limit",
          "measure",
          "section",
          "column",
          "type",
          "verdict",
          "severity",
          "rule",
          "party",
          "review",
          "since",
          "until");

  /** Those that say which entries are wanted, in canonical order. */
  public static final List<String> FILTERS = NAMES.subList(2, NAMES.size());

  private static final int MOST = 500;
  private static final int USUAL = 100;
  private static final int MOST_IN_A_TABLE = 10_000;
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern SECTION = Pattern.compile("[1-9]\\d{0,3}");
  private static final List<String> RULES =
      RuleBook.of(RuleSet.standard(List.of())).chapters().stream()
          .map(RuleBook.Chapter::rule)
          .sorted()
          .toList();
  private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,17}");

  /**
   * Reads a query.
   *
   * @throws QueryException if it names a filter or a value that does not exist
   */
  public static ChangesQuery parse(Map<String, String> query, FeedView view) {
    return parse(query, view, MOST, USUAL);
  }

  /**
   * Reads a query for a table, whose pages are longer.
   *
   * @throws QueryException if it names a filter or a value that does not exist
   */
  public static ChangesQuery parseLong(Map<String, String> query, FeedView view) {
    return parse(query, view, MOST_IN_A_TABLE, MOST_IN_A_TABLE);
  }

  private static ChangesQuery parse(Map<String, String> query, FeedView view, int most, int usual) {
    for (String name : query.keySet()) {
      if (!NAMES.contains(name)) {
        throw QueryException.unknownFilter(name, NAMES);
      }
    }
    long after = whole(query, "after", 0, Long.MAX_VALUE, 0);
    int limit = (int) whole(query, "limit", 1, most, usual);
    return new ChangesQuery(after, limit, filter(query, view), given(query));
  }

  private static Map<String, String> given(Map<String, String> query) {
    return NAMES.stream()
        .filter(name -> query.containsKey(name) && !name.equals("after"))
        .collect(
            Collectors.toMap(
                name -> name, query::get, (one, two) -> one, java.util.LinkedHashMap::new));
  }

  /** Reads the part of a query that says which entries are wanted. */
  public static LogFilter filter(Map<String, String> query, FeedView view) {
    return new LogFilter(
        formed(query, "measure", FeedView::isMeasureNumber, measures(view)),
        formed(query, "section", value -> SECTION.matcher(value).matches(), sections(view)),
        FeedFilter.known(query, "column", columns(view)),
        FeedFilter.known(query, "type", Arrays.stream(EntryType.values()).map(EntryType::key)),
        FeedFilter.known(query, "verdict", verdicts()),
        FeedFilter.known(query, "severity", Arrays.stream(Severity.values()).map(Severity::key)),
        formed(query, "rule", value -> RULE.matcher(value).matches(), RULES.stream()),
        FeedFilter.known(query, "party", view.roadmap().parties().stream().map(Party::key)),
        FeedFilter.known(query, "review", Stream.of(LogFilter.WAITING)),
        moment(query, "since", view.zone(), Instant.MIN),
        moment(query, "until", view.zone(), Instant.MAX));
  }

  private static Stream<String> columns(FeedView view) {
    Stream<String> ofTabs =
        Stream.concat(view.layout().columns().stream(), JournalLayout.reviews().stream())
            .map(Column::key);
    return Stream.concat(ofTabs, Stream.of(Erasure.COLUMN));
  }

  private static Stream<String> measures(FeedView view) {
    return view.measures().stream().map(measure -> measure.measure().number().value());
  }

  private static Stream<String> sections(FeedView view) {
    return view.roadmap().sections().stream().map(Section::number);
  }

  private static Stream<String> verdicts() {
    return Arrays.stream(Verdict.values()).map(Verdict::key).filter(key -> !key.isEmpty());
  }

  /** What an earlier edition or rule set had can still be asked for, so that the form decides. */
  private static String formed(
      Map<String, String> query, String name, Predicate<String> form, Stream<String> known) {
    String value = query.get(name);
    if (value == null) {
      return "";
    }
    if (!form.test(value)) {
      throw QueryException.unknownValue(name, known.toList());
    }
    return value;
  }

  private static long whole(
      Map<String, String> query, String name, long least, long most, long otherwise) {
    String value = query.get(name);
    if (value == null) {
      return otherwise;
    }
    long number = WHOLE.matcher(value).matches() ? Long.parseLong(value) : -1;
    if (number < least || number > most) {
      String range = most == Long.MAX_VALUE ? least + " or more" : least + "-" + most;
      throw QueryException.unknownValue(name, List.of(range));
    }
    return number;
  }

  private static Instant moment(
      Map<String, String> query, String name, ZoneId zone, Instant otherwise) {
    String value = query.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return value.length() == "2026-11-23".length()
          ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw QueryException.unknownValue(name, List.of("2026-11-23", "2026-11-23T09:15:02Z"));
    }
  }

  /** The one spelling of this query: equal queries are equal texts. */
  public String canonical() {
    return after + "\n" + limit + "\n" + filter + given;
  }
}
