package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;

/**
 * What the site of one roadmap showed at earlier revisions. A turn that made several entries made
 * one revision, that of its last; the numbers in between were never shown. Blocking.
 */
public interface History {
  /**
   * A revision that was shown.
   *
   * @param changedAt when it came
   * @param edition name of the edition that was in force
   */
  record Point(long revision, Instant changedAt, String edition) {}

  /** The newest one that is kept with this number or a lower one. */
  Optional<Point> at(long revision);

  /** What was shown at that moment. */
  Optional<Point> at(Instant moment);

  /** At most {@code limit} of those with a higher number, oldest first. */
  List<Point> after(long revision, int limit);

  /** The newest of those with a higher number, at most {@code limit} of them, oldest first. */
  List<Point> newest(long after, int limit);

  /** What was shown then: of each measure only what the site shows, of the sheet nothing. */
  State state(Point point);

  /**
   * The columns of which the site showed a text then that was erased by law since; measures without
   * one are left out. In {@link #state} nothing stands there.
   */
  Map<MeasureNumber, Set<String>> erased(Point point);

  /** The signed document as it was then. */
  Roadmap roadmap(Point point);
}
