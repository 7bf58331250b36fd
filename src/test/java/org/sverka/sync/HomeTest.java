package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sverka.sheet.SheetException;

/** What happens when another spreadsheet is configured for the same data directory. */
class HomeTest {
  private final Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final FakeSheet sheet =
      new FakeSheet(Scene.SIGNED, Reconciler.begin(Scene.SIGNED, now).next());
  private final FakeGateway gateway = new FakeGateway(sheet);
  private final MemoryStore store = new MemoryStore();

  private Turn turn() {
    return new Turn(Scene.SIGNED, store, gateway, () -> now, () -> {});
  }

  @Test
  void emptySpreadsheet_isMovedInto() {
    turn().run();
    int entries = store.entries().size();
    gateway.spreadsheet = "two";
    gateway.found = Optional.empty();

    Turn moved = turn();
    assertThat(moved.hasTab()).isFalse();
    moved.run();

    assertThat(moved.hasTab()).isTrue();
    assertThat(store.entries()).hasSize(entries);
    assertThat(turn().hasTab()).isTrue();
  }

  @Test
  void spreadsheetThatIsReportedInAlready_isNeitherJudgedNorWrittenTo() {
    turn().run();
    int entries = store.entries().size();
    int provisions = gateway.provisions.get();
    gateway.spreadsheet = "two";

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> turn().run())
        .withMessageContaining("two")
        .withMessageContaining("one")
        .withMessageContaining("scripts/sverka provision")
        .satisfies(e -> assertThat(e.retryable()).isFalse());

    assertThat(store.entries()).hasSize(entries);
    assertThat(gateway.provisions).hasValue(provisions);
  }

  @Test
  void spreadsheetThatAPersonProvisioned_isTheOneFromThenOn() {
    turn().run();
    gateway.spreadsheet = "two";
    turn().provision();

    assertThat(turn().run().entered()).isZero();
    gateway.spreadsheet = "one";
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> turn().run());
  }
}
