package org.sverka.cli;

import java.time.InstantSource;
import org.sverka.sheet.SheetGateway;
import org.sverka.sync.Charter;
import org.sverka.sync.Rehearsal;
import org.sverka.sync.Store;

/** {@code provision}: the tab as it should be. */
final class ProvisionCommand extends SheetCommand {
  ProvisionCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("provision.summary");
  }

  @Override
  int run(Charter charter, Store store, Sheets sheets) {
    SheetGateway gateway = sheets.gateway();
    Rehearsal.provision(charter, store, gateway, InstantSource.system());
    print(Words.text("provision.done", gateway.link()));
    return Exit.FINE;
  }
}
