package org.sverka.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sverka.sync.History;
import org.sverka.sync.PublishedRoadmap;

/** A place in the history of a roadmap. */
public sealed interface Place {
  /** As of a revision. */
  record Revision(long number) implements Place {}

  /** As of a moment, its own changes included. */
  record Moment(Instant instant) implements Place {}

  /**
   * What was shown there. Blocking.
   *
   * @param now what is shown now
   * @return empty if the history does not reach back that far
   */
  default Optional<FeedView> view(FeedView now, PublishedRoadmap published) {
    History history = published.history();
    Optional<History.Point> point =
        this instanceof Revision revision
            ? history.at(revision.number)
            : history.at(((Moment) this).instant);
    return point.map(found -> view(found, now, published));
  }

  /** What was shown first, as far as that is known. Blocking. */
  static FeedView first(FeedView now, PublishedRoadmap published) {
    return published.history().after(0, 1).stream()
        .findFirst()
        .map(point -> view(point, now, published))
        .orElse(now);
  }

  private static FeedView view(History.Point point, FeedView now, PublishedRoadmap published) {
    return point.revision() >= now.revision() ? now : FeedView.at(published, point);
  }

  /**
   * A day as a parameter spells it, such as {@code 2026-11-23}.
   *
   * @throws QueryException if it is none
   */
  static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() < 9999) {
        return day;
      }
    } catch (DateTimeException e) {
      throw QueryException.unknownValue(name, List.of("2026-11-23"));
    }
    throw QueryException.unknownValue(name, List.of("2026-11-23"));
  }
}
