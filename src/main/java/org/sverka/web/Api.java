package org.sverka.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedCut;
import org.sverka.feed.FeedJson;
import org.sverka.feed.FeedQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.LogJson;
import org.sverka.feed.MeasureView;
import org.sverka.feed.Representation;
import org.sverka.feed.RoadmapsJson;
import org.sverka.feed.SummaryJson;

/** What programs ask for. */
final class Api {
  private static final String JSON = "application/json";

  private final List<Site> sites;
  private final Paging paging;

  Api(List<Site> sites, Paging paging) {
    this.sites = List.copyOf(sites);
    this.paging = paging;
  }

  void roadmaps(Exchange exchange) {
    exchange.refuseQuery();
    List<RoadmapsJson.Line> lines = sites.stream().map(Api::line).toList();
    Instant latest =
        lines.stream()
            .flatMap(line -> Stream.concat(Stream.of(line.changedAt()), line.checkedAt().stream()))
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    long revisions = lines.stream().mapToLong(RoadmapsJson.Line::revision).sum();
    byte[] list = RoadmapsJson.list(lines);
    Links links = Links.ofRoadmaps(sites.stream().map(Site::id).toList());
    exchange.send(
        Ready.of(
            200, Policy.API, Representation.of(JSON, revisions, latest, list), links.header()));
  }

  private static RoadmapsJson.Line line(Site site) {
    FeedView view = site.view();
    Instant checked = site.checkedAtMoment();
    return new RoadmapsJson.Line(
        site.id(),
        view.roadmap().title(),
        view.revision(),
        view.changedAt(),
        checked.equals(Instant.MIN) ? Optional.empty() : Optional.of(checked));
  }

  void feed(Site site, Exchange exchange) {
    if (!exchange.hasQuery()) {
      exchange.send(site.feed());
      return;
    }
    FeedQuery query = FeedQuery.parse(exchange.query(), site.view(), site.now());
    if (query.isAll()) {
      exchange.send(site.feed());
      return;
    }
    site.send(exchange, "feed\n" + query.canonical(), view -> feed(site, query, view));
  }

  private static Ready feed(Site site, FeedQuery query, FeedView view) {
    FeedCut cut = site.cut(view, query);
    Links links = Links.ofFeed(view, query);
    return site.ready(Policy.API, JSON, cut.view(), FeedJson.feed(cut), links.header());
  }

  void summary(Site site, Exchange exchange) {
    exchange.refuseQuery();
    site.send(
        exchange,
        "summary",
        view ->
            site.ready(
                Policy.API,
                JSON,
                view,
                SummaryJson.summary(view),
                Links.ofSummary(site.id()).header()));
  }

  void measure(Site site, Exchange exchange) {
    exchange.refuseQuery();
    String number = exchange.tail();
    if (site.view().measure(number).isEmpty()) {
      throw ProblemException.notFound();
    }
    site.send(exchange, "measure\n" + number, view -> measure(site, view, number));
  }

  private static Ready measure(Site site, FeedView view, String number) {
    MeasureView measure = view.measure(number).orElseThrow(ProblemException::notFound);
    Links links = Links.ofMeasure(view, measure);
    return site.ready(Policy.API, JSON, view, FeedJson.measure(view, measure), links.header());
  }

  void changes(Site site, Exchange exchange) {
    ChangesQuery query = ChangesQuery.parse(exchange.query(), site.view());
    String path = exchange.path();
    site.send(exchange, "changes\n" + query.canonical(), view -> changes(site, view, query, path));
  }

  private Ready changes(Site site, FeedView view, ChangesQuery query, String path) {
    Paging.Page page = paging.read(site.log(), query, path);
    Links links = Links.ofChanges(site.id(), query, page);
    return site.ready(
        Policy.API, JSON, view, LogJson.page(page.entries(), page.next()), links.header());
  }

  void entry(Site site, Exchange exchange) {
    exchange.refuseQuery();
    long seq = site.sequence(exchange.tail());
    site.send(exchange, "entry\n" + seq, view -> entry(site, view, seq));
  }

  private static Ready entry(Site site, FeedView view, long seq) {
    Links links = Links.ofEntry(view, seq);
    return site.ready(Policy.API, JSON, view, LogJson.entry(site.entry(seq)), links.header());
  }
}
