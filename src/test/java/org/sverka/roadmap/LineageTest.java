package org.sverka.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sverka.testing.Sample;

class LineageTest {
  private static final Roadmap SIGNED = Sample.roadmap("one");
  private static final List<Measure> MEASURES = List.copyOf(SIGNED.measures().values());

  /** The document with these texts in section 1 and nothing else. */
  private static Roadmap of(String... texts) {
    List<Measure> measures = new ArrayList<>();
    for (String text : texts) {
      MeasureNumber number = new MeasureNumber("1." + (measures.size() + 1));
      measures.add(
          new Measure(number, text, MEASURES.get(0).responsible(), MEASURES.get(0).term()));
    }
    return new Roadmap(
        SIGNED.id(),
        SIGNED.title(),
        SIGNED.period(),
        SIGNED.parties(),
        SIGNED.bodies(),
        List.of(new Section("1", "Раздел", measures)));
  }

  private static String former(Roadmap before, Roadmap after, String number) {
    return Lineage.between(before, after)
        .former(new MeasureNumber(number))
        .map(MeasureNumber::value)
        .orElse("");
  }

  private static final String TRADE = "Содействие развитию торговли между регионами";
  private static final String YOUTH = "Проведение молодёжного форума в Калининграде";
  private static final String SPORT = "Обмен спортивными командами школьников";

  @Test
  void measureThatReadsAlike_isTheSame() {
    String reworded = "Содействие развитию торговли и сотрудничества между регионами";

    assertThat(former(of(TRADE, YOUTH), of(reworded, YOUTH), "1.1")).isEqualTo("1.1");
  }

  @Test
  void measureBelowOneThatIsDropped_movesUp() {
    Roadmap before = of(TRADE, YOUTH, SPORT);
    Roadmap after = of(TRADE, SPORT);

    assertThat(former(before, after, "1.2")).isEqualTo("1.3");
    assertThat(Lineage.between(before, after).stays(new MeasureNumber("1.2"))).isFalse();
  }

  @Test
  void throughSeveralEditions_isWhatEachMadeOfTheOneBefore() {
    String once = "Содействие развитию торговли и ярмарок между соседями";
    String twice = "Устройство сельских ярмарок и торговли между соседями";
    Lineage direct = Lineage.between(of(YOUTH, TRADE), of(twice));

    Lineage all = Lineage.through(List.of(of(YOUTH, TRADE), of(once), of(twice)));

    assertThat(direct.stays(new MeasureNumber("1.2"))).as("too little in common").isFalse();
    assertThat(all.former()).containsExactly(Map.entry(first(), new MeasureNumber("1.2")));
  }

  @Test
  void throughOneEdition_isEachItself() {
    assertThat(Lineage.through(List.of(of(TRADE))).former())
        .containsExactly(Map.entry(first(), first()));
  }

  private static MeasureNumber first() {
    return new MeasureNumber("1.1");
  }

  @Test
  void measuresBelowOneThatIsNew_moveDown() {
    Roadmap before = of(TRADE, YOUTH);
    Roadmap after = of(SPORT, TRADE, YOUTH);

    assertThat(former(before, after, "1.1")).isEmpty();
    assertThat(former(before, after, "1.2")).isEqualTo("1.1");
    assertThat(former(before, after, "1.3")).isEqualTo("1.2");
  }

  @Test
  void measuresThatChangePlaces_keepWhatIsTheirs() {
    assertThat(former(of(TRADE, YOUTH), of(YOUTH, TRADE), "1.1")).isEqualTo("1.2");
    assertThat(former(of(TRADE, YOUTH), of(YOUTH, TRADE), "1.2")).isEqualTo("1.1");
  }

  @Test
  void measureThatReadsLikeNoOther_isTheOneWithItsNumber() {
    assertThat(former(of(TRADE, YOUTH), of(SPORT, YOUTH), "1.1")).isEqualTo("1.1");
  }
}
