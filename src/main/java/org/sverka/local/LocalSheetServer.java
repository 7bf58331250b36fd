package org.sverka.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

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
  private static final int IDLE_SECONDS = 120;

  private final HttpServer server;
  private final WorkerExecutor workers;
  private final WorkbookStore store;

  private LocalSheetServer(HttpServer server, WorkerExecutor workers, WorkbookStore store) {
    this.server = server;
    this.workers = workers;
    this.store = store;
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
    LocalSheets sheets = new LocalSheets(store, clock);
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
                    .requestHandler(router(vertx, settings, sheets, workers))
                    .listen(settings.port(), settings.host()))
        .map(server -> new LocalSheetServer(server, workers, store))
        .onFailure(failure -> store.close());
  }

  private static Router router(
      Vertx vertx, LocalSheetSettings settings, LocalSheets sheets, WorkerExecutor workers) {
    Router router = Router.router(vertx);
    router.route().handler(new BrowserGuard(settings.host()));
    router
        .route("/v4/*")
        .handler(new ApiHandler("/v4/spreadsheets", workers, SheetsRoutes.of(sheets)));
    router
        .route("/drive/v3/*")
        .handler(new ApiHandler("/drive/v3", workers, DriveRoutes.of(sheets)));
    new PageRoutes(vertx, sheets, workers, settings.defaultId()).mount(router);
    return router;
  }

  /** The port that it really listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Stops listening, lets the requests under way finish, and closes the store. */
  public Future<Void> close() {
    return server
        .close()
        .eventually(() -> workers.executeBlocking(this::closeStore, false))
        .eventually(workers::close);
  }

  private boolean closeStore() {
    store.close();
    return true;
  }
}
