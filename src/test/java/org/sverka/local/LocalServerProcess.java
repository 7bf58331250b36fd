package org.sverka.local;

import io.vertx.core.Vertx;
import java.nio.file.Path;

/** The server in a process of its own, to be killed. */
final class LocalServerProcess {
  private LocalServerProcess() {}

  public static void main(String[] args) {
    LocalSheetSettings settings =
        new LocalSheetSettings(
            LocalSheetSettings.LOOPBACK, 0, Path.of(args[0]), LocalServerFixture.ID, "t");
    LocalSheetServer server =
        LocalSheetServer.start(Vertx.vertx(), settings)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    System.out.println("port " + server.port());
  }
}
