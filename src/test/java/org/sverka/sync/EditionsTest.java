package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.roadmap.Amendment;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;

/** A new edition over a sheet that was made for the old one. */
class EditionsTest {
  private final Scene scene = new Scene();

  /** The signed document with one more measure at the end of section 1. */
  private static Charter amended() {
    Charter signed = Scene.SIGNED;
    Roadmap roadmap = signed.roadmap();
    List<Section> sections = new ArrayList<>(roadmap.sections());
    Section first = sections.get(0);
    Measure last = first.measures().get(first.measures().size() - 1);
    List<Measure> measures = new ArrayList<>(first.measures());
    measures.add(new Measure(new MeasureNumber("1.7"), "Новое", last.responsible(), last.term()));
    sections.set(0, new Section(first.number(), first.title(), measures));
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

  @Test
  void measureOfNewEdition_comesIntoTheSheetAndNobodyIsBlamed() {
    Charter amended = amended();
    State adopted = Editions.inForce(amended, scene.state, scene.now);
    Plan plan = Reconciler.plan(amended, adopted, Optional.of(scene.sheet.snapshot()), scene.now);
    scene.sheet.apply(plan.changes());
    assertThat(plan.entries()).extracting(Entry::type).doesNotContain(EntryType.ROW);
    assertThat(scene.sheet.rowOf("1.7")).isEqualTo(scene.sheet.rowOf("1.6") + 1);
    assertThat(plan.written().measures().get(new MeasureNumber("1.7")).present()).isTrue();
  }

  @Test
  void newEdition_isOneEntryThatListsWhatIsDifferent() {
    Charter amended = amended();
    List<Amendment> amendments = Amendment.between(Scene.SIGNED.roadmap(), amended.roadmap());

    Plan plan = Editions.adopt(amended, scene.state, amendments, scene.now);

    assertThat(plan.entries()).singleElement();
    Entry entry = plan.entries().get(0);
    assertThat(entry.type()).isEqualTo(EntryType.EDITION);
    assertThat(entry.findings())
        .extracting(LoggedFinding::message)
        .containsExactly("Мероприятие 1.7 — новое в документе.");
  }

  @Test
  void editionInForce_changesNothing() {
    assertThat(Editions.inForce(Scene.SIGNED, scene.state, scene.now)).isSameAs(scene.state);
  }
}
