package org.sverka.sync;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sverka.roadmap.Roadmap;
import org.sverka.sheet.SheetGateway;

/** Turns by hand: one that only looks, and the provisioning of the tab. Blocking. */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * What one turn would come to. Nothing is entered, committed or written.
   *
   * @return empty if the spreadsheet has no tab of this roadmap yet
   * @throws org.sverka.sheet.SheetException if the sheet can't be read
   */
  public static Optional<Plan> look(
      Charter charter, Store store, SheetGateway gateway, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    State state =
        store
            .load(charter.roadmap().id())
            .map(known -> inForce(charter, store, known, now))
            .orElseGet(() -> Reconciler.begin(charter, now).next());
    boolean elsewhere = new Home(store, gateway, charter.roadmap().id()).isElsewhere();
    int known = elsewhere ? SheetState.NO_TAB : state.sheet().sheetId();
    Optional<Integer> tab = known == SheetState.NO_TAB ? gateway.find() : Optional.of(known);
    return tab.map(id -> Reconciler.plan(charter, state, gateway.read(id), now));
  }

  /** The state under the charter's edition, whether it has been adopted yet or not. */
  private static State inForce(Charter charter, Store store, State known, Instant now) {
    if (Editions.isInForce(charter, known)) {
      return known;
    }
    Roadmap former = Committed.former(store, charter.roadmap().id(), known);
    return Editions.adopt(charter, former, known, now).next();
  }

  /**
   * Makes sure that the tab stands as it should, making it if there is none.
   *
   * @throws org.sverka.sheet.SheetException if the sheet can't be reached
   */
  public static void provision(
      Charter charter, Store store, SheetGateway gateway, InstantSource clock) {
    new Turn(charter, store, gateway, clock, () -> {}).provision();
  }
}
