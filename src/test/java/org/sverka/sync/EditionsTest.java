package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.roadmap.Term;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Layout;

/** A new edition over a sheet that was made for the old one. */
class EditionsTest {
  private static final String REPORT = "15.11.2026 проведено 2 рабочие встречи";

  private final Scene scene = new Scene();

  /** The signed document with other measures in one section. */
  private static Charter amended(String section, UnaryOperator<List<Measure>> change) {
    return amended(section, title -> title, change);
  }

  private static Charter amended(
      String section, UnaryOperator<String> title, UnaryOperator<List<Measure>> change) {
    Charter signed = Scene.SIGNED;
    Roadmap roadmap = signed.roadmap();
    List<Section> sections =
        roadmap.sections().stream()
            .map(
                each ->
                    each.number().equals(section)
                        ? new Section(
                            section,
                            title.apply(each.title()),
                            numbered(section, change.apply(each.measures())))
                        : each)
            .toList();
    return new Charter(
        new Roadmap(
            roadmap.id(),
            roadmap.title(),
            roadmap.period(),
            roadmap.parties(),
            roadmap.bodies(),
            sections),
        signed.layout(),
        signed.rules(),
        signed.zone());
  }

  private static List<Measure> numbered(String section, List<Measure> measures) {
    List<Measure> numbered = new ArrayList<>();
    for (Measure measure : measures) {
      MeasureNumber number = new MeasureNumber(section + "." + (numbered.size() + 1));
      numbered.add(new Measure(number, measure.text(), measure.responsible(), measure.term()));
    }
    return numbered;
  }

  /** With one more measure at the end of section 1. */
  private static Charter longer() {
    return amended(
        "1",
        measures -> {
          List<Measure> more = new ArrayList<>(measures);
          Measure last = measures.get(measures.size() - 1);
          more.add(new Measure(last.number(), "Новое", last.responsible(), last.term()));
          return more;
        });
  }

  /** Without 1.2, so that all below it move up. */
  private static Charter without12() {
    return amended(
        "1", measures -> measures.stream().filter(m -> !m.number().value().equals("1.2")).toList());
  }

  private Plan adopt(Charter amended) {
    Plan plan = Editions.adopt(amended, Scene.SIGNED.roadmap(), scene.state, scene.now);
    scene.state = plan.next();
    scene.log.addAll(plan.entries());
    return plan;
  }

  /** A turn under the new edition, written and confirmed. */
  private Plan turn(Charter amended) {
    scene.now = scene.now.plusSeconds(5);
    Plan plan =
        Reconciler.plan(amended, scene.state, Optional.of(scene.sheet.snapshot()), scene.now);
    scene.sheet.apply(plan.changes());
    scene.state = plan.written();
    return plan;
  }

  private MeasureState measure(String number) {
    return Objects.requireNonNull(scene.state.measures().get(new MeasureNumber(number)));
  }

  private void report(String number, String text) {
    scene.sheet.set(number, "progress.spb", text);
    scene.turn();
  }

  @Test
  void measureOfNewEdition_comesIntoTheSheetAndNobodyIsBlamed() {
    adopt(longer());

    Plan plan = turn(longer());

    assertThat(plan.entries()).extracting(Entry::type).doesNotContain(EntryType.ROW);
    assertThat(scene.sheet.rowOf("1.7")).isEqualTo(scene.sheet.rowOf("1.6") + 1);
    assertThat(measure("1.7").present()).isTrue();
  }

  @Test
  void newEdition_isOneEntryThatListsWhatIsDifferent() {
    Plan plan = adopt(longer());

    assertThat(plan.entries()).singleElement();
    Entry entry = plan.entries().get(0);
    assertThat(entry.type()).isEqualTo(EntryType.EDITION);
    assertThat(entry.findings())
        .extracting(LoggedFinding::message)
        .containsExactly("Мероприятие 1.7 — новое в документе.");
  }

  @Test
  void otherTitleOfASection_isListed() {
    Plan plan = adopt(amended("9", title -> "В области знаний", measures -> measures));

    assertThat(plan.entries().get(0).findings())
        .extracting(LoggedFinding::message)
        .singleElement()
        .asString()
        .startsWith("Раздел 9 называется по-новому: «В области знаний» вместо «");
  }

