package org.sverka.web.page;

import java.util.List;
import java.util.stream.IntStream;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedView;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Period;
import org.sverka.text.Visible;

/** What the filters of a roadmap can be set to. */
final class FilterChoices {
  private FilterChoices() {}

  static List<Choice> of(FeedView view, FeedFilter filter, Words words) {
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
