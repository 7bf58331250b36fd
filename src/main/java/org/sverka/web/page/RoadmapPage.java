package org.sverka.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.roadmap.Body;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Period;
import org.sverka.roadmap.Section;
import org.sverka.text.Visible;

/**
 * The page of one roadmap: how far it has come, and its measures.
 *
 * @param bodies by party
 * @param search what is looked for
 * @param shown measures that pass the filters, by section
 * @param count how many pass
 * @param held how many show an older value somewhere
 */
public record RoadmapPage(
    String id,
    String title,
    Moment changedAt,
    Progress progress,
    List<Part> sections,
    List<Side> bodies,
    List<Choice> choices,
    String search,
    boolean filtered,
    List<Group> shown,
    int count,
    int held) {
  /** A section or a body with its measures. */
  public record Part(String number, String title, String href, Progress progress) {}

  /** The bodies of one party. */
  public record Side(String party, List<Part> bodies) {}

  /** The measures of one section that pass. */
  public record Group(String number, String title, List<MeasureRow> measures) {}

  /**
   * Makes it.
   *
   * @param search as it was typed
   */
  static RoadmapPage of(FeedView view, FeedFilter filter, String search, Words words) {
    String page = "/" + view.roadmap().id();
    List<MeasureView> all = view.measures();
    List<MeasureView> passing = view.measures(filter);
    List<Part> sections = new ArrayList<>();
    List<Group> shown = new ArrayList<>();
    for (Section section : view.roadmap().sections()) {
      String number = section.number();
      sections.add(
          new Part(
              number,
              Visible.of(section.title()),
              page + "?section=" + number + "#measures",
              Progress.of(in(section, all), view)));
      List<MeasureView> here = in(section, passing);
      if (!here.isEmpty()) {
        List<MeasureRow> rows =
            here.stream().map(measure -> MeasureRow.of(measure, view, words)).toList();
        shown.add(new Group(number, Visible.of(section.title()), rows));
      }
    }
    return new RoadmapPage(
        view.roadmap().id(),
        Visible.of(view.roadmap().title()),
        words.moment(view.changedAt()),
        Progress.of(all, view),
        sections,
        view.roadmap().parties().stream().map(party -> side(party, page, view)).toList(),
        choices(view, filter, words),
        Visible.of(search),
        !filter.isAll(),
        shown,
        passing.size(),
        (int) all.stream().filter(measure -> !measure.held().isEmpty()).count());
  }

  private static List<MeasureView> in(Section section, List<MeasureView> measures) {
    return measures.stream().filter(m -> m.section().number().equals(section.number())).toList();
  }

  private static Side side(Party party, String page, FeedView view) {
    List<Part> bodies = new ArrayList<>();
    for (Body body : view.roadmap().bodies()) {
      if (body.party().equals(party.key())) {
        FeedFilter own = new FeedFilter("", "", body.key(), "", "", "");
        bodies.add(
            new Part(
                "",
                Visible.of(body.name()),
                page + "?body=" + Addresses.encode(body.key()) + "#measures",
                Progress.of(view.measures(own), view)));
      }
    }
    return new Side(party.name(), List.copyOf(bodies));
  }

  private static List<Choice> choices(FeedView view, FeedFilter filter, Words words) {
    return List.of(
        Choice.of(
            "status",
            words.text("filter.status"),
            words.text("filter.status.any"),
            view.statuses().stream()
                .map(o -> option(o.key(), o.label(), filter.status()))
                .toList()),
        Choice.of(
            "section",
            words.text("filter.section"),
            words.text("filter.section.any"),
            view.roadmap().sections().stream()
                .map(s -> option(s.number(), s.number() + ". " + s.title(), filter.section()))
                .toList()),
        Choice.of(
            "party",
            words.text("filter.party"),
            words.text("filter.party.any"),
            view.roadmap().parties().stream()
                .map(p -> option(p.key(), p.name(), filter.party()))
                .toList()),
        new Choice(
            "body",
            words.text("filter.body"),
            words.text("filter.body.any"),
            view.roadmap().parties().stream().map(p -> bodies(p, view, filter)).toList()),
        Choice.of(
            "year",
            words.text("filter.year"),
            words.text("filter.year.any"),
            years(view.roadmap().period(), filter)));
  }

  private static Choice.Group bodies(Party party, FeedView view, FeedFilter filter) {
    return new Choice.Group(
        party.name(),
        view.roadmap().bodies().stream()
            .filter(body -> body.party().equals(party.key()))
            .map(body -> option(body.key(), body.name(), filter.body()))
            .toList());
  }

  private static List<Choice.Option> years(Period period, FeedFilter filter) {
    return IntStream.rangeClosed(period.from(), period.to())
        .mapToObj(Integer::toString)
        .map(year -> option(year, year, filter.year()))
        .toList();
  }

  private static Choice.Option option(String value, String label, String chosen) {
    return new Choice.Option(value, Visible.of(label), value.equals(chosen));
  }
}
