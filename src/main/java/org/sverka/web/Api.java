package org.sverka.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedCut;
import org.sverka.feed.FeedJson;
import org.sverka.feed.FeedQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.LogJson;
import org.sverka.feed.MeasureView;
import org.sverka.feed.QueryException;
import org.sverka.feed.Representation;
import org.sverka.feed.RoadmapsJson;
import org.sverka.log.SealedEntry;

/** What programs ask for. */
final class Api {
  private static final String JSON = "application/json";

  private final List<Site> sites;
  private final String publicUrl;

  /**
   * @param publicUrl how the world reaches us, without a slash at its end
   */
  Api(List<Site> sites, String publicUrl) {
    this.sites = List.copyOf(sites);
    this.publicUrl = publicUrl;
  }

  void roadmaps(Exchange exchange) {
    refuseFilters(exchange);
    List<RoadmapsJson.Line> lines = sites.stream().map(Api::line).toList();
    Instant latest =
        lines.stream()
            .flatMap(line -> Stream.concat(Stream.of(line.changedAt()), line.checkedAt().stream()))
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    long revisions = lines.stream().mapToLong(RoadmapsJson.Line::revision).sum();
    byte[] list = RoadmapsJson.list(lines);
    exchange.send(Ready.of(Policy.API, Representation.of(JSON, revisions, latest, list)));
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
    site.send(exchange, "feed\n" + query.canonical(), view -> feed(site, site.cut(view, query)));
  }

  private static Ready feed(Site site, FeedCut cut) {
    return site.ready(Policy.API, JSON, cut.view(), FeedJson.feed(cut));
  }

  void measure(Site site, Exchange exchange) {
    refuseFilters(exchange);
    String number = exchange.tail();
    if (site.view().measure(number).isEmpty()) {
      throw ProblemException.notFound();
    }
    site.send(exchange, "measure\n" + number, view -> measure(site, view, number));
  }

  private static Ready measure(Site site, FeedView view, String number) {
    MeasureView measure = view.measure(number).orElseThrow(ProblemException::notFound);
    return site.ready(Policy.API, JSON, view, FeedJson.measure(view, measure));
  }

  void changes(Site site, Exchange exchange) {
    ChangesQuery query = ChangesQuery.parse(exchange.query(), site.view());
    String path = exchange.path();
    site.send(
        exchange,
        "changes\n" + query.canonical() + query.given(),
        view -> changes(site, view, query, path));
  }

  private Ready changes(Site site, FeedView view, ChangesQuery query, String path) {
    List<SealedEntry> found = site.log().after(query.after(), query.limit() + 1, query.filter());
    boolean last = found.size() <= query.limit();
    List<SealedEntry> page = last ? found : found.subList(0, query.limit());
    long next = last ? 0 : page.get(page.size() - 1).entry().seq();
    Map<String, String> link =
        last ? Map.of() : Map.of("Link", "<" + next(path, next, query) + ">; rel=\"next\"");
    return site.ready(Policy.API, JSON, view, LogJson.page(page, next), link);
  }

  private String next(String path, long after, ChangesQuery query) {
    StringBuilder url = new StringBuilder(publicUrl).append(path).append("?after=").append(after);
    query
        .given()
        .forEach(
            (name, value) ->
                url.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return url.toString();
  }

  void entry(Site site, Exchange exchange) {
    refuseFilters(exchange);
    long seq = site.sequence(exchange.tail());
    site.send(exchange, "entry\n" + seq, view -> entry(site, view, seq));
  }

  private static Ready entry(Site site, FeedView view, long seq) {
    return site.ready(Policy.API, JSON, view, LogJson.entry(site.entry(seq)));
  }

  private static void refuseFilters(Exchange exchange) {
    if (exchange.hasQuery()) {
      for (String name : exchange.query().keySet()) {
        throw QueryException.unknownFilter(name, List.of());
      }
    }
  }
}
