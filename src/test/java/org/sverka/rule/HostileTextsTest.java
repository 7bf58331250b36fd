package org.sverka.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.rule.RuleSet.Judgement;
import org.sverka.sheet.Cell;

/**
 * No rule is slow or deep on any text that a cell can hold. How fast they are is measured by {@code
 * scripts/bench rules}; here only what grows faster than the text is told from what does not.
 */
class HostileTextsTest {
  private static final Duration FAR_TOO_LONG = Duration.ofSeconds(1);
  private static final int TRIES = 10;
  private static final long SMALL_STACK = 256 * 1024;

  static Stream<RowRule> rules() {
    return RuleSet.standard(List.of("gov.spb.ru", "gov39.ru")).rowRules().stream();
  }

  static Stream<String> pieces() {
    return HostileTexts.pieces().keySet().stream();
  }

  private static RowView filled(String piece) {
    Cell cell = Cell.text(HostileTexts.filled(HostileTexts.pieces().get(piece)));
    return Rows.of(Map.of("progress.spb", cell, "evidence", cell, "status", cell, "text", cell));
  }

  /** The shortest of several times, as other work on the machine makes them only longer. */
  private static Duration time(Runnable work) {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < TRIES && best.compareTo(FAR_TOO_LONG) > 0; i++) {
      long start = System.nanoTime();
      work.run();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      best = taken.compareTo(best) < 0 ? taken : best;
    }
    return best;
  }

  private static void onSmallStack(Runnable work) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get()).isNull();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anyRuleOnItsOwn_isNeitherSlowNorDeep(RowRule rule) throws InterruptedException {
    List<String> slow = new ArrayList<>();
    onSmallStack(
        () -> {
          for (String piece : HostileTexts.pieces().keySet()) {
            RowView row = filled(piece);
            Duration time = time(() -> assertThat(rule.check(row)).isNotNull());
            if (time.compareTo(FAR_TOO_LONG) > 0) {
              slow.add(piece + " " + time);
            }
          }
        });
    assertThat(slow).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void allRulesTogether_findSomethingAndSayIt(String piece) {
    Judgement judgement = RuleSet.standard(List.of("gov.spb.ru")).judge(filled(piece));
    assertThat(judgement.faults()).isEmpty();
    assertThat(judgement.findings())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(FindingTexts.message(finding)).hasSizeBetween(10, 2_000));
  }

  @Test
  void textThatIsCut_isNotCutThroughACharacter() {
    Cell cell = Cell.text("a" + "😀".repeat(10_000));
    assertThat(RuleSet.standard(List.of()).judge(Rows.of(Map.of("progress.spb", cell))).findings())
        .extracting(Finding::rule)
        .containsExactly("text-length");
  }
}
