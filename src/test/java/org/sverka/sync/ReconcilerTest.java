package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Snapshot;

class ReconcilerTest {
  private final Scene scene = new Scene();

  private String signedText(String number) {
    return scene.charter.roadmap().measures().get(new MeasureNumber(number)).text();
  }

  @Test
  void sheetAsProvisioned_yieldsNothing() {
    Plan plan = scene.turn();
    assertThat(plan.entries()).isEmpty();
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void statusFromList_isAcceptedAndPublished() {
    scene.sheet.set("1.1", "status", "В работе");
    scene.turn();
    Entry entry = scene.news().get(0);
    assertThat(entry.type()).isEqualTo(EntryType.EDIT);
    assertThat(entry.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(entry.before()).isEmpty();
    assertThat(entry.after()).isEqualTo("В работе");
    assertThat(entry.published()).isTrue();
    assertThat(scene.measure("1.1").published("status")).isEqualTo("in-progress");
    assertThat(scene.site("1.1")).isEqualTo("опубликовано 23.11 12:00");
  }

  @Test
  void statusNotInList_isHeldAndSaysWhatMayStandThere() {
    scene.sheet.set("3.2", "status", "В работе");
    scene.turn();
    scene.sheet.set("3.2", "status", "Готово");
    scene.turn();
    assertThat(scene.sheet.cell("3.2", "status").text()).isEqualTo("Готово");
    assertThat(scene.measure("3.2").published("status")).isEqualTo("in-progress");
    assertThat(scene.measure("3.2").held().get("status"))
        .isEqualTo(new Hold(scene.now, List.of("status-vocabulary"), scene.state.revision()));
    assertThat(scene.check("3.2")).contains("Ошибка", "«Готово» нет в списке", "«Исполнено»");
    assertThat(scene.site("3.2")).startsWith("прежнее от 23.11 12:00: «Статус» — «В работе»");
    assertThat(scene.news().get(1).verdict()).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void otherColumnChangedDuringHold_doesNotMakeTheHeldOneYounger() {
    scene.sheet.set("3.2", "status", "Готово");
    scene.turn();
    scene.now = scene.now.plus(Duration.ofMinutes(30));
    scene.sheet.set("3.2", "progress.spb", "Проведены встречи");
    scene.turn();
    assertThat(scene.site("3.2")).startsWith("прежнее от 23.11 12:00");
  }

  @Test
  void heldStatusMended_isPublishedAndNoLongerHeld() {
    scene.sheet.set("3.2", "status", "Готово");
    scene.turn();
    scene.sheet.set("3.2", "status", "В работе");
    scene.turn();
    assertThat(scene.measure("3.2").held()).isEmpty();
    assertThat(scene.measure("3.2").published("status")).isEqualTo("in-progress");
    assertThat(scene.check("3.2")).isEqualTo("Проверено, замечаний нет.");
  }

  @Test
  void changedMeasureText_isRejectedAndPutBack() {
    String changed = signedText("2.1").replace("опытом", "мнениями");
    scene.sheet.set("2.1", "text", changed);
    scene.turn();
    List<Entry> news = scene.news();
    assertThat(news.stream().map(Entry::type)).containsExactly(EntryType.EDIT, EntryType.REPAIR);
    Entry edit = news.get(0);
    assertThat(edit.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(edit.findings().get(0).rule()).isEqualTo("canonical-text");
    assertThat(edit.before()).isEqualTo(signedText("2.1"));
    assertThat(edit.after()).isEqualTo(changed);
    assertThat(scene.sheet.cell("2.1", "text").text()).isEqualTo(signedText("2.1"));
    assertThat(scene.check("2.1")).contains("возвращён подписанный текст");
  }

  @Test
  void changedMeasureText_isShownAsRemovedAndAdded() {
    scene.sheet.set("2.1", "text", signedText("2.1").replace("опытом", "мнениями"));
    scene.turn();
    scene.turn();
    assertThat(scene.check("2.1")).contains("[убрано: опытом; добавлено: мнениями]");
    assertThat(scene.news().get(0).findings().get(0).message())
        .contains("[убрано: опытом; добавлено: мнениями]");
  }

  @Test
  void changedSpelling_isPutBackWithANote() {
    scene.sheet.set("2.1", "text", signedText("2.1").replace(" ", "  "));
    scene.turn();
    scene.turn();
    assertThat(scene.sheet.cell("2.1", "text").text()).isEqualTo(signedText("2.1"));
    assertThat(scene.check("2.1")).contains("возвращено подписанное написание");
    assertThat(scene.news().get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void everythingWrongWithARow_isSaidWorstFirst() {
    scene.sheet.set("2.1", "progress.spb", "-");
    scene.sheet.set("2.1", "evidence", "https://gov.spb.ru/1\nпротокол");
    scene.sheet.set("2.1", "status", "Готово");
    scene.turn();
    assertThat(scene.check("2.1").lines().map(line -> line.substring(0, line.indexOf('.'))))
        .containsExactly("Ошибка", "Ошибка", "Предупреждение");
  }

  @Test
  void columnHeldWhileTheRestGoesOn_saysBothOnTheSheet() {
    scene.sheet.set("3.2", "status", "Готово");
    scene.turn();
    scene.now = scene.now.plus(Duration.ofMinutes(30));
    scene.sheet.set("3.2", "progress.spb", "Проведены встречи");
    scene.turn();
    assertThat(scene.site("3.2").lines())
        .containsExactly(
            "прежнее от 23.11 12:00: «Статус» — «Не начато», пока не исправлена ошибка",
            "остальное опубликовано 23.11 12:30");
  }

  @Test
  void t2_formulaInCanonicalCell_isPutBackAsText() {
    int row = scene.sheet.rowOf("2.1");
    scene.sheet.set(
        row, scene.sheet.place("text"), new Cell(Cell.Kind.FORMULA, "=IMPORTXML(\"https://x\")"));
    scene.turn();
    assertThat(scene.sheet.cell("2.1", "text")).isEqualTo(Cell.text(signedText("2.1")));
  }

  @Test
  void crashBetweenCommitAndWrite_repairsOnceMoreAndEntersNothing() {
    scene.sheet.set("2.1", "text", "другое");
    scene.decide();
    scene.news();
    scene.turn();
    assertThat(scene.news()).isEmpty();
    assertThat(scene.sheet.cell("2.1", "text").text()).isEqualTo(signedText("2.1"));
  }

  @Test
  void sameWrongTextTypedAgainAfterRepair_isEnteredAgain() {
    scene.sheet.set("2.1", "text", "другое");
    scene.turn();
    scene.news();
    scene.sheet.set("2.1", "text", "другое");
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.EDIT, EntryType.REPAIR);
  }

  @Test
  void fourthRepairWithinHour_isNotMadeAndSaidSo() {
    for (int i = 0; i < 3; i++) {
      scene.sheet.set("2.1", "text", "другое " + i);
      scene.turn();
    }
    scene.news();
    scene.sheet.set("2.1", "text", "другое 3");
    scene.turn();
    Entry entry = scene.news().get(0);
    assertThat(entry.findings().get(1).rule()).isEqualTo("repair-limit");
    assertThat(scene.sheet.cell("2.1", "text").text()).isEqualTo("другое 3");
    assertThat(scene.check("2.1")).contains("больше Сверка не вмешивается");
  }

  @Test
  void hourAfterLastRepair_signedTextComesBack() {
    for (int i = 0; i < 4; i++) {
      scene.sheet.set("2.1", "text", "другое " + i);
      scene.turn();
    }
    scene.now = scene.now.plus(Duration.ofMinutes(61));
    scene.turn();
    assertThat(scene.sheet.cell("2.1", "text").text()).isEqualTo(signedText("2.1"));
  }

  @Test
  void differenceThatCannotBeRead_isANoteAndPutBack() {
    scene.sheet.set("2.1", "text", signedText("2.1").replace(" ", "  "));
    scene.turn();
    Entry edit = scene.news().get(0);
    assertThat(edit.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(edit.findings().get(0).message()).contains("только пробелами");
    assertThat(scene.sheet.cell("2.1", "text").text()).isEqualTo(signedText("2.1"));
  }

  @Test
  void rowsSorted_yieldNoEntryAndVerdictsStayWithTheirRows() {
    scene.sheet.set("3.2", "status", "Готово");
    scene.turn();
    scene.news();
    scene.sheet.sort("text");
    scene.turn();
    assertThat(scene.news()).isEmpty();
    assertThat(scene.check("3.2")).contains("«Готово»");
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void rowInsertedAbove_movesVerdictsWithTheirRows() {
    scene.sheet.insertRow(3);
    scene.sheet.set("3.2", "status", "Готово");
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.EDIT);
    assertThat(scene.check("3.2")).contains("«Готово»");
    assertThat(scene.sheet.cell(3, scene.sheet.place("check"))).isEqualTo(Cell.EMPTY);
  }

  @Test
  void foreignRow_isRejectedInItsOwnRow() {
    scene.sheet.insertRow(3);
    scene.sheet.set(3, 0, Cell.text("13.1"));
    scene.sheet.set(3, 1, Cell.text("Новое мероприятие"));
    scene.turn();
    Entry entry = scene.news().get(0);
    assertThat(entry.type()).isEqualTo(EntryType.ROW);
    assertThat(entry.findings().get(0).rule()).isEqualTo("unknown-measure");
    assertThat(scene.check("13.1")).contains("«13.1» нет в подписанной дорожной карте");
    assertThat(scene.site("13.1")).isEqualTo("не публикуется");
  }

  @Test
  void foreignRowRemoved_isEnteredOnce() {
    scene.sheet.insertRow(3);
    scene.sheet.set(3, 1, Cell.text("Новое мероприятие"));
    scene.turn();
    scene.sheet.deleteRow(3);
    scene.turn();
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW, EntryType.ROW);
  }

  @Test
  void deletedRow_comesBackWithWhatPeopleHadWritten() {
    scene.sheet.set("7.6", "status", "В работе");
    scene.sheet.set("7.6", "progress.spb", "Проведён форум");
    scene.turn();
    scene.news();
    scene.sheet.deleteRow(scene.sheet.rowOf("7.6"));
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW, EntryType.REPAIR);
    assertThat(scene.sheet.cell("7.6", "progress.spb").text()).isEqualTo("Проведён форум");
    assertThat(scene.sheet.rowOf("7.6")).isEqualTo(scene.sheet.rowOf("7.5") + 1);
    assertThat(scene.measure("7.6").published("status")).isEqualTo("in-progress");
    assertThat(scene.turn().changes()).isEmpty();
    assertThat(scene.news()).isEmpty();
  }

  @Test
  void dateInDeletedRow_comesBackAsDate() {
    int row = scene.sheet.rowOf("7.6");
    scene.sheet.set("7.6", "status", "Исполнено");
    scene.sheet.set("7.6", "evidence", "https://gov.spb.ru/news/1");
    scene.sheet.set(row, scene.sheet.place("completedOn"), new Cell(Cell.Kind.NUMBER, "46349"));
    scene.turn();
    scene.sheet.deleteRow(row);
    scene.turn();
    assertThat(scene.sheet.cell("7.6", "completedOn"))
        .isEqualTo(new Cell(Cell.Kind.NUMBER, "46349"));
    assertThat(scene.measure("7.6").published("completedOn")).isEqualTo("2026-11-23");
  }

  @Test
  void valueThatOnlyTheDayHasHeldBack_isEnteredWhenTheDayComes() {
    scene.sheet.set("3.2", "status", "Исполнено");
    scene.sheet.set("3.2", "evidence", "https://gov.spb.ru/news/1");
    LocalDate tomorrow = scene.now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    scene.sheet.set(
        "3.2", "completedOn", DateTimeFormatter.ofPattern("dd.MM.yyyy").format(tomorrow));
    scene.turn();
    assertThat(scene.measure("3.2").published("completedOn")).isEmpty();
    scene.news();
    scene.now = scene.now.plus(Duration.ofDays(1));
    scene.turn();
    assertThat(scene.measure("3.2").published("completedOn")).isEqualTo(tomorrow.toString());
    assertThat(scene.news())
        .filteredOn(Entry::published)
        .allSatisfy(entry -> assertThat(entry.type()).isEqualTo(EntryType.TIME))
        .extracting(Entry::column)
        .containsExactlyInAnyOrder("completedOn", "status");
  }

  @Test
  void phoneTyped_isHeldAndHiddenInTheLog() {
    scene.sheet.set("3.2", "progress.spb", "Звоните: +7 812 576-45-01");
    scene.turn();
    assertThat(scene.measure("3.2").published("progress.spb")).isEmpty();
    assertThat(scene.news())
        .singleElement()
        .satisfies(entry -> assertThat(entry.after()).isEqualTo("Звоните: [скрыт телефон]"));
  }

  @Test
  void termThatRunsOut_isEnteredOnceAndGoneWhenMended() {
    scene.turn();
    scene.now = scene.now.plus(Duration.ofDays(39));
    scene.turn();
    assertThat(scene.news())
        .hasSize(40)
        .allSatisfy(entry -> assertThat(entry.type()).isEqualTo(EntryType.TIME));
    scene.now = scene.now.plus(Duration.ofDays(1));
    assertThat(scene.turn().entries()).isEmpty();
    assertThat(scene.check("3.2")).contains("истёк");
    scene.sheet.set("3.2", "status", "Исполняется ежегодно");
    scene.turn();
    assertThat(scene.check("3.2")).doesNotContain("истёк");
  }

  @Test
  void twoNeighbouringRowsDeleted_comeBackInOrder() {
    int row = scene.sheet.rowOf("1.1");
    scene.sheet.deleteRow(row);
    scene.sheet.deleteRow(row);
    scene.turn();
    assertThat(scene.sheet.rowOf("1.1")).isEqualTo(row);
    assertThat(scene.sheet.rowOf("1.2")).isEqualTo(row + 1);
  }

  @Test
  void rowOfSectionDeleted_comesBack() {
    int row = scene.sheet.rowOf("5");
    scene.sheet.deleteRow(row);
    scene.turn();
    assertThat(scene.sheet.rowOf("5")).isEqualTo(row);
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW, EntryType.REPAIR);
  }

  @Test
  void rowCopied_marksBothAndPublishesTheOriginal() {
    scene.sheet.set("1.3", "status", "В работе");
    scene.turn();
    scene.news();
    scene.sheet.copyRow(scene.sheet.rowOf("1.3"), 1);
    scene.sheet.set(1, scene.sheet.place("status"), Cell.text("Отложено"));
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW);
    assertThat(scene.sheet.cell(1, scene.sheet.place("check")).text())
        .contains("уже есть в другой строке");
    assertThat(scene.measure("1.3").published("status")).isEqualTo("in-progress");
    assertThat(scene.measure("1.3").check()).contains("стоит ещё в одной строке");
    scene.sheet.deleteRow(1);
    scene.turn();
    assertThat(scene.check("1.3")).isEqualTo("Проверено, замечаний нет.");
  }

  @Test
  void numberChanged_isPutBackAndRowKeepsItsVerdict() {
    scene.sheet.set("7.5", "number", "77.5");
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.EDIT, EntryType.REPAIR);
    assertThat(scene.sheet.has("77.5")).isFalse();
    assertThat(scene.sheet.has("7.5")).isTrue();
  }

  @Test
  void numberChangedToAnother_isPutBack() {
    scene.sheet.set("7.5", "number", "7.6");
    scene.turn();
    assertThat(scene.sheet.has("7.5")).isTrue();
    assertThat(scene.news().get(0).measure()).isEqualTo("7.5");
  }

  @Test
  void headerRenamed_isPutBack() {
    scene.sheet.set(0, scene.sheet.place("status"), Cell.text("Состояние"));
    scene.sheet.set("1.1", "status", "В работе");
    scene.turn();
    List<Entry> news = scene.news();
    assertThat(news.stream().map(Entry::type))
        .containsExactly(EntryType.STRUCTURE, EntryType.REPAIR, EntryType.EDIT);
    assertThat(news.get(0).findings().get(0).rule()).isEqualTo("header");
    assertThat(scene.sheet.cell(0, scene.sheet.place("status")).text()).isEqualTo("Статус");
  }

  @Test
  void tabEmptied_isHeldThenComesBackWhole() {
    scene.sheet.set("1.1", "status", "В работе");
    scene.turn();
    scene.news();
    scene.sheet.clear();
    Plan first = scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.HELD);
    assertThat(first.changes()).isEmpty();
    assertThat(scene.turn().entries()).isEmpty();
    scene.now = scene.now.plusSeconds(61);
    scene.turn();
    assertThat(scene.measure("1.1").published("status")).isEqualTo("in-progress");
    assertThat(scene.sheet.cell("1.1", "status").text()).isEqualTo("В работе");
    assertThat(scene.sheet.cell("12.3", "text").text()).isEqualTo(signedText("12.3"));
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void tabEmptiedOfItsTagsToo_comesBackWhole() {
    scene.sheet.set("1.1", "status", "В работе");
    scene.turn();
    scene.sheet.clear();
    scene.sheet.removeTags();
    scene.settle();
    assertThat(scene.sheet.cell("1.1", "status").text()).isEqualTo("В работе");
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void massChangeUndone_isEnteredAndNothingElse() {
    scene.sheet.set("1.1", "status", "В работе");
    scene.turn();
    scene.news();
    for (int i = 0; i < 14; i++) {
      scene.sheet.deleteRow(5);
    }
    scene.turn();
    FakeSheet whole = new FakeSheet(scene.charter, scene.state);
    scene.now = scene.now.plusSeconds(30);
    Plan plan =
        Reconciler.plan(scene.charter, scene.state, Optional.of(whole.snapshot()), scene.now);
    assertThat(scene.newTypes()).containsExactly(EntryType.HELD);
    assertThat(plan.entries()).singleElement();
    Entry gone = plan.entries().get(0);
    assertThat(gone.type()).isEqualTo(EntryType.HELD);
    assertThat(gone.gravest()).contains(Severity.NOTE);
    assertThat(plan.next().sheet().pending().isNone()).isTrue();
  }

  @Test
  void manyStatusesPastedAtOnce_areJudgedAfterSecondLook() {
    scene.charter.roadmap().measures().keySet().stream()
        .limit(20)
        .forEach(number -> scene.sheet.set(number.value(), "status", "В работе"));
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.HELD);
    scene.now = scene.now.plusSeconds(61);
    scene.turn();
    assertThat(scene.news()).hasSize(20).allMatch(entry -> entry.verdict() == Verdict.ACCEPTED);
  }

  @Test
  void columnDeleted_comesBackWithWhatWasInIt() {
    scene.sheet.set("1.1", "progress.spb", "Проведены встречи");
    scene.turn();
    scene.news();
    scene.sheet.deleteColumn(scene.sheet.place("progress.spb"));
    scene.settle();
    assertThat(scene.sheet.cell("1.1", "progress.spb").text()).isEqualTo("Проведены встречи");
    assertThat(scene.newTypes())
        .containsExactly(EntryType.HELD, EntryType.STRUCTURE, EntryType.REPAIR);
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void headerRowDeleted_comesBack() {
    scene.sheet.deleteRow(0);
    scene.settle();
    assertThat(scene.sheet.cell(0, 0).text()).isEqualTo("№ п/п");
    assertThat(scene.turn().changes()).isEmpty();
    assertThat(scene.newTypes())
        .containsExactly(EntryType.HELD, EntryType.STRUCTURE, EntryType.REPAIR);
  }

  @Test
  void tabGone_isMadeAnewAfterSecondLook() {
    Plan first = Reconciler.plan(scene.charter, scene.state, Optional.empty(), scene.now);
    assertThat(first.makeTab()).isFalse();
    Plan second =
        Reconciler.plan(scene.charter, first.next(), Optional.empty(), scene.now.plusSeconds(61));
    assertThat(second.makeTab()).isTrue();
    assertThat(second.entries().stream().map(Entry::type))
        .containsExactly(EntryType.STRUCTURE, EntryType.REPAIR);
    Plan third =
        Reconciler.plan(scene.charter, second.next(), Optional.empty(), scene.now.plusSeconds(66));
    assertThat(third.makeTab()).isTrue();
    assertThat(third.entries()).isEmpty();
  }

  @Test
  void headerTwiceWithoutTags_waitsForAPersonAndSaysSoOnce() {
    scene.sheet.removeTags();
    scene.turn();
    scene.news();
    FakeSheet sheet = scene.sheet;
    int end = scene.charter.layout().columns().size();
    sheet.removeTags();
    sheet.set(0, end, Cell.text("Статус"));
    Plan plan = scene.turn();
    scene.turn();
    assertThat(plan.changes()).isEmpty();
    assertThat(scene.newTypes()).containsExactly(EntryType.STRUCTURE);
  }

  @Test
  void formulaInWorkingCell_isHeld() {
    scene.sheet.set(
        scene.sheet.rowOf("1.1"),
        scene.sheet.place("progress.spb"),
        new Cell(Cell.Kind.FORMULA, "=IMAGE(\"https://x\")"));
    scene.turn();
    assertThat(scene.news().get(0).findings().get(0).rule()).isEqualTo("formula-in-cell");
    assertThat(scene.measure("1.1").published("progress.spb")).isEmpty();
  }

  @Test
  void textOfFiftyThousandCharacters_isHeldByItsLength() {
    scene.sheet.set("1.1", "progress.spb", "я".repeat(50_000));
    scene.turn();
    assertThat(scene.news().get(0).findings().get(0).rule()).isEqualTo("text-length");
    assertThat(scene.check("1.1"))
        .contains("50\u00A0000 знаков, а помещается не больше 5\u00A0000");
  }

  @Test
  void editOfPartysColumn_isThatPartys() {
    scene.sheet.set("1.1", "progress.kaliningrad", "Проведены встречи");
    scene.turn();
    Entry entry = scene.news().get(0);
    assertThat(entry.party()).isEqualTo("kaliningrad");
    assertThat(entry.partyBasis()).isEqualTo(PartyBasis.COLUMN);
  }

  @Test
  void textInRowOfSection_isRefusedThere() {
    scene.sheet.set("5", "status", "В работе");
    scene.turn();
    assertThat(scene.news().get(0).findings().get(0).rule()).isEqualTo("heading-row");
    assertThat(scene.check("5")).contains("это строка раздела 5");
  }

  @Test
  void cellChangedWhileDown_isEnteredOnce() {
    scene.sheet.set("1.1", "status", "В работе");
    scene.decide();
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.EDIT);
  }

  @Test
  void hundredForeignRowsAtOnce_haveOneEntry() {
    for (int i = 0; i < 100; i++) {
      scene.sheet.insertRow(1);
      scene.sheet.set(1, 1, Cell.text("строка " + i));
    }
    scene.turn();
    assertThat(scene.news()).hasSize(1);
  }

  @Test
  void refusedFormulaInRowThatCameBack_staysHeldAndIsNobodysEdit() {
    int row = scene.sheet.rowOf("1.4");
    scene.sheet.set(
        row, scene.sheet.place("progress.spb"), new Cell(Cell.Kind.FORMULA, "=IMPORTDATA(A1)"));
    scene.sheet.set(
        row, scene.sheet.place("progress.kaliningrad"), new Cell(Cell.Kind.ERROR, "#REF!"));
    scene.turn();
    scene.news();
    scene.sheet.deleteRow(row);
    scene.turn();
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW, EntryType.REPAIR);
    assertThat(scene.measure("1.4").published()).isEmpty();
    assertThat(scene.measure("1.4").held())
        .containsOnlyKeys("progress.spb", "progress.kaliningrad");
    assertThat(scene.check("1.4")).contains("здесь формула");
  }

  @Test
  void verdictOnRowThatCameBack_isTakenAnew() {
    scene.sheet.copyRow(scene.sheet.rowOf("5.2"), 1);
    scene.turn();
    assertThat(scene.check("5.2")).isNotEmpty();
    scene.sheet.clear();
    scene.sheet.deleteRow(1);
    scene.settle();
    scene.turn();
    assertThat(scene.check("5.2")).isEqualTo("Проверено, замечаний нет.");
  }

  @Test
  void planIsFunctionOfItsArguments() {
    scene.sheet.set("1.1", "status", "В работе");
    Optional<Snapshot> snapshot = Optional.of(scene.sheet.snapshot());
    assertThat(Reconciler.plan(scene.charter, scene.state, snapshot, scene.now))
        .isEqualTo(Reconciler.plan(scene.charter, scene.state, snapshot, scene.now));
  }
}
