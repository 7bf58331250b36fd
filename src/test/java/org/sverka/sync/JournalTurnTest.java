package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.TabChanges;

/** The tab that mirrors the log: what it shows, and what becomes of what reviewers write in it. */
class JournalTurnTest {
  private static final int TAB = 8;

  private final Scene scene = new Scene();
  private FakeSheet journal = new FakeSheet(TAB, JournalLayout.layout());
  private Newest newest = new Newest(List.of());
  private int known;

  JournalTurnTest() {
    scene.state = scene.state.withJournal(new JournalState(TAB, java.util.Map.of()));
    turn();
  }

  /** One turn of both tabs; answers what was to be changed in the journal. */
  private List<SheetChange> turn() {
    newest = newest.with(List.copyOf(scene.log.subList(known, scene.log.size())));
    scene.now = scene.now.plusSeconds(5);
    Plan table =
        Reconciler.plan(scene.charter, scene.state, Optional.of(scene.sheet.snapshot()), scene.now);
    JournalPlan reviews =
        JournalTurn.plan(
            scene.charter,
            scene.state.journal(),
            newest.among(table.entries()).entries(),
            journal.snapshot(),
            Whereabouts.after(table),
            table.next().revision(),
            scene.now);
    Plan plan = table.with(reviews, scene.now);
    scene.log.addAll(plan.entries());
    newest = newest.with(plan.entries());
    known = scene.log.size();
    scene.sheet.apply(plan.changes());
    List<Cell> unused = journal.apply(reviews.changes());
    scene.state = plan.written();
    return reviews.changes();
  }

  /** The number of the entry about an edit that is refused. */
  private String refused() {
    scene.sheet.set("1.3", Layout.STATUS, "Готово");
    turn();
    return String.valueOf(scene.log.get(scene.log.size() - 1).seq());
  }

  private String cell(String entry, String column) {
    return journal.cell(entry, column).text();
  }

  private List<Entry> reviews() {
    return scene.log.stream().filter(entry -> entry.type() == EntryType.REVIEW).toList();
  }

  @Test
  void refusedEdit_standsOnTopWithALinkToItsCell() {
    String entry = refused();

    assertThat(journal.rowOf(entry)).isEqualTo(1);
    assertThat(cell(entry, JournalLayout.PLACE)).isEqualTo("1.3, «Статус»");
    assertThat(cell(entry, JournalLayout.TYPE)).isEqualTo("правка");
    assertThat(cell(entry, JournalLayout.AFTER)).isEqualTo("Готово");
    assertThat(cell(entry, JournalLayout.VERDICT)).isEqualTo("отклонено");
    assertThat(cell(entry, JournalLayout.FINDINGS)).startsWith("Ошибка. «Статус»");
    assertThat(journal.link(entry, JournalLayout.PLACE))
        .isEqualTo("#gid=7&range=F" + (scene.sheet.rowOf("1.3") + 1));
  }

  @Test
  void nothingNew_writesNothing() {
    String unused = refused();

    assertThat(turn()).isEmpty();
  }

  @Test
  void rowsOfTheTableMove_linksFollow() {
    String entry = refused();
    scene.sheet.insertRow(2);

    List<SheetChange> changes = turn();

    assertThat(journal.link(entry, JournalLayout.PLACE))
        .isEqualTo("#gid=7&range=F" + (scene.sheet.rowOf("1.3") + 1));
    assertThat(changes).allMatch(SheetChange.SetLink.class::isInstance);
    assertThat(turn()).isEmpty();
  }