  @Test
  void measureWithAnotherNumber_takesItsReportAlong() {
    report("1.2", "12.11.2026 подписано соглашение № 1");
    report("1.3", REPORT);
    int row = scene.sheet.rowOf("1.3");
    Instant adopted = scene.now;

    adopt(without12());
    turn(without12());
    Plan second = turn(without12());

    assertThat(measure("1.2").published("progress.spb")).isEqualTo(REPORT);
    assertThat(measure("1.2").seen("progress.spb").text()).isEqualTo(REPORT);
    assertThat(scene.sheet.cell(row, 0).text()).isEqualTo("1.2");
    assertThat(scene.state.measures()).doesNotContainKey(new MeasureNumber("1.6"));
    assertThat(measure("1.2").changedAt()).isEqualTo(adopted);
    assertThat(second.entries()).isEmpty();
    assertThat(second.changes()).isEmpty();
  }

  @Test
  void whatTheSiteShowsUnderAnotherNumber_isEntered() {
    report("1.2", "12.11.2026 подписано соглашение № 1");
    report("1.3", REPORT);

    List<Entry> entries = adopt(without12()).entries();

    assertThat(entries.get(0).findings())
        .extracting(LoggedFinding::message)
        .contains("Мероприятие 1.3 стало мероприятием 1.2.")
        .anyMatch(text -> text.startsWith("Прежнего мероприятия 1.2 («"));
    assertThat(entries.subList(1, entries.size()))
        .extracting(Entry::type, Entry::measure, Entry::before, Entry::after, Entry::published)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                EntryType.EFFECT, "1.2", "12.11.2026 подписано соглашение № 1", REPORT, true),
            org.assertj.core.groups.Tuple.tuple(EntryType.EFFECT, "1.3", REPORT, "", true));
  }

  @Test
  void rowOfAMeasureThatIsGone_staysAndIsRefused() {
    report("1.2", "12.11.2026 подписано соглашение № 1");
    adopt(without12());

    Plan plan = turn(without12());

    assertThat(plan.entries())
        .filteredOn(entry -> entry.type() == EntryType.ROW)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.verdict()).isEqualTo(Verdict.REJECTED);
              assertThat(entry.after()).contains("подписано соглашение № 1");
            });
  }

  @Test
  void signedTextOfTheNewEdition_isPutIntoTheSheetAndNobodyIsBlamed() {
    Charter reworded =
        amended(
            "1",
            measures ->
                measures.stream()
                    .map(
                        m ->
                            new Measure(
                                m.number(), m.text() + " (до мая)", m.responsible(), m.term()))
                    .toList());
    adopt(reworded);

    Plan plan = turn(reworded);

    assertThat(plan.entries()).isEmpty();
    assertThat(scene.sheet.cell("1.1", Layout.TEXT).text()).endsWith("(до мая)");
    assertThat(scene.sheet.cell("1.1", Layout.CHECK).text()).isEqualTo("Проверено, замечаний нет.");
  }

  @Test
  void termThatWasOverBefore_isNotEnteredAgain() {
    adopt(longer());

    assertThat(turn(longer()).entries()).extracting(Entry::type).doesNotContain(EntryType.TIME);
  }

  @Test
  void termThatIsOverByTheNewWordingAlone_isEnteredOnce() {
    Charter shorter =
        amended(
            "1",
            measures ->
                measures.stream()
                    .map(
                        m ->
                            m.number().value().equals("1.3")
                                ? new Measure(
                                    m.number(),
                                    m.text(),
                                    m.responsible(),
                                    new Term("2024 г.", 2024, 2024))
                                : m)
                    .toList());

    List<Entry> entries = adopt(shorter).entries();

    assertThat(entries).hasSize(2);
    assertThat(entries.get(1).type()).isEqualTo(EntryType.TIME);
    assertThat(entries.get(1).measure()).isEqualTo("1.3");
    assertThat(turn(shorter).entries()).isEmpty();
  }

  @Test
  void editionInForce_isKnownByItsName() {
    assertThat(Editions.isInForce(Scene.SIGNED, scene.state)).isTrue();
    assertThat(Editions.isInForce(longer(), scene.state)).isFalse();
  }
}
