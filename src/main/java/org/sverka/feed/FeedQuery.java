package org.sverka.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sverka.sync.History;
import org.sverka.sync.PublishedRoadmap;

/**
 * What part of a roadmap is wanted, and as of when.
 *
 * @param filter which measures of those that there are now; all if it is asked how it was
 * @param since a revision: only what changed after it; empty for all
 * @param then how it was; empty for now
 */
public record FeedQuery(FeedFilter filter, Optional<Long> since, Optional<Then> then) {
  /** The names of the parameters, in canonical order. */
  public static final List<String> NAMES =
      Stream.concat(FeedFilter.NAMES.stream(), Stream.of("since", "at")).toList();

  /** The whole roadmap as it is. */
  public static final FeedQuery ALL =
      new FeedQuery(FeedFilter.ALL, Optional.empty(), Optional.empty());

  /** Of moments before it no database could tell. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Pattern REVISION = Pattern.compile("0|[1-9]\\d{0,17}");
  private static final int DATE_LENGTH = "2026-11-23".length();

  /**
   * How it was.
   *
   * @param asked the place as it was asked for: the end of a day that is not over is a moment that
   *     nobody may ask for
   * @param filters which measures, in the words of that edition: what they mean, and whether there
   *     is such a section or body, only that edition knows
   */
  public record Then(Place at, String asked, Map<String, String> filters) {
    String canonical() {
      StringBuilder text = new StringBuilder("at=").append(at);
      for (String name : FeedFilter.NAMES) {
        if (filters.containsKey(name)) {
          text.append('\n').append(name).append('=').append(filters.get(name));
        }
      }
      return text.toString();
    }
  }

  /**
   * Reads a query. Filters that go with {@code at} are read by {@link #cut}.
   *
   * @param now what lies after it can't be asked for
   * @throws QueryException if it names a parameter or a value that does not exist
   */
  public static FeedQuery parse(Map<String, String> query, FeedView view, Instant now) {
    for (String name : query.keySet()) {
      if (!NAMES.contains(name)) {
        throw QueryException.unknownFilter(name, NAMES);
      }
    }
    Map<String, String> filters = new HashMap<>(query);
    filters.keySet().retainAll(FeedFilter.NAMES);
    Optional<Then> then =
        Optional.ofNullable(query.get("at"))
            .map(text -> new Then(at(text, view, now), text, Map.copyOf(filters)));
    return new FeedQuery(
        then.isPresent() ? FeedFilter.ALL : FeedFilter.parse(filters, view),
        Optional.ofNullable(query.get("since")).map(text -> since(text, view)),
        then);
  }

  private static long since(String text, FeedView view) {
    if (!REVISION.matcher(text).matches() || Long.parseLong(text) > view.revision()) {
      throw QueryException.unknownValue("since", List.of("0", upTo(view)));
    }
    return Long.parseLong(text);
  }

  private static Place at(String text, FeedView view, Instant now) {
    if (REVISION.matcher(text).matches()) {
      long revision = Long.parseLong(text);
      if (revision < 1 || revision > view.revision()) {
        throw unknownAt(upTo(view), view);
      }
      return new Place.Revision(revision);
    }
    try {
      if (text.length() == DATE_LENGTH) {
        LocalDate day = LocalDate.parse(text);
        if (!day.isAfter(now.atZone(view.zone()).toLocalDate())) {
          return new Place.Moment(
              day.plusDays(1).atStartOfDay(view.zone()).toInstant().minusMillis(1));
        }
      } else {
        Instant moment = OffsetDateTime.parse(text).toInstant();
        if (!moment.isAfter(now) && moment.isAfter(EARLIEST)) {
          return new Place.Moment(moment);
        }
      }
    } catch (DateTimeException e) {
      throw unknownAt(upTo(view), view);
    }
    throw unknownAt(upTo(view), view);
  }

  /**
   * @param shown what was shown at places that may be asked for
   */
  private static QueryException unknownAt(String revisions, FeedView shown) {
    Instant moment = shown.changedAt();
    return QueryException.unknownValue(
        "at",
        List.of(
            revisions, moment.atZone(shown.zone()).toLocalDate().toString(), moment.toString()));
  }

  /** Where the history begins is not known yet. */
  private static String upTo(FeedView view) {
    return "a revision up to " + view.revision();
  }

  /** Whether it asks for the whole roadmap as it is. */
  public boolean isAll() {
    return filter.isAll() && since.isEmpty() && then.isEmpty();
  }

  /** The parameters that ask for the same. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    for (String name : FeedFilter.NAMES) {
      filter.value(name).ifPresent(value -> parameters.put(name, value));
    }
    since.ifPresent(revision -> parameters.put("since", Long.toString(revision)));
    then.ifPresent(
        past -> {
          parameters.putAll(past.filters());
          parameters.put("at", past.asked());
        });
    return parameters;
  }

  /**
   * The parameters that ask for the same as it is now.
   *
   * @return empty if a filter has no such value any more
   */
  public Optional<Map<String, String>> parametersNow(FeedView now) {
    Map<String, String> parameters = parameters();
    parameters.remove("at");
    try {
      FeedFilter unused = FeedFilter.parse(then.map(Then::filters).orElse(Map.of()), now);
      return Optional.of(parameters);
    } catch (QueryException e) {
      return Optional.empty();
    }
  }

  /** The one spelling of this query: equal queries are equal texts. */
  public String canonical() {
    List<String> lines = new ArrayList<>();
    since.ifPresent(revision -> lines.add("since=" + revision));
    then.ifPresent(past -> lines.add(past.canonical()));
    return filter.canonical() + String.join("\n", lines);
  }

  /**
   * What it asks for. Blocking.
   *
   * @param now the view that is shown now
   * @throws QueryException if the history does not reach back as far as that, or if a filter has no
   *     such value there
   */
  public FeedCut cut(FeedView now, PublishedRoadmap published) {
    FeedView view = then.map(past -> view(past.at(), now, published)).orElse(now);
    FeedFilter wanted = then.map(past -> FeedFilter.parse(past.filters(), view)).orElse(filter);
    long from = since.orElse(0L);
    if (from == 0) {
      return FeedCut.of(view, wanted);
    }
    // A number in between means the revision before it, which may be the very one of the view.
    History.Point point =
        published
            .history()
            .at(from)
            .filter(found -> found.revision() <= view.revision())
            .orElseThrow(
                () ->
                    QueryException.unknownValue(
                        "since",
                        List.of(
                            "0", Place.first(now, published).revision() + "-" + view.revision())));
    FeedView before = point.revision() == view.revision() ? view : FeedView.at(published, point);
    return FeedCut.since(before, view, wanted);
  }

  private static QueryException before(FeedView now, PublishedRoadmap published) {
    FeedView first = Place.first(now, published);
    return unknownAt(first.revision() + "-" + now.revision(), first);
  }

  private static FeedView view(Place place, FeedView now, PublishedRoadmap published) {
    return place.view(now, published).orElseThrow(() -> before(now, published));
  }
}
