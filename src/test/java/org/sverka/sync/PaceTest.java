package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.sverka.sync.SharedReads.Share;

class PaceTest {
  private static final double READS = 48;
  private static final Pace PACE = Pace.sparing(Duration.ofSeconds(5));
  private static final Share ALONE = new Share(1, 0, READS);

  /** A sheet looked at now, and edited long ago. */
  private static Standing quiet(long now) {
    return Standing.unseen(now).tended(now).looked(false, false, now);
  }

  private static long after(long now, Duration time) {
    return now + time.toNanos();
  }

  @Test
  void unseenSheet_isLookedAtAndTendedAtOnce() {
    Standing sheet = Standing.unseen(17);
    assertThat(PACE.untilNext(sheet, ALONE, 17)).isZero();
    assertThat(PACE.isToTend(sheet, ALONE, 17)).isTrue();
  }

  @Test
  void quietSheet_isLookedAtSeldomAndEditedOneOften() {
    assertThat(PACE.untilNext(quiet(0), ALONE, 0)).isEqualTo(Duration.ofSeconds(20));
    assertThat(PACE.untilNext(quiet(0).looked(true, false, 0), ALONE, 0))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void embeddedSheet_isAlwaysLookedAtOften() {
    Share noQuota = new Share(1, 0, Double.POSITIVE_INFINITY);
    assertThat(Pace.steady(Duration.ofSeconds(5)).untilNext(quiet(0), noQuota, 0))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void news_bringTheNextLookForwardButNotCloserThanThePoll() {
    long soon = after(0, Duration.ofSeconds(2));
    assertThat(PACE.untilNext(quiet(0).stirred(soon), ALONE, soon))
        .isEqualTo(Duration.ofSeconds(3));
    long late = after(0, Duration.ofSeconds(9));
    assertThat(PACE.untilNext(quiet(0).stirred(late), ALONE, late)).isZero();
  }

  @Test
  void editFiveMinutesAgo_isForgotten() {
    Standing edited = quiet(0).looked(true, false, 0);
    assertThat(PACE.isUnderEdit(edited, after(0, Duration.ofSeconds(299)))).isTrue();
    assertThat(PACE.isUnderEdit(edited, after(0, Duration.ofSeconds(300)))).isFalse();
  }

  @Test
  void movedRows_areLookedAtAgainAtOnceThreeTimes() {
    Standing sheet = quiet(0);
    for (int i = 0; i < 3; i++) {
      sheet = sheet.looked(false, true, 0);
      assertThat(PACE.untilNext(sheet, ALONE, 0)).isZero();
    }
    sheet = sheet.looked(false, true, 0);
    assertThat(PACE.untilNext(sheet, ALONE, 0)).isPositive();
  }

  @Test
  void sheetPutOff_waitsAsLongAsTheQuotaSays() {
    Standing sheet = quiet(0).putOff(Duration.ofSeconds(41), 0);
    assertThat(PACE.untilNext(sheet, ALONE, 0)).isEqualTo(Duration.ofSeconds(41));
    assertThat(PACE.untilNext(sheet.looked(false, false, 0), ALONE, 0))
        .isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void tab_isTendedEveryFiveMinutes() {
    Standing sheet = quiet(0);
    assertThat(PACE.isToTend(sheet, ALONE, after(0, Duration.ofSeconds(299)))).isFalse();
    assertThat(PACE.isToTend(sheet, ALONE, after(0, Duration.ofSeconds(300)))).isTrue();
  }

  @Property
  void failures_pauseLongerAndLongerAndNeverOverAMinute(
      @ForAll @IntRange(min = 1, max = 10_000) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    Standing sheet = quiet(0);
    for (int i = 0; i < failures; i++) {
      sheet = sheet.failed(chance, 0);
    }
    double whole = Math.min(60, 5 * Math.pow(2, Math.min(failures, 6)));
    assertThat(PACE.untilNext(sheet, ALONE, 0).toMillis() / 1000.0)
        .isBetween(whole / 2 - 0.001, whole);
  }

  @Property
  void sheetsOfOneCredential_togetherStayWithinTheQuota(
      @ForAll @IntRange(min = 1, max = 500) int sheets,
      @ForAll @IntRange(min = 0, max = 500) int edited,
      @ForAll @IntRange(min = 1, max = 9_999) int poll) {
    int underEdit = Math.min(edited, sheets);
    Pace pace = Pace.sparing(Duration.ofSeconds(poll));
    Pace.Rhythm rhythm = pace.rhythm(new Share(sheets, underEdit, READS));
    double perMinute =
        60 * underEdit / seconds(rhythm.underEdit())
            + 60 * (sheets - underEdit) / seconds(rhythm.quiet())
            + 60 * sheets * Pace.READS_TO_TEND / seconds(rhythm.tend());
    assertThat(perMinute).isLessThanOrEqualTo(READS);
    assertThat(rhythm.underEdit()).isGreaterThanOrEqualTo(pace.poll());
    assertThat(rhythm.quiet()).isGreaterThanOrEqualTo(pace.quiet());
  }

  @Property
  void sheetThatIsAlone_isNeverStretched(@ForAll boolean underEdit) {
    Pace.Rhythm rhythm = PACE.rhythm(new Share(1, underEdit ? 1 : 0, READS));
    assertThat(rhythm).isEqualTo(new Pace.Rhythm(PACE.poll(), PACE.quiet(), PACE.tend()));
  }

  @Property
  void nextLook_dependsOnWhatHasPassedNotOnWhatTheClockSays(
      @ForAll long origin,
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long passed,
      @ForAll boolean edited) {
    Standing here = quiet(0).looked(edited, false, 0);
    Standing there = quiet(origin).looked(edited, false, origin);
    assertThat(PACE.untilNext(there, ALONE, origin + passed))
        .isEqualTo(PACE.untilNext(here, ALONE, passed));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
