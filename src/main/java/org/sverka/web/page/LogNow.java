package org.sverka.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;

/**
 * How things stand: what the site holds back, and what waits for a reviewer.
 *
 * @param mass the mass change that waits for a second look, at most one
 * @param held longest first
 * @param more how many cells are held besides these
 * @param waiting such as «12 записей»; empty if nothing waits
 * @param since when the oldest of them came
 */
public record LogNow(List<Mass> mass, List<Held> held, int more, String waiting, Moment since) {
  /**
   * A mass change that is not believed yet.
   *
   * @param lasting such as «3 часа»
   * @param href the entry that says what it is; empty if there is none
   */
  public record Mass(Moment since, String lasting, String href) {}

  /**
   * A cell of which the site shows an older value.
   *
   * @param measureHref page of the measure
   * @param lasting such as «8 дней»
   * @param href the entry that says why
   */
  public record Held(
      String measure,
      String measureHref,
      String column,
      Moment since,
      String lasting,
      String href) {}

  private record Hold(Instant since, Held held) {}

  static LogNow of(FeedView view, LogCut cut, Instant now, Words words) {
    List<Hold> holds = new ArrayList<>();
    String top = "/" + view.roadmap().id();
    for (MeasureView measure : view.measures()) {
      String number = measure.measure().number().value();
      measure
          .held()
          .forEach(
              (column, hold) ->
                  holds.add(
                      new Hold(
                          hold.since(),
                          new Held(
                              number,
                              top + "/measures/" + number,
                              words.column(column),
                              words.moment(hold.since()),
                              lasting(Duration.between(hold.since(), now), words),
                              top + "/log/" + hold.entry()))));
    }
    holds.sort(Comparator.comparing(Hold::since));
    return new LogNow(
        view.massChangeSince().stream()
            .map(
                since ->
                    new Mass(
                        words.moment(since),
                        lasting(Duration.between(since, now), words),
                        cut.mass() == 0 ? "" : top + "/log/" + cut.mass()))
            .toList(),
        holds.stream().map(Hold::held).toList(),
        0,
        count(cut.waiting(), words),
        words.moment(cut.waiting().since()));
  }

  /** Of minutes the page says nothing: it may have been made some of them ago. */
  private static String lasting(Duration time, Words words) {
    if (time.toDays() > 0) {
      return words.text("log.days", time.toDays());
    }
    return time.toHours() > 0 ? words.text("log.hours", time.toHours()) : words.text("log.just");
  }

  private static String count(LogCut.Waiting waiting, Words words) {
    if (waiting.count() == 0) {
      return "";
    }
    return waiting.count() > LogCut.Waiting.MOST
        ? words.text("log.waiting.many", LogCut.Waiting.MOST)
        : words.text("log.waiting.count", waiting.count());
  }

  /** The same with no more cells than so many, those that have been held longest. */
  LogNow first(int most) {
    int shown = Math.min(most, held.size());
    return new LogNow(mass, held.subList(0, shown), held.size() - shown, waiting, since);
  }

  /** Whether there is nothing to do for anybody. */
  public boolean isCalm() {
    return mass.isEmpty() && held.isEmpty() && waiting.isEmpty();
  }
}