  @Test
  void outcomeChosen_isAReviewInTheLog() {
    String entry = refused();
    journal.set(entry, JournalLayout.REVIEWED, "Так и задумано");

    List<SheetChange> unused = turn();

    Entry review = reviews().get(0);
    assertThat(review.about()).isEqualTo(Long.parseLong(entry));
    assertThat(review.measure()).isEqualTo("1.3");
    assertThat(review.column()).isEqualTo("reviewed");
    assertThat(review.after()).isEqualTo("Так и задумано");
    assertThat(review.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(review.published()).isFalse();
    assertThat(cell(entry, JournalLayout.ANSWER))
        .isEqualTo("Записано в журнал под № " + review.seq() + ".");
    assertThat(turn()).isEmpty();
    assertThat(reviews()).hasSize(1);
    assertThat(scene.state.revision()).isEqualTo(review.seq());
  }

  @Test
  void unknownOutcome_isRefusedAndStaysWithAnAnswer() {
    String entry = refused();
    journal.set(entry, JournalLayout.REVIEWED, "23.11.2026");

    List<SheetChange> unused = turn();

    assertThat(reviews().get(0).verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(cell(entry, JournalLayout.REVIEWED)).isEqualTo("23.11.2026");
    assertThat(cell(entry, JournalLayout.ANSWER))
        .startsWith("Ошибка. «Рассмотрено»: значения «23.11.2026» нет в списке.");
  }

  @Test
  void personalDataInANote_areRefusedAndMasked() {
    String entry = refused();
    journal.set(entry, JournalLayout.NOTE, "Звонил Иванову, +7 812 576-45-01");

    List<SheetChange> unused = turn();

    Entry review = reviews().get(0);
    assertThat(review.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(review.after()).isEqualTo("Звонил Иванову, [скрыт телефон]");
    assertThat(review.findings()).extracting(LoggedFinding::rule).containsExactly("personal-data");
  }

  @Test
  void longNoteAndFormula_areRefused() {
    String entry = refused();
    journal.set(entry, JournalLayout.NOTE, "а".repeat(1_001));
    journal.set(
        journal.rowOf(entry),
        journal.place(JournalLayout.REVIEWED),
        new Cell(Cell.Kind.FORMULA, "=A1"));

    List<SheetChange> unused = turn();

    assertThat(reviews())
        .flatExtracting(Entry::findings)
        .extracting(LoggedFinding::rule)
        .contains("text-length", "formula-in-cell");
  }

  @Test
  void mendedReview_isAcceptedWithWhatStoodBefore() {
    String entry = refused();
    journal.set(entry, JournalLayout.REVIEWED, "Так задумано");
    List<SheetChange> unused = turn();
    journal.set(entry, JournalLayout.REVIEWED, "Так и задумано");

    List<SheetChange> again = turn();

    assertThat(again).hasSize(1);
    assertThat(reviews().get(1).before()).isEqualTo("Так задумано");
    assertThat(reviews().get(1).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(cell(entry, JournalLayout.ANSWER)).doesNotContain("Ошибка");
  }

  @Test
  void rowsSortedAndInserted_reviewStaysWithItsEntry() {
    String entry = refused();
    journal.set(entry, JournalLayout.NOTE, "Созвонились");
    List<SheetChange> first = turn();
    journal.insertRow(1);
    journal.moveRow(journal.rowOf(entry), journal.size() - 1);

    assertThat(turn()).isEmpty();
    assertThat(reviews()).hasSize(1);
    assertThat(first).isNotEmpty();
  }

  @Test
  void rowDeleted_comesBackWithWhatWasWritten() {
    String entry = refused();
    journal.set(entry, JournalLayout.NOTE, "Созвонились");
    List<SheetChange> unused = turn();
    journal.deleteRow(journal.rowOf(entry));

    List<SheetChange> changes = turn();

    assertThat(changes).isNotEmpty();
    assertThat(journal.rowOf(entry)).isEqualTo(1);
    assertThat(cell(entry, JournalLayout.NOTE)).isEqualTo("Созвонились");
    assertThat(reviews()).hasSize(1);
    assertThat(turn()).isEmpty();
  }

  @Test
  void mirroredCellChanged_isWrittenAgainWithoutAnEntry() {
    String entry = refused();
    long before = scene.state.revision();
    journal.set(entry, JournalLayout.AFTER, "Исполнено");

    List<SheetChange> unused = turn();

    assertThat(cell(entry, JournalLayout.AFTER)).isEqualTo("Готово");
    assertThat(scene.state.revision()).isEqualTo(before);
  }

  @Test
  void placeTypedOver_isALinkAgain() {
    String entry = refused();
    journal.set(entry, JournalLayout.PLACE, "где-то");

    assertThat(turn()).hasSize(2);

    assertThat(journal.link(entry, JournalLayout.PLACE)).startsWith("#gid=7&range=F");
    assertThat(turn()).isEmpty();
  }

  @Test
  void rowCopied_theSecondIsTold() {
    String entry = refused();
    journal.copyRow(1, 2);
    journal.set(2, journal.place(JournalLayout.NOTE), Cell.text("Не здесь"));

    List<SheetChange> unused = turn();

    assertThat(reviews()).isEmpty();
    assertThat(journal.cell(2, journal.place(JournalLayout.ANSWER)).text())
        .startsWith("Запись № " + entry + " стоит ещё в одной строке");
  }

  @Test
  void columnDeleted_comesBackFilled() {
    String entry = refused();
    journal.deleteColumn(journal.place(JournalLayout.VERDICT));

    List<SheetChange> restored = turn();
    List<SheetChange> filled = turn();

    assertThat(restored).isNotEmpty();
    assertThat(filled).isNotEmpty();
    assertThat(cell(entry, JournalLayout.VERDICT)).isEqualTo("отклонено");
    assertThat(turn()).isEmpty();
  }

  @Test
  void tabWiped_comesBackWithReviews() {
    String entry = refused();
    journal.set(entry, JournalLayout.NOTE, "Созвонились");
    List<SheetChange> unused = turn();
    journal.clear();

    List<SheetChange> changes = turn();

    assertThat(changes).isNotEmpty();
    assertThat(cell(entry, JournalLayout.NOTE)).isEqualTo("Созвонились");
    assertThat(reviews()).hasSize(1);
    assertThat(turn()).isEmpty();
  }

  @Test
  void tabGone_isForgottenAndWhatWasWrittenIsNot() {
    String entry = refused();
    journal.set(entry, JournalLayout.NOTE, "Созвонились");
    List<SheetChange> unused = turn();
    JournalKeeper keeper = new JournalKeeper(scene.charter, new MemoryStore(), () -> 0);
    Plan table =
        Reconciler.plan(scene.charter, scene.state, Optional.of(scene.sheet.snapshot()), scene.now);

    JournalState next = keeper.plan(scene.state, table, Optional.empty(), scene.now).next();

    assertThat(next.sheetId()).isEqualTo(TabChanges.NONE.sheetId());
    assertThat(next.reviews()).isEqualTo(scene.state.journal().reviews());
  }

  @Test
  void manyEntries_olderRowsAreDeletedAtOnceAndTheirReviewsStayInTheLog() {
    String old = refused();
    journal.set(old, JournalLayout.NOTE, "Созвонились");
    List<SheetChange> written = turn();
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      scene.sheet.set("1.4", Layout.PROGRESS + "spb", "Проведена встреча " + i);
      written = turn();
      sizes.add(journal.size());
    }

    assertThat(journal.has(old)).isFalse();
    assertThat(sizes).allMatch(size -> size <= JournalTurn.SHOWN + JournalTurn.SPARE + 2);
    assertThat(reviews()).hasSize(1);
    assertThat(scene.state.journal().reviews()).isEmpty();
    assertThat(written).isNotEmpty();
    assertThat(turn()).isEmpty();
  }
}
