package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriveLagTest {
  private final DriveLag lag = new DriveLag();
  private final HandClock clock = new HandClock();

  @Test
  void withoutLag_thereIsNoHorizon() {
    assertThat(lag.horizon(clock)).isEqualTo(Horizon.NONE);
  }

  @Test
  void horizon_liesBehindByTheLag() {
    lag.set(Duration.ofMinutes(3));
    assertThat(lag.horizon(clock).millis()).isEqualTo(clock.millis() - 180_000);
  }

  @Test
  void lagThatHistoryDoesNotReachBackTo_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> lag.set(Duration.ofHours(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> lag.set(Duration.ofSeconds(-1)));
    assertThat(lag.current()).isEqualTo(Duration.ZERO);
  }
}
