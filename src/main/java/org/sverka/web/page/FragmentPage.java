package org.sverka.web.page;

import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.text.Messages;
import org.sverka.text.Visible;

/**
 * A roadmap as part of another site's page, without scripts.
 *
 * @param home where we are, without a slash at its end: another site's links must be absolute
 * @param href the roadmap's page, with the same filters
 * @param source the same without them
 * @param heading level of the title
 * @param full whether bodies, reports and evidence are shown
 * @param groups the measures; empty if only the figures are wanted
 */
public record FragmentPage(
    Messages words,
    String home,
    String href,
    String source,
    String logHref,
    String title,
    int heading,
    String stale,
    boolean full,
    Progress progress,
    List<MeasureGroup> groups,
    String changed) {

  static FragmentPage of(
      FeedView view, EmbedOptions options, int heading, Templates templates, Words words) {
    String home = templates.assets().publicUrl();
    String page = home + "/" + view.roadmap().id();
    List<MeasureView> measures = view.measures(options.filter());
    return new FragmentPage(
        templates.messages(),
        home,
        page + Addresses.query(options.filters()),
        page,
        page + "/log",
        Visible.of(view.roadmap().title()),
        heading,
        templates.stale(view, words),
        options.full(),
        Progress.of(measures, view),
        options.listed() ? MeasureGroup.of(measures, view, words) : List.of(),
        words.moment(view.changedAt()).text() + " " + words.zoneMark());
  }
}
