package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Snapshot;

/** What people do between the read and the write of a turn, and how long that may last. */
class MeantimeTest {
  private static final Cell NOTHING = Cell.EMPTY;

  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private long nanos;
  private final FakeSheet sheet =
      new FakeSheet(Scene.SIGNED, Reconciler.begin(Scene.SIGNED, now).next());
  private final FakeGateway gateway = new FakeGateway(sheet);
  private final MemoryStore store = new MemoryStore();
  private final Turn turn =
      new Turn(Scene.SIGNED, store, gateway, () -> now, () -> nanos, () -> {});

  @BeforeEach
  void settled() {
    rest();
  }

  /** Turns until there is nothing to do. */
  private void rest() {
    gateway.beforeWrite = () -> {};
    int quiet = 0;
    while (quiet < 2) {
      now = now.plusSeconds(5);
      nanos += Duration.ofSeconds(5).toNanos();
      quiet = run().wrote() > 0 ? 0 : quiet + 1;
    }
  }

  private Turn.Result run() {
    return turn.run();
  }

  private List<Entry> entries(EntryType type) {
    return store.entries().stream().map(SealedEntry::entry).filter(e -> e.type() == type).toList();
  }

  private String signed(String number, String column) {
    return Scene.SIGNED.byNumber().get(number).signed().get(column);
  }

  @Test
  void editOfACellThatIsJustPutRight_isLoggedAsACollision() {
    sheet.set("7.6", "text", "первая правка");
    gateway.beforeWrite = () -> sheet.set("7.6", "text", "вторая правка");
    assertThat(run().moved()).isTrue();
    rest();

    assertThat(entries(EntryType.EDIT))
        .extracting(Entry::after)
        .containsExactly("первая правка", "вторая правка");
    assertThat(entries(EntryType.EDIT).get(1).findings())
        .anyMatch(finding -> finding.rule().equals("collision"));
    assertThat(entries(EntryType.REPAIR)).hasSize(2);
    assertThat(sheet.cell("7.6", "text")).isEqualTo(Cell.text(signed("7.6", "text")));
  }

