package org.sverka.web.page;

import java.util.ArrayList;
import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Responsible;
import org.sverka.sync.Hold;
import org.sverka.text.Visible;

/**
 * One measure as a page shows it.
 *
 * @param href its own page
 * @param colour number of the colour of its status
 * @param completedOn such as «01.03.2026»; empty if it is not
 */
public record MeasureRow(
    String number,
    String href,
    String text,
    String term,
    String status,
    int colour,
    String completedOn,
    List<Side> sides,
    List<SafeLink> evidence,
    List<Held> held,
    Moment changedAt) {
  /** What one party does about it. */
  public record Side(String party, List<String> bodies, String progress) {}

  /** A column that shows an older value. */
  public record Held(String column, Moment since, String href) {}

  static MeasureRow of(MeasureView measure, FeedView view, Words words) {
    String number = measure.measure().number().value();
    String top = "/" + view.roadmap().id();
    List<String> keys = view.statuses().stream().map(option -> option.key()).toList();
    return new MeasureRow(
        number,
        top + "/measures/" + number,
        Visible.of(measure.measure().text()),
        Visible.of(measure.measure().term().text()),
        words.status(measure.status()),
        Math.max(0, keys.indexOf(measure.status())) % 7,
        words.date(measure.completedOn()),
        view.roadmap().parties().stream().map(party -> side(party, measure)).toList(),
        measure.evidence().stream().map(SafeLink::of).toList(),
        held(measure, view, top, words),
        words.moment(measure.changedAt()));
  }

  private static Side side(Party party, MeasureView measure) {
    List<String> bodies =
        measure.responsible(party.key()).stream().map(Responsible::name).map(Visible::of).toList();
    return new Side(party.name(), bodies, Visible.of(measure.progress(party.key())));
  }

  private static List<Held> held(MeasureView measure, FeedView view, String top, Words words) {
    List<Held> held = new ArrayList<>();
    for (String column : measure.heldIn(view.layout())) {
      Hold hold = measure.held().get(column);
      if (hold != null) {
        held.add(
            new Held(
                words.column(column), words.moment(hold.since()), top + "/log/" + hold.entry()));
      }
    }
    return List.copyOf(held);
  }
}
