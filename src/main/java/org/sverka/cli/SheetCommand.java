package org.sverka.cli;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.sverka.google.Quota;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Charter;
import org.sverka.sync.Store;

/** A command that needs the sheet and the store for a moment. */
abstract class SheetCommand extends Command {
  SheetCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /** Does it. */
  abstract int run(Charter charter, Store store, Sheets sheets);

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    Charter charter = Roadmaps.charter(settings.roadmap());
    Tempo tempo = surroundings().tempo();
    Vertx vertx = Vertx.vertx();
    try (DataDirectory data = DataDirectory.open(settings.dataDir());
        Store store = Stores.open(settings.store(), data, settings.logHost());
        Sheets sheets =
            Sheets.open(vertx, settings, charter, data, Quota.google(tempo.steady()), tempo)) {
      return run(charter, store, sheets);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }
}
