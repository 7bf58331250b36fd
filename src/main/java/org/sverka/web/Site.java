package org.sverka.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sverka.feed.FeedCut;
import org.sverka.feed.FeedFilter;
import org.sverka.feed.FeedJson;
import org.sverka.feed.FeedQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.RenderCache;
import org.sverka.feed.Representation;
import org.sverka.feed.Statement;
import org.sverka.feed.StatementQuery;
import org.sverka.feed.Tables;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.OpenData;
import org.sverka.rule.RuleBook;
import org.sverka.sync.History;
import org.sverka.sync.PublishedRoadmap;
import org.sverka.tlog.TransparencyLog;

/**
 * One roadmap as it is served: the view that is shown now, its feed ready to be sent, and what else
 * was rendered from it. Safe to ask from any thread; {@link #send} renders on the renderer.
 */
final class Site {
  private static final Pattern SEQUENCE = Pattern.compile("[1-9]\\d{0,17}");

  private final PublishedRoadmap published;
  private final RenderCache<Ready> cache;
  private final InstantSource clock;
  private final List<Consumer<EventStreams.Event>> listeners = new CopyOnWriteArrayList<>();
  private volatile Shown shown;
  private volatile CheckedAt checkedAt = new CheckedAt(Instant.MIN, "");

  /** What is shown at one moment. */
  private record Shown(FeedView view, Instant modifiedAt, Ready feed) {}

  private record CheckedAt(Instant moment, String text) {}

  private Site(PublishedRoadmap published, RenderCache<Ready> cache, InstantSource clock) {
    this.published = published;
    this.cache = cache;
    this.clock = clock;
    FeedView view = FeedView.of(published);
    List<History.Point> newest = published.history().newest(0, 2);
    Instant before = newest.size() < 2 ? Instant.EPOCH : newest.get(0).changedAt();
    this.shown = show(view, currentSince(before, latest(view)));
  }

  /** Renders what stands now and again after each change. Blocking. */
  static Site open(PublishedRoadmap published, RenderCache<Ready> cache, InstantSource clock) {
    Site site = new Site(published, cache, clock);
    published.onChange(site::refresh);
    site.refresh();
    return site;
  }

  private synchronized void refresh() {
    Shown before = shown;
    FeedView view = FeedView.of(published);
    if (view.showsTheSameAs(before.view)) {
      return;
    }
    boolean sameRevision = view.revision() == before.view.revision();
    Instant changed = sameRevision ? clock.instant() : latest(view);
    shown = show(view, currentSince(before.modifiedAt, changed));
    cache.drop(before.view);
    if (!sameRevision) {
      EventStreams.Event event = event();
      listeners.forEach(listener -> listener.accept(event));
    }
  }

  /** The revision that is shown now. */
  EventStreams.Event event() {
    FeedView view = shown.view;
    return new EventStreams.Event(view.revision(), view.changedAt());
  }

