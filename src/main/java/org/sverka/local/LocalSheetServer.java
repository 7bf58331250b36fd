package org.sverka.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Controls;
import org.sverka.local.admin.TokenEndpoint;

/**
 * The embedded sheet: a spreadsheet server that speaks the part of Google Sheets v4 and Drive v3
 * that Sverka uses, and serves a page to edit the sheet. What it knows and declines is in {@code
 * docs/embedded-sheet.md}.
 */
public final class LocalSheetServer {
  private static final String LOCALE = "ru_RU";
  private static final String ZONE = "Europe/Moscow";
  private static final int WORKERS = 4;
  private static final int LONGEST_LINE = 65_536;
  // Longer than the 180 s after which Google gives a request up: a test may have one stall so long.
  private static final int IDLE_SECONDS = 200;

  private final Vertx vertx;
  private final HttpServer server;
  private final WorkerExecutor workers;
  private final WorkbookStore store;
  private final Controls controls;
  private final ChannelHub channels;
  private final DriveLag lag;
  private final String accessToken;
  private final List<HttpServer> admin = new CopyOnWriteArrayList<>();

  private LocalSheetServer(
      Vertx vertx,
      HttpServer server,
      WorkerExecutor workers,
      WorkbookStore store,
      Controls controls,
      ChannelHub channels,
      DriveLag lag,
      String accessToken) {
    this.vertx = vertx;
    this.server = server;
    this.workers = workers;
    this.store = store;
    this.controls = controls;
    this.channels = channels;
    this.lag = lag;
    this.accessToken = accessToken;
  }

  /**
   * Opens the store, makes the default spreadsheet if it is not there (one empty tab, locale {@code
   * ru_RU}, Moscow time), and listens.
   *
   * @return the running server; fails if the file cannot be opened or the port is taken
   */
  public static Future<LocalSheetServer> start(Vertx vertx, LocalSheetSettings settings) {
    return start(vertx, settings, Clock.systemUTC());
  }

  static Future<LocalSheetServer> start(Vertx vertx, LocalSheetSettings settings, Clock clock) {
    WorkerExecutor workers =
        vertx.createSharedWorkerExecutor("local-sheet", WORKERS, 5, TimeUnit.MINUTES);
    return workers
        .executeBlocking(() -> SqliteWorkbookStore.open(settings.dbFile()), false)
        .compose(store -> listen(vertx, settings, clock, workers, store))
        .onFailure(failure -> workers.close());
  }

  private static Future<LocalSheetServer> listen(
      Vertx vertx,
      LocalSheetSettings settings,
      Clock clock,
      WorkerExecutor workers,
      SqliteWorkbookStore store) {
    Controls controls = new Controls(clock);
    LocalSheets sheets = new LocalSheets(store, clock, controls);
    DriveLag lag = new DriveLag();
    ChannelHub channels = new ChannelHub(vertx, workers, sheets, lag);
    String own = settings.secret().isAsked() ? UUID.randomUUID().toString() : "";
    WorkbookProperties properties =
        new WorkbookProperties(settings.title(), LOCALE, ZONE, WorkbookProperties.DEFAULT_RECALC);
    HttpServerOptions options =
        new HttpServerOptions()
            .setDecompressionSupported(true)
            // Bodies of upgraded connections are not decompressed; no client of a sheet needs
            // HTTP/2 without TLS.
            .setHttp2ClearTextEnabled(false)
            .setMaxInitialLineLength(LONGEST_LINE)
            .setIdleTimeout(IDLE_SECONDS);
    return workers
        .executeBlocking(() -> sheets.ensureSpreadsheet(settings.defaultId(), properties), false)
        .compose(
            document ->
                vertx
                    .createHttpServer(options)
                    .requestHandler(
                        router(vertx, settings, sheets, workers, controls, channels, lag, own))
                    .listen(settings.port(), settings.host()))
        .map(
            server ->
                new LocalSheetServer(vertx, server, workers, store, controls, channels, lag, own))
        .recover(
            failure ->
                channels
                    .close()
                    .onComplete(closed -> store.close())
                    .transform(closed -> Future.failedFuture(failure)));
  }

  private static Router router(
      Vertx vertx,
      LocalSheetSettings settings,
      LocalSheets sheets,
      WorkerExecutor workers,
      Controls controls,
      ChannelHub channels,
      DriveLag lag,
      String own) {
    Router router = Router.router(vertx);
    router.route().handler(new BrowserGuard(settings.host(), settings.secret().isAsked()));
    if (settings.secret().isAsked()) {
      new SecretGate(settings.secret(), own, sheets.clock()).mount(router);
    }
    GuardedApi guarded = new GuardedApi(vertx, workers, controls, sheets);
    router
        .route("/v4/*")
        .handler(guarded.handler(Api.SHEETS, "/v4/spreadsheets", SheetsRoutes::of));
    Function<LocalSheets, DriveCatalog> drive = any -> new DriveCatalog(any, settings.drive(), lag);
    router
        .route("/drive/v3/*")
        .handler(
            guarded.handler(
                Api.DRIVE, "/drive/v3", any -> DriveRoutes.of(drive.apply(any), channels)));
    router
        .route("/upload/drive/*")
        .handler(
            guarded.handler(
                Api.DRIVE, "/upload/drive", any -> DriveRoutes.uploads(drive.apply(any))));
    router
        .get("/spreadsheets/d/:id/export")
        .handler(
            guarded.handler(
                Api.DRIVE, "/spreadsheets", any -> DriveRoutes.downloads(drive.apply(any))));
    TokenCall token = new TokenCall(controls, new TokenEndpoint(controls, sheets.clock()));
    router.route("/token").handler(guarded.handler(Api.TOKEN, "/token", any -> token));
    router.route().handler(new PageFaults(vertx, controls));
    new XlsxRoutes(sheets, workers).mount(router);
    new PageRoutes(vertx, sheets, workers, settings.defaultId()).mount(router);
    return router;
  }

  /**
   * Opens the admin port, on which tests switch on tokens, quotas and faults. Always on 127.0.0.1.
   *
   * @param port 0 for any that is free
   * @return the port; fails if it is taken
   */
  public Future<Integer> openAdmin(int port) {
    AdminCalls calls = new AdminCalls(controls, this::setLag);
    Router router = Router.router(vertx);
    router.route().handler(new BrowserGuard(LocalSheetSettings.LOOPBACK, false));
    router.route().handler(new ApiHandler("/", workers, calls, FaultSource.NONE));
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(port, LocalSheetSettings.LOOPBACK)
        .map(
            opened -> {
              controls.attend();
              admin.add(opened);
              return opened.actualPort();
            });
  }

  /**
   * What the rest of this process sends as a bearer token instead of the shared secret; empty where
   * none is asked for. Made anew at each start and told to nobody else.
   */
  public String accessToken() {
    return accessToken;
  }

  /** The port that it really listens on. */
  public int port() {
    return server.actualPort();
  }

  /** How far Drive is behind; to be set at any time. */
  DriveLag driveLag() {
    return lag;
  }

  private void setLag(Duration value) {
    try {
      lag.set(value);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(String.valueOf(e.getMessage()));
    }
  }

  /** Stops listening, lets the requests under way finish, and closes the store. */
  public Future<Void> close() {
    return Future.join(admin.stream().map(HttpServer::close).toList())
        .eventually(server::close)
        .eventually(channels::close)
        .eventually(() -> workers.executeBlocking(this::closeStore, false))
        .eventually(workers::close)
        .mapEmpty();
  }

  private boolean closeStore() {
    store.close();
    return true;
  }
}
