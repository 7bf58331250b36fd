package org.sverka.web.page;

import java.util.ArrayList;
import java.util.List;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.roadmap.Body;
import org.sverka.roadmap.Party;
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
    List<MeasureGroup> shown,
    int count,
    int held) {
  /** A section or a body with its measures. */
  public record Part(String number, String title, String href, Progress progress) {}

  /** The bodies of one party. */
  public record Side(String party, List<Part> bodies) {}

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
    for (Section section : view.roadmap().sections()) {
      String number = section.number();
      sections.add(
          new Part(
              number,
              Visible.of(section.title()),
              page + "?section=" + number + "#measures",
              Progress.of(in(section, all), view)));
    }
    return new RoadmapPage(
        view.roadmap().id(),
        Visible.of(view.roadmap().title()),
        words.moment(view.changedAt()),
        Progress.of(all, view),
        sections,
        view.roadmap().parties().stream().map(party -> side(party, page, view)).toList(),
        FilterChoices.of(view, filter, words),
        Visible.of(search),
        !filter.isAll(),
        MeasureGroup.of(passing, view, words),
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
}
