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
 * @param zone mark of the zone of its times
 * @param reports by party
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
    String zone,
    Progress progress,
    List<Report> reports,
    Timeline timeline,
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

  /**
   * What one party has told.
   *
   * @param total measures that it answers for
   * @param told those of which it says how they go
   * @param width the share of these, per cent
   */
  public record Report(String party, String href, int total, int told, String width) {}

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
        words.zoneMark(),
        Progress.of(all, view),
        view.roadmap().parties().stream().map(party -> report(party, page, view)).toList(),
        Timeline.of(view, words),
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

  private static Report report(Party party, String page, FeedView view) {
    FeedFilter own = new FeedFilter("", party.key(), "", "", "", "");
    List<MeasureView> measures = view.measures(own);
    int told = (int) measures.stream().filter(m -> !m.progress(party.key()).isEmpty()).count();
    return new Report(
        party.name(),
        page + "?party=" + Addresses.encode(party.key()) + "#measures",
        measures.size(),
        told,
        Progress.percent(told, measures.size()));
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
