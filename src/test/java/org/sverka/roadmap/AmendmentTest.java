package org.sverka.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sverka.roadmap.Amendment.Kind;
import org.sverka.roadmap.Amendment.Name;
import org.sverka.roadmap.Amendment.Part;
import org.sverka.testing.Sample;

class AmendmentTest {
  private static final Roadmap SIGNED = Sample.roadmap("one");
  private static final Measure FIRST = SIGNED.measures().get(new MeasureNumber("1.1"));

  @Test
  void sameDocument_hasNone() {
    assertThat(Amendment.between(SIGNED, SIGNED)).isEmpty();
  }

  @Test
  void newAndGoneMeasures_areNamedInTheOrderOfNumbers() {
    Measure added =
        new Measure(new MeasureNumber("1.10"), "Новое", FIRST.responsible(), FIRST.term());

    assertThat(Amendment.between(SIGNED, with(added)))
        .containsExactly(
            new Amendment(
                FIRST.number(), Kind.REMOVED, List.of(new Part(Name.TEXT, "", FIRST.text(), ""))),
            new Amendment(
                added.number(), Kind.ADDED, List.of(new Part(Name.TEXT, "", "", "Новое"))));
  }

  @Test
  void partsThatReadOtherwise_areTold() {
    Measure other =
        new Measure(
            FIRST.number(),
            "Иначе",
            Map.of("spb", List.of(), "kaliningrad", FIRST.responsible().get("kaliningrad")),
            new Term("2026 г.", 2026, 2026));

    List<Amendment> amendments = Amendment.between(SIGNED, with(other));

    assertThat(amendments).singleElement().extracting(Amendment::kind).isEqualTo(Kind.CHANGED);
    assertThat(amendments.get(0).parts())
        .extracting(Part::name, Part::party, Part::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Name.TEXT, "", "Иначе"),
            org.assertj.core.groups.Tuple.tuple(Name.TERM, "", "2026 г."),
            org.assertj.core.groups.Tuple.tuple(Name.RESPONSIBLE, "spb", ""));
  }

  /** The document with another measure in the place of the first. */
  private static Roadmap with(Measure measure) {
    List<Section> sections = new ArrayList<>(SIGNED.sections());
    Section first = sections.get(0);
    List<Measure> measures = new ArrayList<>(first.measures());
    measures.set(measures.indexOf(FIRST), measure);
    sections.set(0, new Section(first.number(), first.title(), measures));
    return new Roadmap(
        SIGNED.id(), SIGNED.title(), SIGNED.period(), SIGNED.parties(), SIGNED.bodies(), sections);
  }
}
