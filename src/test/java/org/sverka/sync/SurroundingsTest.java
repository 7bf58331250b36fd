package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;

/** Merged cells, and text beside the table. */
class SurroundingsTest {
  private static final String SPB = Layout.PROGRESS + "spb";
  private static final String KALININGRAD = Layout.PROGRESS + "kaliningrad";

  private final Scene scene = new Scene();

  /** Merges cells of rows from one column to another. */
  private void merge(String from, String to, String left, String right) {
    scene.sheet.merge(
        scene.sheet.rowOf(from),
        scene.sheet.rowOf(to) + 1,
        scene.sheet.place(left),
        scene.sheet.place(right) + 1);
  }

  private List<String> rules(Entry entry) {
    return entry.findings().stream().map(LoggedFinding::rule).toList();
  }

  private void report() {
    scene.sheet.set("1.1", KALININGRAD, "Подписан план работы");
    assertThat(scene.turn().entries()).hasSize(1);
    assertThat(scene.news()).hasSize(1);
  }

  @Test
  void hiddenCell_isNotADeletion() {
    report();
    merge("1.1", "1.1", SPB, KALININGRAD);

    assertThat(scene.turn().faults()).isEmpty();

    assertThat(scene.measure("1.1").published(KALININGRAD)).isEqualTo("Подписан план работы");
    Entry entry = scene.news().get(0);
    assertThat(entry.type()).isEqualTo(EntryType.STRUCTURE);
    assertThat(entry.measure()).isEqualTo("1.1");
    assertThat(entry.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_WARNINGS);
    assertThat(rules(entry)).containsExactly("merged-cells");
    assertThat(scene.check("1.1"))
        .startsWith("Предупреждение. Ячейки объединены")
        .contains("«Ход исполнения (Калининградская область)»");
  }

  @Test
  void mergedCellsThatStay_areEnteredOnceAndWriteNothing() {
    report();
    merge("1.1", "1.1", SPB, KALININGRAD);
    assertThat(scene.turn().entries()).hasSize(1);

    Plan again = scene.turn();

    assertThat(again.entries()).isEmpty();
    assertThat(again.changes()).isEmpty();
  }

  @Test
  void cellsParted_whatWasHiddenComesBackAndTheFindingGoes() {
    report();
    merge("1.1", "1.1", SPB, KALININGRAD);
    assertThat(scene.turn().entries()).hasSize(1);
    scene.sheet.unmerge();

    Plan plan = scene.turn();

    assertThat(plan.entries()).isEmpty();
    assertThat(scene.sheet.cell("1.1", KALININGRAD)).isEqualTo(Cell.text("Подписан план работы"));
    assertThat(scene.check("1.1")).isEqualTo("Проверено, замечаний нет.");
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void crashBeforeTheHiddenComesBack_isMadeUpForByTheNextTurn() {
    report();
    merge("1.1", "1.1", SPB, KALININGRAD);
    assertThat(scene.turn().entries()).hasSize(1);
    scene.sheet.unmerge();
    assertThat(scene.decide().entries()).isEmpty();

    assertThat(scene.turn().entries()).isEmpty();

    assertThat(scene.sheet.cell("1.1", KALININGRAD)).isEqualTo(Cell.text("Подписан план работы"));
  }

  @Test
  void firstOfMergedCells_isJudgedAsEver() {
    merge("1.1", "1.1", SPB, KALININGRAD);
    assertThat(scene.turn().entries()).hasSize(1);
    scene.sheet.set("1.1", SPB, "Проведена встреча");

    assertThat(scene.turn().entries()).extracting(Entry::column).containsExactly(SPB);
    assertThat(scene.measure("1.1").published(SPB)).isEqualTo("Проведена встреча");
  }

  @Test
  void numbersAndSignedTextsMerged_areNeitherLostNorRestored() {
    merge("1.1", "1.3", Layout.NUMBER, Layout.TERM);

    Plan plan = scene.turn();

    assertThat(plan.entries()).extracting(Entry::measure).containsExactly("1.1", "1.2", "1.3");
    assertThat(plan.entries()).extracting(this::rules).containsOnly(List.of("merged-cells"));
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void headerMerged_isNotWrittenToOverAndOver() {
    scene.sheet.merge(0, 1, scene.sheet.place(SPB), scene.sheet.place(KALININGRAD) + 1);

    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void verdictHiddenByMergedCells_isNotWrittenToOverAndOver() {
    merge("1.1", "1.1", Layout.CHECK, Layout.SITE);

    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void textBesideTheTable_isEnteredOnceAndLeftAlone() {
    int beside = scene.sheet.columns();
    scene.sheet.insertColumn(beside);
    scene.sheet.set(0, beside, Cell.text("Для себя"));
    scene.sheet.set(scene.sheet.rowOf("1.1"), beside, Cell.text("позвонить"));

    Plan plan = scene.turn();

    Entry entry = plan.entries().get(0);
    assertThat(plan.entries()).hasSize(1);
    assertThat(entry.type()).isEqualTo(EntryType.STRUCTURE);
    assertThat(entry.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(rules(entry)).containsExactly("text-outside-table");
    assertThat(entry.findings().get(0).message()).contains("«Для себя»");
    assertThat(plan.changes()).isEmpty();
    scene.sheet.set(scene.sheet.rowOf("1.2"), beside, Cell.text("написать"));
    assertThat(scene.turn().entries()).isEmpty();
    assertThat(scene.check("1.1")).isEqualTo("Проверено, замечаний нет.");
  }

  @Test
  void textBesideTheTableGone_isEnteredAsThat() {
    int beside = scene.sheet.columns();
    scene.sheet.insertColumn(beside);
    scene.sheet.set(scene.sheet.rowOf("1.1"), beside, Cell.text("позвонить"));
    assertThat(scene.turn().entries()).hasSize(1);
    scene.sheet.set(scene.sheet.rowOf("1.1"), beside, Cell.EMPTY);

    Entry entry = scene.turn().entries().get(0);

    assertThat(entry.before()).isEqualTo("столбец без заголовка");
    assertThat(entry.after()).isEmpty();
    assertThat(entry.findings()).isEmpty();
  }
}
