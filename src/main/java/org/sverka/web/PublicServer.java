package org.sverka.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.feed.RenderCache;
import org.sverka.sheet.Push;
import org.sverka.sync.PublishedRoadmap;
import org.sverka.text.Messages;
import org.sverka.web.page.Assets;
import org.sverka.web.page.EmbedWriter;
import org.sverka.web.page.PageWriter;
import org.sverka.web.page.StatementWriter;
import org.sverka.web.page.Templates;

/** The server that the world talks to: the feed, the log and the pages, read-only. */
public final class PublicServer {
  private static final Logger LOG = LoggerFactory.getLogger(PublicServer.class);
  private static final int RENDERERS = 4;
  private static final long CACHE_BYTES = 64L << 20;
  static final int LONGEST_LINE = 8_192;
  private static final int LONGEST_HEADERS = 16_384;
  private static final int MOST_STREAMS = 100;

  /**
   * Bytes of an answer that the system takes for a reader who does not read; Linux makes it twice
   * as many. Left to itself it takes megabytes for each, until hundreds of such readers leave the
   * whole machine short of memory for sockets.
   */
  private static final int SYSTEM_KEEPS = 128 << 10;

  private final Vertx vertx;
  private final String deployment;
  private final WorkerExecutor workers;
  private final int port;

