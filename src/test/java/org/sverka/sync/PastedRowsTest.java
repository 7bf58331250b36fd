package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.rule.Finding;
import org.sverka.rule.RowRule;
import org.sverka.rule.RowView;
import org.sverka.rule.RuleSet;
import org.sverka.rule.Severity;
import org.sverka.sheet.Cell;

/** Ten thousand rows at one blow, and rules that crash. */
class PastedRowsTest {
  private static final int ROWS = 10_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Scene scene = new Scene();

  private void pasteBelow(String number) {
    for (int i = 0; i < ROWS; i++) {
      int row = scene.sheet.size();
      scene.sheet.insertRow(row);
      scene.sheet.set(row, 0, Cell.text(number.isEmpty() ? "99." + i : number));
      scene.sheet.set(row, 1, Cell.text("Мероприятие " + i));
      scene.sheet.set(row, 5, Cell.text("В работе"));
    }
  }

  @Test
  void pastedForeignRows_areJudgedWithinAMinuteAndEnteredTogether() {
    pasteBelow("");
    Plan plan = assertTimeout(MINUTE, scene::turn);
    assertThat(plan.entries()).hasSize(1);
    assertThat(plan.entries().get(0).findings().get(0).message()).contains("10\u00A0000 строк");
    for (int row = scene.sheet.size() - ROWS; row < scene.sheet.size(); row++) {
      assertThat(scene.sheet.cell(row, scene.sheet.place("check")).text()).startsWith("Ошибка. ");
    }
    assertThat(assertTimeout(MINUTE, scene::turn).entries()).isEmpty();
  }

  @Test
  void pastedCopiesOfOneMeasure_areJudgedWithinAMinuteAndEnteredTogether() {
    pasteBelow("7.6");
    Plan plan = assertTimeout(MINUTE, scene::turn);
    assertThat(plan.entries()).hasSize(1);
    assertThat(scene.measure("7.6").published()).isEmpty();
  }

  @Test
  void pastedRowsTakenOutAgain_haveOneEntryMore() {
    pasteBelow("");
    scene.turn();
    scene.news();
    for (int i = 0; i < ROWS; i++) {
      scene.sheet.deleteRow(scene.sheet.size() - 1);
    }
    assertTimeout(MINUTE, scene::turn);
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW);
  }

  @Test
  void rowsPastedOverEveryMeasure_waitForASecondLookAndKeepTheSite() {
    for (String number : scene.charter.byNumber().keySet()) {
      scene.sheet.set(number, "status", "Сделано");
      scene.sheet.set(number, "progress.spb", "слово ".repeat(8_000));
    }
    pasteBelow("");
    assertThat(assertTimeout(MINUTE, scene::turn).entries())
        .extracting(Entry::type)
        .containsExactly(EntryType.HELD);
    scene.now = scene.now.plusSeconds(70);
    Plan plan = assertTimeout(MINUTE, scene::turn);
    assertThat(plan.entries()).hasSizeLessThan(2 * scene.charter.rows().size() + 2);
    assertThat(scene.state.measures().values()).allMatch(measure -> measure.published().isEmpty());
  }

  @Test
  void ruleThatCrashes_isReportedForEachRowItWasAskedAboutAndTheOthersGoOn() {
    RowRule crashing =
        new RowRule() {
          @Override
          public String id() {
            return "crashing";
          }

          @Override
          public Severity severity() {
            return Severity.ERROR;
          }

          @Override
          public List<Finding> check(RowView row) {
            return check(row);
          }
        };
    List<RowRule> rules = new java.util.ArrayList<>(RuleSet.standard(List.of()).rowRules());
    rules.add(0, crashing);
    Charter charter =
        new Charter(
            scene.charter.roadmap(),
            scene.charter.layout(),
            new RuleSet(rules),
            scene.charter.zone());
    scene.sheet.set("1.1", "status", "Готово");
    Plan plan =
        Reconciler.plan(charter, scene.state, Optional.of(scene.sheet.snapshot()), scene.now);
    assertThat(plan.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.rule()).isEqualTo("crashing");
              assertThat(fault.number()).isEqualTo("1.1");
              assertThat(fault.error()).contains("StackOverflowError");
            });
    assertThat(plan.entries().get(0).findings())
        .extracting(finding -> finding.rule())
        .containsExactly("status-vocabulary");
  }
}