  /** Tells the listener of each new revision, from any thread, until what it gives back is run. */
  Runnable onRevision(Consumer<EventStreams.Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The newest revisions after one, at most so many, oldest first. */
  CompletableFuture<List<EventStreams.Event>> missed(long after, int most) {
    return cache.run(
        () ->
            published.history().newest(after, most).stream().map(EventStreams.Event::of).toList());
  }

  /**
   * From when on what was fetched is what is shown. Dates of HTTP have whole seconds: of two
   * changes within one, nothing that was fetched in it is sure to have the later.
   */
  private static Instant currentSince(Instant before, Instant changed) {
    Instant after = changed.isAfter(before) ? changed : before.plusMillis(1);
    Instant second = after.truncatedTo(ChronoUnit.SECONDS);
    return before.isBefore(second) ? second : after;
  }

  private static Instant latest(FeedView view) {
    Instant stale = view.staleSince().orElse(Instant.MIN);
    return stale.isAfter(view.changedAt()) ? stale : view.changedAt();
  }

  /** From when on what was fetched is what is shown now. */
  Instant modifiedAt() {
    return shown.modifiedAt;
  }

  private static Shown show(FeedView view, Instant modifiedAt) {
    byte[] feed = FeedJson.feed(FeedCut.of(view, FeedFilter.ALL));
    Representation made = Representation.of("application/json", view.revision(), modifiedAt, feed);
    Links links = Links.ofFeed(view, FeedQuery.ALL);
    return new Shown(view, modifiedAt, Ready.of(200, Policy.API, made, links.header()));
  }

  String id() {
    return published.roadmap().id();
  }

  FeedView view() {
    return shown.view;
  }

  /** The whole feed. */
  Ready feed() {
    return shown.feed;
  }

  OpenData openData() {
    return published.openData();
  }

  RuleBook rules() {
    return published.rules();
  }

  /** Blocking. */
  LogReader log() {
    return published.log();
  }

  /** Blocking. */
  TransparencyLog transparency() {
    return published.transparency();
  }

  /** The time by which questions are judged. */
  Instant now() {
    return clock.instant();
  }

  /** What a query asks for. Blocking. */
  FeedCut cut(FeedView view, FeedQuery query) {
    return query.cut(view, published);
  }

  /** What became different between two states. Blocking. */
  Statement statement(FeedView view, StatementQuery query, Tables tables) {
    return query.read(view, published, tables);
  }

  /**
   * The number of an entry, as an address spells it.
   *
   * @throws ProblemException if what is shown does not reach that far
   */
  long sequence(String text) {
    long seq = SEQUENCE.matcher(text).matches() ? Long.parseLong(text) : 0;
    if (seq < 1 || seq > view().revision()) {
      throw ProblemException.notFound();
    }
    return seq;
  }

  /** Reads an entry. Blocking. */
  SealedEntry entry(long seq) {
    return published.log().entry(seq).orElseThrow(ProblemException::notFound);
  }

  /** The revision that an entry came with: that of the last of its turn. Blocking. */
  long revision(long seq) {
    return published.history().after(seq - 1, 1).stream()
        .map(History.Point::revision)
        .findFirst()
        .orElse(seq);
  }

  Instant checkedAtMoment() {
    return published.checkedAt().orElse(Instant.MIN);
  }

  /** When the sheet was last read, ISO 8601; empty if not yet. */
  String checkedAt() {
    Instant moment = checkedAtMoment();
    CheckedAt known = checkedAt;
    if (!known.moment.equals(moment)) {
      known = new CheckedAt(moment, moment.truncatedTo(ChronoUnit.MILLIS).toString());
      checkedAt = known;
    }
    return known.text;
  }

  /** Sends what was rendered for this address before. */
  boolean sendKnown(Exchange exchange) {
    Optional<Ready> known = cache.known(shown.view, exchange.address());
    known.ifPresent(exchange::send);
    return known.isPresent();
  }

  /** Sends what was rendered for a query, or will be. */
  void send(Exchange exchange, String canonicalQuery, Function<FeedView, Ready> render) {
    send(exchange, exchange.address(), canonicalQuery, render);
  }

  /** The same of what depends on no query: it is kept once, however many are made up. */
  void sendFile(Exchange exchange, String name, Function<FeedView, Ready> render) {
    send(exchange, exchange.path(), name, render);
  }

  private void send(
      Exchange exchange, String address, String canonicalQuery, Function<FeedView, Ready> render) {
    FeedView view = shown.view;
    Supplier<Ready> once = () -> exchange.orRefusal(() -> render.apply(view));
    exchange.send(cache.get(view, address, canonicalQuery, once));
  }

  /** Makes an answer of the view's revision. */
  Ready ready(Policy policy, String contentType, FeedView view, byte[] bytes) {
    return ready(policy, contentType, view, bytes, Map.of());
  }

  /** Makes an answer of the view's revision, with further headers. */
  Ready ready(
      Policy policy, String contentType, FeedView view, byte[] bytes, Map<String, String> more) {
    // Of an older state too: texts are erased from what was long ago.
    return Ready.of(
        200, policy, Representation.of(contentType, view.revision(), modifiedAt(), bytes), more);
  }
}
