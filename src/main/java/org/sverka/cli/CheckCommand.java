package org.sverka.cli;

import java.time.InstantSource;
import java.util.Optional;
import org.sverka.log.Entry;
import org.sverka.sheet.SheetGateway;
import org.sverka.sync.Charter;
import org.sverka.sync.Plan;
import org.sverka.sync.Rehearsal;
import org.sverka.sync.Store;

/** {@code check}: one turn that only looks. Ends with 1 if there is anything to do. */
final class CheckCommand extends SheetCommand {
  CheckCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("check.summary");
  }

  @Override
  int run(Charter charter, Store store, SheetGateway gateway) {
    Optional<Plan> plan = Rehearsal.look(charter, store, gateway, InstantSource.system());
    if (plan.isEmpty()) {
      print(Words.text("check.no-tab"));
      return Exit.NO;
    }
    for (Entry entry : plan.get().entries()) {
      print(Words.text("check.entry", shown(entry)));
    }
    plan.get().changes().forEach(change -> print(Words.text("check.write", change.toString())));
    if (plan.get().entries().isEmpty() && plan.get().changes().isEmpty()) {
      print(Words.text("check.nothing"));
      return Exit.FINE;
    }
    return Exit.NO;
  }

  private static String shown(Entry entry) {
    return String.join(
        " ",
        entry.type().key(),
        entry.measure(),
        entry.column(),
        entry.verdict().key(),
        entry.findings().stream().map(finding -> finding.rule()).toList().toString());
  }
}