  private PublicServer(Vertx vertx, String deployment, WorkerExecutor workers, int port) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.workers = workers;
    this.port = port;
  }

  /**
   * Renders what stands now and starts to listen, on every processor.
   *
   * @param port 0 for any that is free
   * @param publicUrl how the world reaches the server, such as {@code https://sverka.example}
   * @return fails if the port is taken
   */
  public static Future<PublicServer> start(
      Vertx vertx, String host, int port, List<PublishedRoadmap> roadmaps, String publicUrl) {
    return start(vertx, host, port, roadmaps, publicUrl, Optional.empty());
  }

  /**
   * The same, with a place where Drive may push its news.
   *
   * @param pushes is given everything that says it is a push, on an event loop, and must answer at
   *     once
   */
  public static Future<PublicServer> start(
      Vertx vertx,
      String host,
      int port,
      List<PublishedRoadmap> roadmaps,
      String publicUrl,
      Optional<Consumer<Push>> pushes) {
    MeterRegistry none = new CompositeMeterRegistry();
    return start(vertx, host, port, roadmaps, publicUrl, pushes, Terms.OPEN, none);
  }

  /**
   * The same, on other terms.
   *
   * @param pushes is given everything that says it is a push, on an event loop, and must answer at
   *     once
   * @param meters where answers are counted
   */
  public static Future<PublicServer> start(
      Vertx vertx,
      String host,
      int port,
      List<PublishedRoadmap> roadmaps,
      String publicUrl,
      Optional<Consumer<Push>> pushes,
      Terms terms,
      MeterRegistry meters) {
    WorkerExecutor workers = vertx.createSharedWorkerExecutor("sverka-web", RENDERERS);
    return workers
        .executeBlocking(
            () -> prepare(workers, roadmaps, publicUrl, pushes.map(DriveHook::new), terms), false)
        .compose(ready -> ready.listen(vertx, address(host, port), new Traffic(meters)))
        .map(up -> new PublicServer(vertx, up.deployment, workers, up.port))
        .onFailure(failure -> workers.close());
  }

  private static Prepared prepare(
      WorkerExecutor workers,
      List<PublishedRoadmap> roadmaps,
      String publicUrl,
      Optional<DriveHook> hook,
      Terms terms) {
    Executor renderer = task -> render(workers, task);
    InstantSource clock = InstantSource.system();
    RenderCache<Ready> cache = new RenderCache<>(CACHE_BYTES, Ready::weight, renderer);
    List<Site> sites = roadmaps.stream().map(roadmap -> Site.open(roadmap, cache, clock)).toList();
    Instant startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Documents documents = new Documents(startedAt);
    Messages russian = Messages.of(PageWriter.class, "ru");
    String home = publicUrl.replaceAll("/+$", "");
    Templates templates =
        new Templates(russian, new Assets(home, documents.stylePath(), documents.iconPath()));
    PageWriter writer = new PageWriter(templates);
    Pages pages = new Pages(sites, writer);
    Embedding embedding =
        new Embedding(
            new EmbedWriter(templates),
            new Components(home, startedAt),
            documents.embedPageScriptPath());
    Statements statements =
        new Statements(new StatementWriter(templates), documents.checkPageScriptPath());
    Paging paging = new Paging(home);
    Routes.Apis apis =
        new Routes.Apis(
            new Api(sites, paging),
            new OpenDataApi(home, paging),
            new NewsApi(home, russian, writer));
    Route.Freshness oldest = () -> oldest(sites);
    Routes routes = Routes.of(sites, apis, pages, statements, documents, embedding, oldest);
    return new Prepared(
        sites,
        routes,
        hook,
        new Failures(Messages.of(PageWriter.class, "en"), pages),
        terms,
        oldest,
        clock);
  }

  /** Of a server that was closed nothing is wanted any more, so nothing happens. */
  private static void render(WorkerExecutor workers, Runnable task) {
    try {
      Future<Boolean> unused =
          workers
              .executeBlocking(
                  () -> {
                    task.run();
                    return true;
                  },
                  false)
              .onFailure(failure -> LOG.atError().setCause(failure).log("Rendering failed"));
    } catch (IllegalStateException | RejectedExecutionException e) {
      LOG.atDebug().log("Nothing is rendered after the end");
    }
  }

  private static String oldest(List<Site> sites) {
    return sites.stream()
        .min((one, two) -> one.checkedAtMoment().compareTo(two.checkedAtMoment()))
        .map(Site::checkedAt)
        .orElse("");
  }

  /** All event loops share one port, also if any will do. */
  private static SocketAddress address(String host, int port) {
    return port == 0
        ? SocketAddress.sharedRandomPort(1, host)
        : SocketAddress.inetSocketAddress(port, host);
  }

  /**
   * The idle timeout is what ends connections whose answers are not taken: a close by {@link
   * Connections} waits for what is still to be sent.
   */
  private static HttpServerOptions options(Terms terms) {
    return new HttpServerOptions()
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(LONGEST_HEADERS)
        .setIdleTimeout(terms.patience().next())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setSendBufferSize(SYSTEM_KEEPS)
        .setHttp2ClearTextEnabled(terms.http2())
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(MOST_STREAMS)
                .setMaxHeaderListSize(LONGEST_HEADERS))
        .setHttp2RstFloodMaxRstFramePerWindow(2 * MOST_STREAMS)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setCompressionSupported(false);
  }

  /**
   * On what terms clients are served.
   *
   * @param limit how often one may ask
   * @param http2 whether HTTP/2 is spoken, without encryption, as some proxies do. A connection
   *     that may become one is known to us first with its first request: until then only the idle
   *     timeout ends it, not the deadline for a whole request
   * @param patience how long a client is waited for
   */
  public record Terms(ClientLimit limit, boolean http2, Patience patience) {
    /** For whoever knows its clients. */
    static final Terms OPEN = new Terms(ClientLimit.none(), false);

    /** With the usual patience. */
    public Terms(ClientLimit limit, boolean http2) {
      this(limit, http2, Patience.USUAL);
    }
  }

  /**
   * How long a client is waited for, in seconds.
   *
   * @param first until the first request of a connection is there
   * @param next until the next one is there, and for anything to be read or written
   */
  record Patience(int first, int next) {
    static final Patience USUAL = new Patience(10, 30);
  }

  private record Up(String deployment, int port) {}

  private record Prepared(
      List<Site> sites,
      Routes routes,
      Optional<DriveHook> hook,
      Failures failures,
      Terms terms,
      Route.Freshness oldest,
      InstantSource clock) {
    Future<Up> listen(Vertx vertx, SocketAddress address, Traffic traffic) {
      HttpServerOptions options = options(terms);
      AtomicInteger port = new AtomicInteger();
      DeploymentOptions everywhere =
          new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
      return vertx
          .deployVerticle(
              () ->
                  new PublicVerticle(
                      sites, routes, hook, failures, terms, traffic, oldest, options, address,
                      clock, port),
              everywhere)
          .map(deployment -> new Up(deployment, port.get()));
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Stops listening and closes connections. */
  public Future<Void> close() {
    return vertx.undeploy(deployment).eventually(workers::close);
  }
}
