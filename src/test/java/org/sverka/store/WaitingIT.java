package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.ROADMAP;
import static org.sverka.store.Samples.measures;
import static org.sverka.store.Samples.seal;
import static org.sverka.store.Samples.state;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sync.Store;

/** What waits for a reviewer. */
final class WaitingIT {
  private static final LogFilter WAITING = LogFilter.ALL.waiting();

  @TempDir Path temp;
  private DataDirectory directory;
  private Store store;
  private long seq;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    store = Stores.open("", directory);
  }

  @AfterEach
  void close() {
    store.close();
    directory.close();
  }

  @Test
  void whatARuleComplainedOf_waits() {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    edit("1.2", Verdict.ACCEPTED_WITH_WARNINGS, Severity.WARNING);
    edit("1.3", Verdict.ACCEPTED, Severity.NOTE);

    assertThat(waiting()).containsExactly(1L, 2L);
  }

  @Test
  void nextEditOfTheCell_takesItsPlace() {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    edit("1.2", Verdict.REJECTED, Severity.ERROR);
    edit("1.2", Verdict.ACCEPTED, Severity.NOTE);

    assertThat(waiting()).containsExactly(2L);
  }

  @Test
  void calendarAndPeople_speakOfTheSameCell() {
    add(EntryType.TIME, "1.1", "status", "", Verdict.NONE, Severity.WARNING, 0);
    edit("1.1", Verdict.ACCEPTED, Severity.NOTE);

    assertThat(waiting()).isEmpty();
  }

  @Test
  void effectOfAnotherEdit_speaksOfTheSameCell() {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    add(EntryType.EFFECT, "1.1", "status", "", Verdict.ACCEPTED, Severity.NOTE, 0);

    assertThat(waiting()).isEmpty();
  }

  @Test
  void rowsOfNoMeasure_waitEachByItself() {
    row("", "9.98: «А»", Verdict.REJECTED, Severity.ERROR);
    row("", "9.99: «Б»", Verdict.REJECTED, Severity.ERROR);
    row("1. Раздел", "", Verdict.REJECTED, Severity.ERROR);

    assertThat(waiting()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void rowOfNoMeasureThatChangesOrGoes_waitsNoLonger() {
    row("", "9.98: «А»", Verdict.REJECTED, Severity.ERROR);
    row("", "9.99: «Б»", Verdict.REJECTED, Severity.ERROR);
    row("9.98: «А»", "9.97: «А»", Verdict.REJECTED, Severity.ERROR);
    row("9.99: «Б»", "", Verdict.ACCEPTED, Severity.NOTE);

    assertThat(waiting()).containsExactly(3L);
  }

  @Test
  void reviewOfARowTakenBack_waitsAgainUnlessTheRowHasMovedOn() {
    row("", "9.98: «А»", Verdict.REJECTED, Severity.ERROR);
    row("", "9.99: «Б»", Verdict.REJECTED, Severity.ERROR);
    review(1, "Принято к сведению", Verdict.ACCEPTED);
    review(2, "Принято к сведению", Verdict.ACCEPTED);
    row("9.99: «Б»", "", Verdict.ACCEPTED, Severity.NOTE);
    review(1, "", Verdict.ACCEPTED);
    review(2, "", Verdict.ACCEPTED);

    assertThat(waiting()).containsExactly(1L);
  }

  @Test
  void cellsOfHeadings_waitEachByItself() {
    heading("", "Скоро", Verdict.REJECTED, Severity.ERROR);
    heading("", "Позже", Verdict.REJECTED, Severity.ERROR);

    assertThat(waiting()).containsExactly(1L, 2L);
  }

  @Test
  void cellOfAHeadingThatChangesOrIsCleared_waitsNoLonger() {
    heading("", "Скоро", Verdict.REJECTED, Severity.ERROR);
    heading("", "Позже", Verdict.REJECTED, Severity.ERROR);
    heading("Скоро", "Готово", Verdict.REJECTED, Severity.ERROR);
    heading("Позже", "", Verdict.ACCEPTED, Severity.NOTE);

    assertThat(waiting()).containsExactly(3L);
  }

  @Test
  void reviewOfAHeadingTakenBack_waitsAgainUnlessTheCellHasMovedOn() {
    heading("", "Скоро", Verdict.REJECTED, Severity.ERROR);
    heading("", "Позже", Verdict.REJECTED, Severity.ERROR);
    review(1, "Принято к сведению", Verdict.ACCEPTED);
    review(2, "Принято к сведению", Verdict.ACCEPTED);
    heading("Позже", "", Verdict.ACCEPTED, Severity.NOTE);
    review(1, "", Verdict.ACCEPTED);
    review(2, "", Verdict.ACCEPTED);

    assertThat(waiting()).containsExactly(1L);
  }

  private void heading(String before, String after, Verdict verdict, Severity severity) {
    add(EntryType.EDIT, "", "status", before, after, verdict, severity, 0);
  }

  private void row(String before, String after, Verdict verdict, Severity severity) {
    add(EntryType.ROW, "", "", before, after, verdict, severity, 0);
  }

  @Test
  void reviewed_waitsNoLonger() {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    review(1, "Принято к сведению", Verdict.ACCEPTED);

    assertThat(waiting()).isEmpty();
    assertThat(store.log(ROADMAP).reviews(List.of(1L)))
        .extracting(r -> r.entry().seq())
        .containsExactly(2L);
  }

  @Test
  void refusedReview_decidesNothing() {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    review(1, "Хорошо", Verdict.REJECTED);

    assertThat(waiting()).containsExactly(1L);
  }

  @Test
  void reviewTakenBack_waitsAgainUnlessTheCellHasMovedOn() {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    edit("1.2", Verdict.REJECTED, Severity.ERROR);
    review(1, "Принято к сведению", Verdict.ACCEPTED);
    review(2, "Принято к сведению", Verdict.ACCEPTED);
    edit("1.2", Verdict.ACCEPTED, Severity.NOTE);
    review(1, "", Verdict.ACCEPTED);
    review(2, "", Verdict.ACCEPTED);

    assertThat(waiting()).containsExactly(1L);
  }

  @Test
  void logFromBeforeItWasKept_isTakenUpAlike() throws Exception {
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    edit("1.1", Verdict.REJECTED, Severity.ERROR);
    edit("1.2", Verdict.REJECTED, Severity.ERROR);
    edit("1.3", Verdict.REJECTED, Severity.ERROR);
    edit("1.2", Verdict.ACCEPTED, Severity.NOTE);
    review(4, "Ошибка в данных", Verdict.ACCEPTED);
    List<Long> before = waiting();
    close();
    Older.make(temp.resolve("data").resolve("sverka.db"), "6");

    open();

    assertThat(waiting()).isEqualTo(before).containsExactly(2L);
  }

  @Test
  void rowsPushedOffTheListByEarlierVersions_comeBack() throws Exception {
    row("", "9.98: «А»", Verdict.REJECTED, Severity.ERROR);
    row("", "9.99: «Б»", Verdict.REJECTED, Severity.ERROR);
    close();
    Older.make(temp.resolve("data").resolve("sverka.db"), "8");
    try (DataDirectory older = DataDirectory.open(temp.resolve("data"))) {
      Tampering.change(older, "DELETE FROM entry_waiting WHERE seq = 1");
    }

    open();

    assertThat(waiting()).containsExactly(1L, 2L);
  }

  @Test
  void headingsPushedOffTheListByEarlierVersions_comeBack() throws Exception {
    heading("", "Скоро", Verdict.REJECTED, Severity.ERROR);
    heading("", "Позже", Verdict.REJECTED, Severity.ERROR);
    close();
    Older.make(temp.resolve("data").resolve("sverka.db"), "8");
    try (DataDirectory older = DataDirectory.open(temp.resolve("data"))) {
      Tampering.change(older, "DELETE FROM entry_waiting WHERE seq = 1");
    }

    open();

    assertThat(waiting()).containsExactly(1L, 2L);
  }

  private List<Long> waiting() {
    return Samples.seqs(store.log(ROADMAP).after(0, 100, WAITING));
  }

  private void edit(String measure, Verdict verdict, Severity severity) {
    add(EntryType.EDIT, measure, "status", "", verdict, severity, 0);
  }

  private void review(long about, String decision, Verdict verdict) {
    add(EntryType.REVIEW, "1.1", "reviewed", decision, verdict, Severity.NOTE, about);
  }

  private void add(
      EntryType type,
      String measure,
      String column,
      String after,
      Verdict verdict,
      Severity severity,
      long about) {
    add(type, measure, column, "", after, verdict, severity, about);
  }

  private void add(
      EntryType type,
      String measure,
      String column,
      String before,
      String after,
      Verdict verdict,
      Severity severity,
      long about) {
    seq++;
    Entry entry =
        new Entry(
            seq,
            Samples.NINE.plusSeconds(seq),
            type,
            measure,
            column,
            before,
            after,
            verdict,
            List.of(new LoggedFinding("rule", severity, "")),
            "",
            PartyBasis.UNKNOWN,
            false,
            about);
    store.commit(ROADMAP, state(seq, measures("x")), measures("x"), seal(store, entry));
  }
}
