package org.sverka.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Charter;
import org.sverka.sync.Store;
import org.sverka.sync.SyncLoop;
import org.sverka.web.ClientLimit;
import org.sverka.web.ManagementServer;
import org.sverka.web.PublicServer;

/**
 * The running program, wired together in one place. It is stopped in the opposite order of its
 * start: first not ready, then no more turns, then the servers, then the store.
 */
final class Service {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /** For all of a stop, and within it for what may hang because the server does. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration NEWS_PATIENCE = Duration.ofSeconds(2);
  private static final Duration TURN_PATIENCE = Duration.ofSeconds(4);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final Settings settings;
  private final Tempo tempo;
  private final Deque<Step> running = new ArrayDeque<>();
  private @Nullable SyncLoop loop;
  private String sheetLink = "";
  private String adminLink = "";
  private String roadmapId = "";
  private int httpPort;
  private int managementPort;
  private long stopBy;

  private Service(Settings settings, Tempo tempo) {
    this.settings = settings;
    this.tempo = tempo;
  }

  /** Something that was started and is to be stopped. */
  private record Step(String name, Runnable stop) {}

  /**
   * Starts everything and returns when it is ready to be asked. Blocking.
   *
   * @param clock people's clock
   * @throws UnavailableException if a port is taken
   * @throws org.sverka.sync.StoreException if the data directory can't be used
   * @throws org.sverka.roadmap.InvalidRoadmapException if the roadmap can't be read
   */
  static Service start(Settings settings, InstantSource clock) {
    return start(settings, Tempo.of(clock));
  }

  /** The same, by other clocks. */
  static Service start(Settings settings, Tempo tempo) {
    Service service = new Service(settings, tempo);
    try {
      service.startAll();
      LOG.atInfo()
          .addKeyValue("roadmap", service.roadmapId)
          .addKeyValue("httpPort", service.httpPort)
          .addKeyValue("managementPort", service.managementPort)
          .addKeyValue("sheet", service.sheetLink)
          .log(Words.text("service.started"));
      return service;
    } catch (RuntimeException e) {
      service.stop();
      throw e;
    }
  }

  /** Stops what runs, in order, within ten seconds. May be called twice. */
  synchronized void stop() {
    boolean ran = !running.isEmpty();
    stopBy = System.nanoTime() + PATIENCE.toNanos();
    while (!running.isEmpty()) {
      Step step = running.pop();
      try {
        step.stop().run();
      } catch (RuntimeException e) {
        LOG.atWarn().addKeyValue("step", step.name()).setCause(e).log("Did not stop cleanly");
      }
    }
    if (ran) {
      LOG.atInfo().log(Words.text("service.stopped"));
    }
  }

  String sheetLink() {
    return sheetLink;
  }

  /** Where tests switch on tokens, quotas and faults of the embedded sheet; empty if nowhere. */
  String adminLink() {
    return adminLink;
  }

  String pageLink() {
    return settings.publicUrl(httpPort) + "/" + roadmapId;
  }

  String logLink() {
    return pageLink() + "/log";
  }

  int httpPort() {
    return httpPort;
  }

  int managementPort() {
    return managementPort;
  }

  /** What is wrong with the sheet at present; empty if nothing. */
  String lastError() {
    return loop == null ? "" : loop.lastError();
  }

  private void startAll() {
    Charter charter = Roadmaps.charter(settings.roadmap());
    roadmapId = charter.roadmap().id();
    DataDirectory data = DataDirectory.open(settings.dataDir());
    running.push(new Step("data directory", data::close));
    Store store = Stores.open(settings.store(), data, settings.logHost());
    running.push(new Step("store", store::close));
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Vertx vertx = vertx(meters);
    running.push(new Step("vertx", () -> await(vertx.close())));

    Detection detection = new Detection(settings, tempo, meters);
    Sheets sheets = Sheets.open(vertx, settings, charter, data, detection.quota(), tempo);
    running.push(new Step("sheet", sheets::close));
    sheetLink = sheets.gateway().link();
    adminLink = sheets.adminLink();
    WorkerExecutor worker =
        vertx.createSharedWorkerExecutor(
            "sverka-sync", 1, LONGEST_TURN.toSeconds(), TimeUnit.SECONDS);
    SyncLoop opened =
        SyncLoop.open(
            tempo.alarms().apply(vertx),
            worker,
            charter,
            store,
            sheets.gateway(),
            detection.timing(),
            meters);
    loop = opened;
    detection.listen(vertx, store, opened, sheets.access());
    servers(vertx, opened, detection, meters);
    opened.start();
    running.push(new Step("loop", () -> await(opened.stop(), TURN_PATIENCE)));
    detection.start();
    running.push(new Step("news", () -> await(detection.stop(), NEWS_PATIENCE)));
  }

  private void servers(
      Vertx vertx, SyncLoop opened, Detection detection, PrometheusMeterRegistry meters) {
    PublicServer web =
        start(
            PublicServer.start(
                vertx,
                settings.httpHost(),
                settings.httpPort(),
                List.of(opened),
                publicUrl(),
                detection.pushes(),
                new PublicServer.Terms(
                    new ClientLimit(settings.requestsPerSecond(), settings.trustedProxies()),
                    settings.http2()),
                meters),
            Setting.HTTP_PORT,
            settings.httpPort());
    httpPort = web.port();
    running.push(new Step("public server", () -> await(web.close())));
    ManagementServer management =
        start(
            ManagementServer.start(
                vertx,
                settings.managementHost(),
                settings.managementPort(),
                new ManagementServer.Program(
                    opened::isReady,
                    () -> Status.of(opened, settings, detection.status()),
                    opened::lookNow,
                    meters)),
            Setting.MANAGEMENT_PORT,
            settings.managementPort());
    managementPort = management.port();
    running.push(new Step("management server", () -> await(management.close())));
  }

  private String publicUrl() {
    return settings.publicUrl(settings.httpPort());
  }

  private static Vertx vertx(PrometheusMeterRegistry meters) {
    VertxOptions options =
        new VertxOptions()
            .setPreferNativeTransport(true)
            .setMetricsOptions(
                new MicrometerMetricsOptions()
                    .setEnabled(true)
                    .addDisabledMetricsCategory(MetricsDomain.HTTP_SERVER))
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false));
    VertxBuilder builder = Vertx.builder().with(options);
    return builder.withMetrics(new MicrometerMetricsFactory(meters)).build();
  }

  private static <T> T start(Future<T> starting, Setting setting, int port) {
    try {
      return starting.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw portTaken(setting, port, e);
    }
  }

  /** What to say when a server can't listen; any other failure stays what it is. */
  static RuntimeException portTaken(Setting setting, int port, CompletionException e) {
    if (e.getCause() instanceof IOException) {
      return new UnavailableException(
          Words.text(
              "serve.port-taken", String.valueOf(port), setting.option(), setting.variable()),
          e.getCause());
    }
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }

  private void await(Future<?> future) {
    await(future, PATIENCE);
  }

  /** Waits so long, and not beyond the end of the whole stop. What is not done then is left. */
  private void await(Future<?> future, Duration patience) {
    long left = Math.max(0, Math.min(patience.toNanos(), stopBy - System.nanoTime()));
    try {
      future.toCompletionStage().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
