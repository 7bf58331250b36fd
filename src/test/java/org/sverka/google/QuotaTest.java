package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sverka.google.Quota.Kind;
import org.sverka.sheet.SheetException;

class QuotaTest {
  private static final int GOOGLES = 60;

  private final VirtualTime time = new VirtualTime();
  private final Quota quota = Quota.google(time, time);

  private boolean sent(Kind kind) {
    try {
      quota.take(kind);
      return true;
    } catch (SheetException e) {
      assertThat(e.putOffFor()).isPositive();
      return false;
    }
  }

  @Property
  void noMinute_hasMoreRequestsThanGoogleAllows(
      @ForAll @Size(min = 100, max = 400) List<@IntRange(min = 0, max = 3_000) Integer> pauses) {
    Deque<Long> lastMinute = new ArrayDeque<>();
    for (int pause : pauses) {
      time.pass(Duration.ofMillis(pause));
      if (sent(Kind.READ)) {
        lastMinute.addLast(time.currentTimeNanos());
      }
      long from = time.currentTimeNanos() - Duration.ofMinutes(1).toNanos();
      while (!lastMinute.isEmpty() && lastMinute.getFirst() <= from) {
        lastMinute.removeFirst();
      }
      assertThat(lastMinute).hasSizeLessThan(GOOGLES);
    }
  }

  @Test
  void requestsWithoutAPause_areSpreadEvenly() {
    long begun = time.currentTimeNanos();
    for (int i = 0; i < 10 + 48; i++) {
      assertThat(sent(Kind.READ)).isTrue();
    }
    assertThat(Duration.ofNanos(time.currentTimeNanos() - begun))
        .isBetween(Duration.ofMillis(59_900), Duration.ofMillis(60_100));
  }

  @Test
  void requestsThatWait_areSentInTheOrderOfAsking() {
    VirtualQuota waiting = new VirtualQuota(time::currentTimeNanos);
    long last = -1;
    for (int i = 0; i < 10 + 3; i++) {
      long moment = waiting.take(Kind.READ);
      assertThat(moment).isGreaterThanOrEqualTo(last);
      last = moment;
    }
    assertThat(Duration.ofNanos(last - time.currentTimeNanos()))
        .isBetween(Duration.ofMillis(3_700), Duration.ofMillis(3_800));
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> assertThat(waiting.take(Kind.READ) + waiting.take(Kind.READ)).isZero());
  }

  @Test
  void readsWritesAndDrive_areCountedApart() {
    for (int i = 0; i < 10; i++) {
      quota.take(Kind.READ);
    }
    assertThat(quota.usage(Kind.READ).orElseThrow().remaining()).isZero();
    assertThat(quota.usage(Kind.READ).orElseThrow().used()).isEqualTo(10);
    assertThat(quota.usage(Kind.WRITE).orElseThrow().remaining()).isEqualTo(10);
    assertThat(quota.usage(Kind.DRIVE).orElseThrow().used()).isZero();
  }

  @Test
  void refusal_leavesNothingForAMinuteHoweverOftenItIsSaid() {
    quota.take(Kind.READ);
    quota.refused(Kind.READ);
    quota.refused(Kind.READ);
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> quota.take(Kind.READ))
        .withMessageContaining("Put off")
        .satisfies(
            e -> {
              assertThat(e.retryable()).isTrue();
              assertThat(e.putOffFor())
                  .isBetween(Duration.ofSeconds(60), Duration.ofMillis(61_300));
            });
    time.pass(Duration.ofSeconds(57));
    assertThat(sent(Kind.READ)).isTrue();
    assertThat(sent(Kind.WRITE)).isTrue();
  }

  @Test
  void whatWouldWaitLong_isPutOffAndTakesNobodysTurn() {
    quota.refused(Kind.WRITE);
    for (int i = 0; i < 1_000; i++) {
      assertThat(sent(Kind.WRITE)).isFalse();
    }
    time.pass(Duration.ofMillis(61_250));
    assertThat(sent(Kind.WRITE)).isTrue();
    assertThat(quota.usage(Kind.WRITE).orElseThrow().used()).isEqualTo(1);
  }

  @Test
  void serverWithoutAQuota_isNeverWaitedFor() {
    Quota none = Quota.unlimited();
    for (int i = 0; i < 10_000; i++) {
      none.take(Kind.READ);
    }
    none.refused(Kind.READ);
    none.take(Kind.READ);
    assertThat(none.readsPerMinute()).isInfinite();
    assertThat(none.usage(Kind.READ)).isEmpty();
  }
}
