package org.sverka.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.feed.QueryException;
import org.sverka.feed.Representation;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.LoggedFinding;
import org.sverka.log.SealedEntry;
import org.sverka.web.page.PageWriter;

/** What people ask for. */
final class Pages {
  static final String HTML = "text/html; charset=utf-8";

  /** What others append to addresses to follow their readers. */
  private static final Pattern TRACKING = Pattern.compile("utm_.*|.*clid|_openstat|etext");

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}\\.[1-9]\\d{0,3}");
  private static final int HISTORY = 50;

  private final List<Site> sites;
  private final PageWriter writer;
  private volatile Home home = new Home(List.of(), List.of());

  /** The first page and the views that it was made from; empty before the first time. */
  private record Home(List<FeedView> views, List<Ready> ready) {}

  Pages(List<Site> sites, PageWriter writer) {
    this.sites = List.copyOf(sites);
    this.writer = writer;
  }

  void home(Exchange exchange) {
    refuseFilters(exchange);
    List<FeedView> views = sites.stream().map(Site::view).toList();
    Home known = home;
    if (!known.views.equals(views) || known.ready.isEmpty()) {
      long revisions = views.stream().mapToLong(FeedView::revision).sum();
      Representation made = Representation.of(HTML, revisions, newest(), writer.home(views));
      known = new Home(views, List.of(Ready.of(Policy.PAGE, made)));
      home = known;
    }
    exchange.send(known.ready.get(0));
  }

  private Instant newest() {
    return sites.stream().map(Site::modifiedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  void roadmap(Site site, Exchange exchange) {
    Map<String, String> query = allow(exchange, FeedFilter.NAMES);
    FeedFilter filter = FeedFilter.parse(query, site.view());
    String search = query.getOrDefault("q", "");
    site.send(
        exchange,
        "page\n" + filter.canonical() + search,
        view -> site.ready(Policy.PAGE, HTML, view, writer.roadmap(view, filter, search)));
  }

  /** People put a slash behind what they type; what they chose stays chosen. */
  void slash(Site site, Exchange exchange) {
    String address = exchange.address();
    int query = address.indexOf('?');
    exchange.send(
        elsewhere(308, site.view(), "/" + site.id() + (query < 0 ? "" : address.substring(query))));
  }

  /** The picture that networks show beside a link, whatever they append to its address. */
  void picture(Site site, Exchange exchange) {
    site.sendFile(
        exchange,
        "picture",
        view -> site.ready(Policy.PICTURE, "image/png", view, writer.picture(view)));
  }

  void measure(Site site, Exchange exchange) {
    refuseFilters(exchange);
    String number = exchange.tail();
    if (!NUMBER.matcher(number).matches()) {
      throw ProblemException.notFound();
    }
    site.send(
        exchange,
        "measure page\n" + number,
        view ->
            view.measure(number).isPresent()
                ? measure(site, view, number)
                : former(site, view, number));
  }

  /**
   * Of a measure that is not in the document any more there is still the log; if nobody ever wrote
   * anything of it, the edition that took it out.
   */
  private static Ready former(Site site, FeedView view, String number) {
    String log = "/" + site.id() + "/log";
    if (!site.log().before(Long.MAX_VALUE, 1, own(view, number)).isEmpty()) {
      return elsewhere(302, view, log + "?measure=" + number);
    }
    return withEditions(List.of(), site.log(), number).stream()
        .findFirst()
        .map(edition -> elsewhere(302, view, log + "/" + edition.entry().seq()))
        .orElseThrow(ProblemException::notFound);
  }

  private static Ready elsewhere(int status, FeedView view, String address) {
    return Ready.of(
        status,
        Policy.PAGE,
        Representation.of(HTML, view.revision(), view.changedAt(), new byte[0]),
        Map.of("Location", address));
  }

  private static LogFilter own(FeedView view, String number) {
    return ChangesQuery.filter(Map.of("measure", number), view);
  }

  private Ready measure(Site site, FeedView view, String number) {
    MeasureView measure = view.measure(number).orElseThrow(ProblemException::notFound);
    List<SealedEntry> found = site.log().before(Long.MAX_VALUE, HISTORY + 1, own(view, number));
    List<SealedEntry> history =
        withEditions(found.subList(0, Math.min(found.size(), HISTORY)), site.log(), number);
    List<SealedEntry> reviews = site.log().reviews(numbers(history));
    byte[] page = writer.measure(view, measure, history, reviews, found.size() > HISTORY);
    return site.ready(Policy.PAGE, HTML, view, page);
  }

  /** The entry with those of its findings alone that name this. */
  private static SealedEntry only(SealedEntry line, Pattern named) {
    List<LoggedFinding> findings =
        line.entry().findings().stream()
            .filter(finding -> named.matcher(finding.message()).find())
            .toList();
    return new SealedEntry(
        line.entry().withFindings(findings),
        line.salt(),
        line.textDigest(),
        line.previousHash(),
        line.hash());
  }

  /** An edition that says something else of the measure is a part of its life. */
  private static List<SealedEntry> withEditions(
      List<SealedEntry> history, LogReader log, String number) {
    LogFilter editions = LogFilter.ALL.ofType(EntryType.EDITION);
    Pattern named = Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "(?!\\.?\\d)");
    Stream<SealedEntry> about =
        log.before(Long.MAX_VALUE, HISTORY, editions).stream()
            .map(edition -> only(edition, named))
            .filter(edition -> !edition.entry().findings().isEmpty());
    return Stream.concat(history.stream(), about)
        .sorted(Comparator.comparingLong((SealedEntry line) -> line.entry().seq()).reversed())
        .toList();
  }

  void log(Site site, Exchange exchange) {
    Map<String, String> query = allow(exchange, LogQuery.NAMES);
    LogQuery wanted = LogQuery.parse(query, site.view());
    site.send(
        exchange,
        "log page\n" + wanted.canonical(),
        view -> {
          byte[] page = writer.log(view, wanted.read(site.log()), site.rules(), site.now());
          return site.ready(Policy.PAGE, HTML, view, page);
        });
  }

  void rules(Site site, Exchange exchange) {
    refuseFilters(exchange);
    site.send(
        exchange,
        "rules page",
        view -> site.ready(Policy.PAGE, HTML, view, writer.rules(view, site.rules())));
  }

  void entry(Site site, Exchange exchange) {
    refuseFilters(exchange);
    long seq = site.sequence(exchange.tail());
    site.send(
        exchange,
        "entry page\n" + seq,
        view -> {
          List<SealedEntry> reviews = site.log().reviews(List.of(seq));
          byte[] page = writer.entry(view, site.entry(seq), reviews, site.revision(seq));
          return site.ready(Policy.PAGE, HTML, view, page);
        });
  }

  private static List<Long> numbers(List<SealedEntry> lines) {
    return lines.stream().map(line -> line.entry().seq()).toList();
  }

  byte[] failure(Problem problem) {
    // Of a condition that there is not, the name says nothing.
    String parameter = problem.code().equals("unknown-value") ? problem.parameter() : "";
    return writer.failure(problem.code(), parameter, problem.allowed());
  }

  private static void refuseFilters(Exchange exchange) {
    Map<String, String> unused = allow(exchange, List.of());
  }

  /**
   * The parameters that say something: forms also send the empty ones, and others append theirs.
   *
   * @throws QueryException if one is neither of these names nor an appended one
   */
  static Map<String, String> allow(Exchange exchange, List<String> names) {
    Map<String, String> query = new LinkedHashMap<>();
    exchange
        .query()
        .forEach(
            (name, value) -> {
              if (TRACKING.matcher(name).matches()) {
                return;
              }
              if (!names.contains(name)) {
                throw QueryException.unknownFilter(name, names);
              }
              if (!value.isBlank()) {
                query.put(name, value);
              }
            });
    return query;
  }
}
