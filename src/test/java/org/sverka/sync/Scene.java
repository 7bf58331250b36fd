package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.testing.SignedRoadmap;

/** The signed roadmap, a sheet in memory, and turns of the loop between them. */
final class Scene {
  static final Charter SIGNED = SignedRoadmap.charter();

  final Charter charter;
  final FakeSheet sheet;
  final List<Entry> log = new ArrayList<>();
  State state;
  Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private int seen;

  Scene() {
    this(SIGNED);
  }

  Scene(Charter charter) {
    this.charter = charter;
    Plan first = Reconciler.begin(charter, now);
    log.addAll(first.entries());
    state = first.next();
    state = state.withSheet(state.sheet().withTab(FakeSheet.ID));
    sheet = new FakeSheet(charter, state);
    seen = log.size();
  }

  /** One turn: plan, commit, write, confirm. */
  Plan turn() {
    Plan plan = decide();
    sheet.apply(plan.changes());
    state = plan.written();
    return plan;
  }

  /** A turn that dies after the commit, before the write. */
  Plan decide() {
    now = now.plusSeconds(5);
    Plan plan = Reconciler.plan(charter, state, Optional.of(sheet.snapshot()), now);
    log.addAll(plan.entries());
    state = plan.next();
    return plan;
  }

  /** Turns until the second look has been taken. */
  void settle() {
    turn();
    now = now.plus(Duration.ofSeconds(70));
    turn();
    turn();
  }

  /** The entries since this was last asked. */
  List<Entry> news() {
    List<Entry> news = List.copyOf(log.subList(seen, log.size()));
    seen = log.size();
    return news;
  }

  List<EntryType> newTypes() {
    return news().stream().map(Entry::type).toList();
  }

  String check(String number) {
    return sheet.cell(number, "check").text();
  }

  String site(String number) {
    return sheet.cell(number, "site").text();
  }

  MeasureState measure(String number) {
    return state.measures().get(new MeasureNumber(number));
  }
}
