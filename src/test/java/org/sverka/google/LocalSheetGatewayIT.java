package org.sverka.google;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;

/** The contract, held by the embedded sheet. */
class LocalSheetGatewayIT extends SheetGatewayContract {
  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private LocalSheetServer server;

  @Override
  String emptySpreadsheet() {
    LocalSheetSettings settings =
        new LocalSheetSettings(
            LocalSheetSettings.LOOPBACK,
            0,
            folder.resolve("sheet.db"),
            Fixture.SPREADSHEET,
            "Дорожная карта");
    try {
      server = finished(LocalSheetServer.start(vertx, settings));
      return "http://127.0.0.1:" + server.port() + "/";
    } catch (Exception e) {
      throw new AssertionError("The embedded sheet does not start", e);
    }
  }

  @AfterEach
  void stop() throws Exception {
    finished(server.close());
    finished(vertx.close());
  }

  private static <T> T finished(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
