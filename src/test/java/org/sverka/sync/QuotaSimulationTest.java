package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sverka.google.Quota.Kind;

/** Two hours at Google, in no time. */
class QuotaSimulationTest {
  private static final int GOOGLES = 60;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 60",
    "1, 1, 60",
    "10, 0, 60",
    "10, 10, 60",
    "100, 0, 60",
    "100, 10, 60",
    "100, 100, 60",
    "100, 100, 5",
    "30, 30, 1"
  })
  void sheetsOfOneCredential_stayWithinGooglesQuotaInEveryMinute(
      int sheets, int edited, int gapSeconds) {
    QuotaSimulation.Figures figures =
        QuotaSimulation.run(sheets, edited, Duration.ofSeconds(gapSeconds));
    assertThat(figures.busiest().get(Kind.READ)).isPositive().isLessThan(GOOGLES);
    assertThat(figures.busiest().get(Kind.WRITE)).isLessThan(GOOGLES);
    assertThat(figures.busiest().get(Kind.DRIVE)).isPositive().isLessThan(GOOGLES);
  }

  @ParameterizedTest
  @CsvSource({"1, 22", "10, 25"})
  void quietSheets_areLookedAtRegularlyWithoutAnyNews(int sheets, double seconds) {
    QuotaSimulation.Figures figures = QuotaSimulation.run(sheets, 0, Duration.ZERO);
    assertThat(figures.longestUnseen()).isPositive().isLessThan(seconds);
    assertThat(figures.putOff()).isZero();
  }

  @Test
  void sheetUnderEdit_isPublishedWithinAPoll() {
    QuotaSimulation.Figures figures = QuotaSimulation.run(1, 1, Duration.ofMinutes(1));
    assertThat(figures.delays()).hasSizeGreaterThan(60);
    assertThat(figures.median()).isLessThan(4);
  }

  @Test
  void hundredSheets_areAllLookedAtWithinMinutes() {
    QuotaSimulation.Figures figures = QuotaSimulation.run(100, 100, Duration.ofMinutes(1));
    assertThat(figures.longestUnseen()).isLessThan(240);
    assertThat(figures.worst()).isLessThan(240);
  }
}
