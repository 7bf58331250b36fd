package org.sverka.sync;

import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.text.Messages;

/**
 * Which spreadsheet the state is of. The id of a tab means nothing in another spreadsheet, and what
 * stands in another one was not reported to this log.
 */
final class Home {
  private static final Messages MESSAGES = Messages.of(Home.class, "en");

  private final Store store;
  private final SheetGateway gateway;
  private final String key;

  Home(Store store, SheetGateway gateway, String roadmap) {
    this.store = store;
    this.gateway = gateway;
    this.key = "spreadsheet:" + roadmap;
  }

  /** Whether the state is of another spreadsheet than the one there is now. */
  boolean isElsewhere() {
    return store.place(key).filter(known -> !known.equals(gateway.spreadsheet())).isPresent();
  }

  /** The state is of the present spreadsheet from now on. */
  void settle() {
    String present = gateway.spreadsheet();
    if (!store.place(key).filter(present::equals).isPresent()) {
      store.keepPlace(key, present);
    }
  }

  /**
   * Lets nobody move by mistake into a spreadsheet in which the roadmap is reported on already.
   *
   * @throws SheetException if it is
   */
  void requireVacant() {
    boolean lived = gateway.find().flatMap(gateway::read).filter(Home::isWrittenTo).isPresent();
    if (lived) {
      throw new SheetException(
          MESSAGES.text("home.taken", gateway.spreadsheet(), store.place(key).orElse("")), false);
    }
  }

  private static boolean isWrittenTo(Snapshot tab) {
    return tab.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(c -> !c.isEmpty());
  }
}
