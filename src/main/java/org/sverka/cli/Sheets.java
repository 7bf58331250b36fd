package org.sverka.cli;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.sverka.google.Access;
import org.sverka.google.GoogleSettings;
import org.sverka.google.GoogleSheets;
import org.sverka.google.LiveCheck;
import org.sverka.google.Quota;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;
import org.sverka.roadmap.Accounts;
import org.sverka.roadmap.Roadmap;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetGateway;
import org.sverka.store.DataDirectory;
import org.sverka.sync.Charter;

/** The sheet that the settings ask for: Google's, or the embedded one, started here. */
final class Sheets implements AutoCloseable {
  private static final String APPLICATION = "Sverka";
  private static final Set<String> EVERYWHERE =
      Set.of(LocalSheetSettings.LOOPBACK, "0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

  private final Way way;
  private final SheetGateway gateway;
  private final @Nullable LocalSheetServer embedded;
  private final int adminPort;

  private Sheets(Way way, @Nullable LocalSheetServer embedded, int adminPort) {
    this.way = way;
    this.gateway = way.connect();
    this.embedded = embedded;
    this.adminPort = adminPort;
  }

  /**
   * Opens the way to the sheet. Blocking.
   *
   * @param quota what requests to Google keep within
   * @param tempo how time passes
   * @throws UnavailableException if the embedded sheet can't have its port
   */
  static Sheets open(
      Vertx vertx,
      Settings settings,
      Charter charter,
      DataDirectory data,
      Quota quota,
      Tempo tempo) {
    if (!settings.embedded()) {
      return new Sheets(elsewhere(settings, charter, quota, tempo), null, Settings.NO_PORT);
    }
    LocalSheetServer server = embedded(vertx, settings, charter.roadmap(), data);
    int admin = openAdmin(server, settings.localSheetAdminPort());
    String root = "http://" + reachable(settings.localSheetHost()) + ":" + server.port() + "/";
    Way way =
        way(
            settings,
            google(settings, root, root, tempo),
            charter,
            Access.embedded(server.accessToken()));
    return new Sheets(way, server, admin);
  }

  /** The address of the embedded sheet's admin port; empty if it has none. */
  String adminLink() {
    return adminPort == Settings.NO_PORT ? "" : "http://localhost:" + adminPort + "/";
  }

  /** Where the embedded sheet is kept. */
  static Path file(DataDirectory data) {
    return data.file("sheet.db");
  }

  SheetGateway gateway() {
    return gateway;
  }

  /** Tries what only the real server can show. */
  LiveCheck liveCheck() {
    return way.liveCheck();
  }

  /** As whom the sheet is asked. */
  Access access() {
    return way.access();
  }

  /** The way to a sheet that is not the embedded one; nothing is opened for it. */
  static Way elsewhere(Settings settings, Charter charter, Quota quota, Tempo tempo) {
    GoogleSettings google = google(settings, settings.sheetsRoot(), settings.driveRoot(), tempo);
    return way(settings, google, charter, Access.of(google, quota, tempo.steady()));
  }

  /**
   * How a sheet is reached.
   *
   * @param accounts whose accounts are whose
   * @param publicUrl how Google reaches us; may be empty
   */
  record Way(
      GoogleSettings settings,
      Access access,
      Layout layout,
      String roadmapId,
      Accounts accounts,
      String publicUrl) {
    SheetGateway connect() {
      return GoogleSheets.connect(settings, access, layout, roadmapId, accounts);
    }

    LiveCheck liveCheck() {
      return new LiveCheck(settings, access, layout, roadmapId, publicUrl);
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      close(embedded);
    }
  }

  private static void close(LocalSheetServer server) {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private static int openAdmin(LocalSheetServer server, int port) {
    if (port == Settings.NO_PORT) {
      return port;
    }
    try {
      return server.openAdmin(port).toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      close(server);
      throw Service.portTaken(Setting.LOCAL_SHEET_ADMIN_PORT, port, e);
    }
  }

  /** By which host this process reaches what is bound to that address. */
  private static String reachable(String host) {
    if (EVERYWHERE.contains(host)) {
      return "localhost";
    }
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** Where the server is and as whom it is asked. */
  static GoogleSettings google(Settings settings, String root, String driveRoot, Tempo tempo) {
    return new GoogleSettings(
        root,
        driveRoot,
        settings.spreadsheetId(),
        settings.credentials(),
        APPLICATION,
        tempo.limits());
  }

  private static Way way(Settings settings, GoogleSettings google, Charter charter, Access access) {
    return new Way(
        google,
        access,
        charter.layout(),
        charter.roadmap().id(),
        Roadmaps.accounts(settings.roadmap()),
        settings.publicUrl());
  }

  private static LocalSheetServer embedded(
      Vertx vertx, Settings settings, Roadmap roadmap, DataDirectory data) {
    try {
      return LocalSheetServer.start(
              vertx,
              new LocalSheetSettings(
                  settings.localSheetHost(),
                  settings.localSheetPort(),
                  file(data),
                  settings.spreadsheetId(),
                  roadmap.title(),
                  settings.localSheetSecret()))
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw Service.portTaken(Setting.LOCAL_SHEET_PORT, settings.localSheetPort(), e);
    }
  }
}