  @Test
  void editOfACellThatIsJustPutRight_isHeardThoughTheNumberWasTypedOverToo() {
    sheet.set("7.6", "term", "2098 г.");
    int row = sheet.rowOf("7.6");
    gateway.beforeWrite =
        () -> {
          sheet.set(row, sheet.place("term"), Cell.text("2099 г."));
          sheet.set(row, sheet.place("number"), Cell.text("77"));
        };
    assertThat(run().moved()).isTrue();
    rest();

    assertThat(entries(EntryType.EDIT))
        .filteredOn(entry -> entry.column().equals("term"))
        .extracting(Entry::after)
        .containsExactly("2098 г.", "2099 г.");
    assertThat(entries(EntryType.EDIT))
        .filteredOn(entry -> entry.after().equals("2099 г."))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.findings()).anyMatch(f -> f.rule().equals("collision")));
    assertThat(sheet.cell("7.6", "term").text()).isEqualTo(signed("7.6", "term"));
  }

  @Test
  void signedTextTypedBackInTheMeantime_isNoCollision() {
    sheet.set("7.6", "term", "2099 г.");
    gateway.beforeWrite = () -> sheet.set("7.6", "term", signed("7.6", "term"));
    assertThat(run().moved()).isFalse();
    rest();

    assertThat(entries(EntryType.EDIT)).hasSize(1);
  }

  @Test
  void editOfAnotherCellInTheMeantime_isLeftAlone() {
    sheet.set("7.6", "text", "правка");
    gateway.beforeWrite = () -> sheet.set("7.6", "progress.spb", "сделано");
    assertThat(run().moved()).isFalse();
    rest();

    assertThat(sheet.cell("7.6", "progress.spb").text()).isEqualTo("сделано");
    assertThat(entries(EntryType.EDIT)).hasSize(2);
  }

  @Test
  void signedTextPutIntoAMovedRow_isTakenBackWithoutAnEntry() {
    sheet.set("7.6", "text", "правка");
    gateway.beforeWrite = () -> sheet.insertRow(5);
    assertThat(run().moved()).isTrue();
    rest();

    for (var row : Scene.SIGNED.rows()) {
      assertThat(sheet.cell(row.number(), "text").text()).isEqualTo(row.signed().get("text"));
    }
    assertThat(entries(EntryType.EDIT)).hasSize(1);
  }

  @Test
  void signedTextPutIntoSomebodysOwnRow_givesThatRowBackItsText() {
    int row = sheet.rowOf("7.6");
    sheet.set("7.6", "text", "правка");
    gateway.beforeWrite =
        () -> {
          sheet.insertRow(row);
          sheet.set(row, sheet.place("text"), Cell.text("чужая строка"));
        };
    assertThat(run().moved()).isTrue();
    rest();

    assertThat(sheet.cell(row, sheet.place("text")).text()).isEqualTo("чужая строка");
    assertThat(sheet.cell("7.6", "text").text()).isEqualTo(signed("7.6", "text"));
  }

  @Test
  void deletedColumnPutBackOverMovedRows_leavesEachReportWithItsMeasure() {
    sheet.set("1.1", "progress.spb", "о первом");
    sheet.set("7.6", "progress.spb", "о седьмом");
    rest();
    sheet.deleteColumn(sheet.place("progress.spb"));
    run();
    now = now.plusSeconds(70);
    gateway.beforeWrite = () -> sheet.moveRow(sheet.rowOf("1.1"), 30);
    assertThat(run().moved()).isTrue();
    rest();

    assertThat(sheet.cell("1.1", "progress.spb").text()).isEqualTo("о первом");
    assertThat(sheet.cell("7.6", "progress.spb").text()).isEqualTo("о седьмом");
    assertThat(sheet.cell("1.2", "progress.spb")).isEqualTo(NOTHING);
    assertThat(entries(EntryType.EDIT)).hasSize(2);
  }

  @Test
  void columnInsertedInTheMeantime_costsNobodyAWord() {
    sheet.set("1.1", "evidence", "https://gov.spb.ru/1");
    rest();
    sheet.set("1.1", "status", "Готово");
    gateway.beforeWrite = () -> sheet.insertColumn(1);
    assertThat(run().moved()).isTrue();
    rest();

    assertThat(sheet.cell("1.1", "evidence").text()).isEqualTo("https://gov.spb.ru/1");
    assertThat(entries(EntryType.EDIT)).hasSize(2);
  }

  @Test
  void wipedRowTypedIntoInTheMeantime_keepsWhatWasTyped() {
    sheet.set("7.6", "progress.spb", "прежнее");
    rest();
    int row = sheet.rowOf("7.6");
    sheet.clearRow(row);
    gateway.beforeWrite = () -> sheet.set(row, sheet.place("progress.spb"), Cell.text("новое"));
    assertThat(run().moved()).isTrue();
    rest();

    assertThat(sheet.cell("7.6", "progress.spb").text()).isEqualTo("новое");
    assertThat(sheet.cell("7.6", "text").text()).isEqualTo(signed("7.6", "text"));
    assertThat(entries(EntryType.EDIT)).extracting(Entry::after).contains("новое");
  }

  @Test
  void f64_processStoppedForMinutesAfterTheRead_readsAgainBeforeItWrites() {
    sheet.set("7.6", "text", "правка");
    nanos = 0;
    gateway.reading =
        () -> {
          var seen = sheet.snapshot();
          nanos += Duration.ofMinutes(5).toNanos();
          return Optional.of(seen);
        };
    int[] writes = {0};
    gateway.beforeWrite = () -> writes[0]++;
    assertThat(run().moved()).isTrue();
    assertThat(writes[0]).isZero();

    gateway.reading = () -> Optional.of(sheet.snapshot());
    rest();
    assertThat(sheet.cell("7.6", "text").text()).isEqualTo(signed("7.6", "text"));
    assertThat(entries(EntryType.REPAIR)).hasSize(1);
  }

  @Test
  void sameSheetSeenAgain_isNotComparedCellByCell() {
    sheet.set("7.6", "status", "В работе");
    rest();
    gateway.reading = () -> Optional.of(sheet.snapshot());
    assertThat(run().entered()).isZero();
    now = now.plus(Duration.ofDays(1));
    assertThat(run().wrote()).isZero();
    assertThat(turn.state().sheet().judgedOn()).isEqualTo("2026-11-24");
  }

  @Test
  void laggingReplicaBetweenTwoNewReads_entersNothingAndRepairsNothing() {
    Snapshot old = sheet.snapshot();
    sheet.set("7.6", "progress.spb", "сделано");
    assertThat(run().entered()).isEqualTo(1);
    int entered = store.entries().size();
    gateway.reading = () -> Optional.of(old);
    Turn.Result stale = run();
    assertThat(stale.entered() + stale.wrote()).isZero();
    gateway.reading = () -> Optional.of(sheet.snapshot());
    rest();

    assertThat(store.entries()).hasSize(entered);
    assertThat(turn.state().measures().get(new MeasureNumber("7.6")).published("progress.spb"))
        .isEqualTo("сделано");
  }

  @Test
  void undoneEdit_isBelievedAtTheSecondLook() {
    Snapshot old = sheet.snapshot();
    sheet.set("7.6", "progress.spb", "сделано");
    assertThat(run().entered()).isEqualTo(1);
    gateway.reading = () -> Optional.of(old);
    assertThat(run().entered()).isZero();
    assertThat(run().entered()).isEqualTo(1);
    assertThat(turn.state().measures().get(new MeasureNumber("7.6")).published("progress.spb"))
        .isEmpty();
  }

  @Test
  void laggingReplicaAfterAVerdictWasWritten_isDoubtedToo() {
    Snapshot old = sheet.snapshot();
    sheet.set("7.6", "status", "Готово");
    assertThat(run().wrote()).isPositive();
    rest();
    int entered = store.entries().size();
    gateway.reading = () -> Optional.of(old);
    assertThat(run()).isEqualTo(Turn.Result.NOTHING);
    gateway.reading = () -> Optional.of(sheet.snapshot());
    assertThat(run()).isEqualTo(Turn.Result.NOTHING);
    gateway.reading = () -> Optional.of(old);
    assertThat(run()).isEqualTo(Turn.Result.NOTHING);
    gateway.reading = () -> Optional.of(sheet.snapshot());
    rest();

    assertThat(store.entries()).hasSize(entered);
  }

  @Test
  void writeWhoseAnswerGotLost_isFoundByReadingAndEnteredOnce() {
    sheet.set("7.6", "text", "правка");
    gateway.losesAnswer = true;
    assertThat(run().wrote()).isZero();
    assertThat(turn.refusal()).isPresent();
    assertThat(sheet.cell("7.6", "text").text()).isEqualTo(signed("7.6", "text"));
    gateway.losesAnswer = false;
    rest();

    assertThat(entries(EntryType.EDIT)).hasSize(1);
    assertThat(entries(EntryType.REPAIR)).hasSize(1);
  }
}
