package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sheet.Snapshot;

class TurnTest {
  private final Instant[] now = {Instant.parse("2026-11-23T09:00:00Z")};
  private final FakeSheet sheet =
      new FakeSheet(Scene.SIGNED, Reconciler.begin(Scene.SIGNED, now[0]).next());
  private final FakeGateway gateway = new FakeGateway(sheet);
  private final MemoryStore store = new MemoryStore();
  private long shown;
  private long nanos;
  private final Turn turn =
      new Turn(Scene.SIGNED, store, gateway, () -> now[0], () -> nanos, this::show);

  private void show() {
    shown = turn.state().revision();
  }

  private long edits() {
    return store.entries().stream().filter(e -> e.entry().type() == EntryType.EDIT).count();
  }

  @Test
  void commitWhoseAnswerGotLost_isTakenUpAndEnteredOnce() {
    assertThat(turn.run().entered()).isZero();
    sheet.set("1.1", "status", "В работе");
    store.loseNextAnswer();
    assertThatThrownBy(turn::run).isInstanceOf(StoreException.class);
    assertThat(turn.run().entered()).isZero();
    assertThat(edits()).isEqualTo(1);
    assertThat(shown).isEqualTo(turn.state().revision());
    sheet.set("1.2", "status", "В работе");
    assertThat(turn.run().entered()).isEqualTo(1);
  }

  @Test
  void f61_stateThatHasLostMeasures_isNotTakenUp() {
    assertThat(turn.run().entered()).isZero();
    State known = turn.state();
    Map<MeasureNumber, MeasureState> fewer = new HashMap<>(known.measures());
    fewer.remove(new MeasureNumber("1.1"));
    store.commit(
        "",
        new State(known.edition(), known.revision(), known.changedAt(), fewer, known.sheet()),
        Map.of(),
        List.of());
    assertThatThrownBy(() -> new Turn(Scene.SIGNED, store, gateway, () -> now[0], () -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Put back a copy");
  }

  @Test
  void sheetThatWasNotReadForLong_hasThatEnteredBeforeWhatWasDoneMeanwhile() {
    assertThat(turn.run().entered()).isZero();
    sheet.set("1.1", "status", "В работе");
    pass(Duration.ofMinutes(75));

    assertThat(turn.run().entered()).isEqualTo(1);

    List<Entry> last = newest(2);
    assertThat(last).extracting(Entry::type).containsExactly(EntryType.DELAY, EntryType.EDIT);
    assertThat(last.get(0).findings().get(0).message())
        .startsWith("С 23.11.2026 12:00 до 23.11.2026 13:15 таблица не читалась");
    assertThat(shown).isEqualTo(turn.state().revision());
  }

  @Test
  void sheetThatWasNotReadForMinutes_hasNoEntry() {
    assertThat(turn.run().entered()).isZero();
    long before = turn.state().revision();
    pass(Duration.ofMinutes(9));

    assertThat(turn.run().entered()).isZero();

    assertThat(turn.state().revision()).isEqualTo(before);
  }

  private void pass(Duration time) {
    now[0] = now[0].plus(time);
    nanos += time.toNanos();
  }

  private List<Entry> newest(int count) {
    List<Entry> all = store.entries().stream().map(SealedEntry::entry).toList();
    return all.subList(all.size() - count, all.size());
  }

  @Test
  void refusedWrite_leavesTheSheetReadAndTheEditEntered() {
    sheet.set("1.1", "status", "Готово");
    gateway.writable = false;
    assertThat(turn.run().entered()).isEqualTo(1);
    assertThat(turn.refusal()).isPresent();
    assertThat(turn.readAt()).contains(now[0]);
    assertThat(edits()).isEqualTo(1);
  }

  @Test
  void writeThatIsRefusedAgainAndAgain_isTriedWithPauses() {
    sheet.set("1.1", "status", "Готово");
    gateway.writable = false;
    for (int look = 0; look < 4; look++) {
      turn.run();
    }
    gateway.writable = true;
    assertThat(turn.run()).isEqualTo(Turn.Result.NOTHING);
    assertThat(turn.refusal()).isPresent();
    nanos += Duration.ofSeconds(10).toNanos();
    assertThat(turn.run().wrote()).isPositive();
    assertThat(turn.refusal()).isEmpty();
    assertThat(turn.run().wrote()).isZero();
  }

  @Test
  void edit_isShownBeforeItsVerdictIsWritten() {
    sheet.set("1.1", "status", "Готово");
    long[] shownAtWrite = {0};
    gateway.beforeWrite = () -> shownAtWrite[0] = shown;
    assertThat(turn.run().wrote()).isPositive();
    assertThat(shownAtWrite[0]).isPositive().isEqualTo(turn.state().revision());
  }

  @Test
  void rowInsertedBeforeTheWrite_isNoticedAndPutRightAtOnce() {
    assertThat(turn.run().moved()).isFalse();
    sheet.set("3.2", "number", "33");
    gateway.beforeWrite = () -> sheet.insertRow(2);
    assertThat(turn.run().moved()).isTrue();
    gateway.beforeWrite = () -> {};
    while (turn.run().wrote() > 0) {
      now[0] = now[0].plusSeconds(5);
    }
    for (var row : Scene.SIGNED.rows()) {
      assertThat(sheet.cell(row.number(), "text").text()).isEqualTo(row.signed().get("text"));
    }
    assertThat(turn.state().measures().values()).allMatch(m -> m.published().isEmpty());
  }

  @Test
  void staleCopyRightAfterARepair_isLookedAtAgainAndNotBelieved() {
    assertThat(turn.run().entered()).isZero();
    sheet.set("3.2", "text", "другой текст");
    Optional<Snapshot> before = Optional.of(sheet.snapshot());
    assertThat(turn.run().entered()).isEqualTo(2);
    var fresh = gateway.reading;
    gateway.reading = () -> before;
    assertThat(turn.run()).isEqualTo(Turn.Result.NOTHING);
    gateway.reading = fresh;
    assertThat(turn.run().entered()).isZero();
    assertThat(edits()).isEqualTo(1);
  }

  @Test
  void wrongTextTypedAgainRightAfterARepair_isBelievedAtTheSecondLook() {
    assertThat(turn.run().entered()).isZero();
    sheet.set("3.2", "text", "другой текст");
    Optional<Snapshot> before = Optional.of(sheet.snapshot());
    assertThat(turn.run().entered()).isEqualTo(2);
    gateway.reading = () -> before;
    assertThat(turn.run()).isEqualTo(Turn.Result.NOTHING);
    assertThat(turn.run().entered()).isEqualTo(2);
  }
}
