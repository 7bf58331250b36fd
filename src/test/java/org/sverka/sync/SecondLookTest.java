package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sync.SheetState.PendingChange;

class SecondLookTest {
  private static final Instant FIRST = Instant.parse("2026-11-23T09:00:00Z");

  private static SecondLook.Result look(PendingChange pending, String digest, Instant now) {
    return SecondLook.look(pending, digest, now);
  }

  @Test
  void sameAMinuteLater_isBelieved() {
    SecondLook.Result first = look(PendingChange.NONE, "a", FIRST);
    assertThat(first.first()).isTrue();
    assertThat(look(first.pending(), "a", FIRST.plusSeconds(59)).believed()).isFalse();
    assertThat(look(first.pending(), "a", FIRST.plusSeconds(60)).believed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "P20780D"})
  void clockSetBack_letsTheMinuteBeginAnew(Duration back) {
    SecondLook.Result first = look(PendingChange.NONE, "a", FIRST);
    Instant earlier = FIRST.minus(back);
    SecondLook.Result second = look(first.pending(), "a", earlier);
    assertThat(second.believed()).isFalse();
    assertThat(second.first()).isFalse();
    assertThat(look(second.pending(), "a", earlier.plusSeconds(60)).believed()).isTrue();
  }
}
