package org.sverka.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.Lineage;
import org.sverka.roadmap.Roadmap;
import org.sverka.sync.History;
import org.sverka.sync.PublishedRoadmap;

/**
 * Which two states of a roadmap are compared: by days, both of them included, or by revisions.
 * Without a beginning it is compared with the first state that is known, without an end with that
 * of now.
 */
public record StatementQuery(Optional<Place> from, Optional<Place> to) {
  /** The parameters, in canonical order. */
  public static final List<String> NAMES = List.of("from", "to", "since", "revision");

  private static final int MOST_EDITIONS = 500;
  private static final Pattern REVISION = Pattern.compile("[1-9]\\d{0,17}");

  /**
   * Reads a query.
   *
   * @throws QueryException if a value is not one, an end is named twice, or there is no time
   *     between the two
   */
  public static StatementQuery parse(Map<String, String> query, FeedView view, LocalDate today) {
    requireOne(query, "from", "since");
    requireOne(query, "to", "revision");
    requirePeriod(query, today);
    Optional<Place> from = day(query, "from").map(day -> before(day, view));
    Optional<Place> to = day(query, "to").map(day -> before(day.plusDays(1), view));
    StatementQuery wanted =
        new StatementQuery(
            from.or(() -> revision(query, "since", view)),
            to.or(() -> revision(query, "revision", view)));
    if (wanted.isBackwards()) {
      throw QueryException.backwards();
    }
    return wanted;
  }

  private boolean isBackwards() {
    return from.isPresent()
        && to.isPresent()
        && from.get() instanceof Place.Revision since
        && to.get() instanceof Place.Revision revision
        && since.number() > revision.number();
  }

  /** A day and a revision for one end: neither is to be taken for the other, nor left out. */
  private static void requireOne(Map<String, String> query, String day, String revision) {
    if (query.containsKey(day) && query.containsKey(revision)) {
      throw QueryException.saidTwice(revision, List.of(day, revision));
    }
  }

  private static void requirePeriod(Map<String, String> query, LocalDate today) {
    LocalDate from = day(query, "from").orElse(LocalDate.MIN);
    LocalDate to = day(query, "to").orElse(LocalDate.MAX);
    if (to.isBefore(from) || from.isAfter(today)) {
      throw QueryException.emptyPeriod();
    }
  }

  private static Optional<LocalDate> day(Map<String, String> query, String name) {
    return Optional.ofNullable(query.get(name)).map(text -> Place.day(name, text));
  }

  /** Two revisions. */
  public static StatementQuery of(CheckCode code) {
    return new StatementQuery(
        Optional.of(new Place.Revision(code.since())),
        Optional.of(new Place.Revision(code.revision())));
  }

  private static Place before(LocalDate day, FeedView view) {
    return new Place.Moment(day.atStartOfDay(view.zone()).toInstant().minusMillis(1));
  }

  private static Optional<Place> revision(Map<String, String> query, String name, FeedView view) {
    String text = query.get(name);
    if (text == null) {
      return Optional.empty();
    }
    if (!REVISION.matcher(text).matches() || Long.parseLong(text) > view.revision()) {
      throw QueryException.unknownValue(name, List.of("1-" + view.revision()));
    }
    return Optional.of(new Place.Revision(Long.parseLong(text)));
  }

  /** The one spelling of this query: equal queries are equal texts. */
  public String canonical() {
    return from + "\n" + to;
  }

  /**
   * Compares. Blocking.
   *
   * @param now what is shown now
   * @throws QueryException if it ends before anything was kept, or before it begins
   */
  public Statement read(FeedView now, PublishedRoadmap published, Tables tables) {
    FeedView after =
        to.map(place -> place.view(now, published).orElseThrow(() -> early(place, now, published)))
            .orElse(now);
    FeedView before =
        from.map(place -> at(place, now, published)).orElseGet(() -> Place.first(now, published));
    if (before.revision() > after.revision()) {
      throw QueryException.backwards();
    }
    return compare(before, after, published, tables);
  }

  private static Statement compare(
      FeedView before, FeedView after, PublishedRoadmap published, Tables tables) {
    Lineage lineage = Lineage.through(editions(before, after, published));
    ErasedTexts erased = ErasedTexts.between(before, after, lineage, published);
    return Statement.of(before, after, lineage, erased, tables);
  }

  /** Those that were in force one after the other; but one if it is the same at both ends. */
  private static List<Roadmap> editions(
      FeedView before, FeedView after, PublishedRoadmap published) {
    List<Roadmap> editions = new ArrayList<>(List.of(before.roadmap()));
    if (before.edition().equals(after.edition())) {
      return editions;
    }
    History history = published.history();
    LogFilter came = LogFilter.ALL.ofType(EntryType.EDITION);
    for (SealedEntry edition : published.log().after(before.revision(), MOST_EDITIONS, came)) {
      long seq = edition.entry().seq();
      if (seq <= after.revision()) {
        history.after(seq - 1, 1).forEach(point -> editions.add(history.roadmap(point)));
      }
    }
    editions.add(after.roadmap());
    return editions;
  }

  private static QueryException early(Place to, FeedView now, PublishedRoadmap published) {
    FeedView first = Place.first(now, published);
    return to instanceof Place.Revision
        ? QueryException.beforeTheLog("revision", Long.toString(first.revision()))
        : QueryException.beforeTheLog(
            "to", LocalDate.ofInstant(first.changedAt(), first.zone()).toString());
  }

  private static FeedView at(Place place, FeedView now, PublishedRoadmap published) {
    return place.view(now, published).orElseGet(() -> Place.first(now, published));
  }
}
