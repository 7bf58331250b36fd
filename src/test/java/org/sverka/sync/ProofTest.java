package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.rule.Verdict;

/** Status, day and evidence: what the site shows of the three goes together. */
class ProofTest {
  private static final String DATE = "12.03.2024";
  private static final String LINK = "https://gov.spb.ru/news/1";

  private final Scene scene = new Scene();

  @Test
  void doneWithoutDate_isHeldUntilDateAndEvidenceAreThere() {
    scene.sheet.set("3.2", "status", "Исполнено");
    scene.turn();
    assertThat(scene.measure("3.2").held().get("status").rules())
        .containsExactly("done-without-date", "done-without-evidence");
    scene.news();
    scene.sheet.set("3.2", "completedOn", DATE);
    scene.sheet.set("3.2", "evidence", LINK);
    scene.turn();
    assertThat(scene.measure("3.2").held()).isEmpty();
    assertThat(scene.measure("3.2").published("status")).isEqualTo("done");
    List<Entry> news = scene.news();
    assertThat(news).extracting(Entry::column).containsExactly("completedOn", "evidence", "status");
    Entry status = news.get(2);
    assertThat(status.type()).isEqualTo(EntryType.EFFECT);
    assertThat(status.before()).isEmpty();
    assertThat(status.after()).isEqualTo("Исполнено");
    assertThat(status.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(status.published()).isTrue();
  }

  @Test
  void statusThatIsLetGoAsTheDateGoes_isEnteredAfterThat() {
    done();
    scene.sheet.set("3.2", "status", "Отложено");
    scene.turn();
    scene.news();
    scene.sheet.set("3.2", "completedOn", "");
    scene.turn();
    List<Entry> news = scene.news();
    assertThat(news).extracting(Entry::column).containsExactly("completedOn", "status");
    assertThat(news.get(1).type()).isEqualTo(EntryType.EFFECT);
    assertThat(news.get(1).before()).isEqualTo("Исполнено");
    assertThat(news.get(1).after()).isEqualTo("Отложено");
    assertThat(news.get(1).published()).isTrue();
    assertThat(scene.measure("3.2").published("status")).isEqualTo("postponed");
  }

  @Test
  void doneWithDateThatIsHeld_isHeldWithItAndSaidOnce() {
    scene.sheet.set("3.2", "status", "Исполнено");
    scene.sheet.set("3.2", "completedOn", "03/04/24");
    scene.sheet.set("3.2", "evidence", LINK);
    scene.turn();
    assertThat(scene.measure("3.2").published("status")).isEmpty();
    assertThat(scene.measure("3.2").held().get("status").rules()).containsExactly("readable-date");
    assertThat(scene.check("3.2").lines()).hasSize(1);
    assertThat(scene.site("3.2")).contains("«Статус»", "«Дата исполнения»");
    scene.news();
    scene.sheet.set("3.2", "completedOn", "03.04.2024");
    scene.turn();
    assertThat(scene.measure("3.2").held()).isEmpty();
    assertThat(scene.measure("3.2").published("status")).isEqualTo("done");
    assertThat(scene.news()).extracting(Entry::column).containsExactly("completedOn", "status");
  }

  @Test
  void dateOfDoneMeasureSpoilt_isHeldInItsOwnColumn() {
    done();
    scene.sheet.set("3.2", "completedOn", "03/04/24");
    scene.turn();
    assertThat(scene.measure("3.2").held()).containsOnlyKeys("completedOn");
    assertThat(scene.measure("3.2").published("completedOn")).isEqualTo("2024-03-12");
    assertThat(scene.measure("3.2").published("status")).isEqualTo("done");
  }

  @Test
  void evidenceOfDoneMeasureTakenAway_isHeldInItsOwnColumn() {
    done();
    scene.sheet.set("3.2", "evidence", "");
    scene.turn();
    assertThat(scene.measure("3.2").held()).containsOnlyKeys("evidence");
    assertThat(scene.measure("3.2").published("evidence")).isEqualTo(LINK);
    assertThat(scene.measure("3.2").published("status")).isEqualTo("done");
  }

  @Test
  void proofTakenAwayWhileTheStatusIsHeld_staysOnTheSite() {
    done();
    scene.sheet.set("3.2", "status", "Готово");
    scene.sheet.set("3.2", "completedOn", "");
    scene.sheet.set("3.2", "evidence", "");
    scene.turn();
    assertThat(scene.measure("3.2").published()).containsEntry("status", "done");
    assertThat(scene.measure("3.2").published()).containsEntry("completedOn", "2024-03-12");
    assertThat(scene.measure("3.2").published()).containsEntry("evidence", LINK);
    assertThat(scene.measure("3.2").held().values())
        .hasSize(3)
        .allSatisfy(hold -> assertThat(hold.rules()).containsExactly("status-vocabulary"));
    assertThat(scene.check("3.2").lines()).hasSize(1);

    scene.news();
    scene.sheet.set("3.2", "status", "В работе");
    scene.turn();
    assertThat(scene.measure("3.2").published()).containsOnlyKeys("status");
    assertThat(scene.news())
        .extracting(Entry::column)
        .containsExactly("status", "completedOn", "evidence");
  }

  @Test
  void proofTakenAwayOneByOne_staysOnTheSiteToo() {
    done();
    for (String column : List.of("status", "completedOn", "evidence")) {
      scene.sheet.set("3.2", column, column.equals("status") ? "Готово" : "");
      scene.turn();
    }
    assertThat(scene.measure("3.2").published())
        .containsOnlyKeys("status", "completedOn", "evidence");
  }

  @Test
  void dayOfWhatIsNotYetShownAsDone_waitsForTheStatus() {
    scene.sheet.set("3.2", "status", "Исполнено");
    scene.turn();
    scene.sheet.set("3.2", "completedOn", DATE);
    scene.turn();
    assertThat(scene.measure("3.2").published()).isEmpty();
    assertThat(scene.measure("3.2").held().get("completedOn").rules())
        .containsExactly("done-without-evidence");

    scene.news();
    scene.sheet.set("3.2", "evidence", LINK);
    scene.turn();
    assertThat(scene.measure("3.2").held()).isEmpty();
    assertThat(scene.measure("3.2").published())
        .containsOnlyKeys("status", "completedOn", "evidence");
    assertThat(scene.news())
        .extracting(Entry::column)
        .containsExactly("evidence", "status", "completedOn");
  }

  @Test
  void otherEvidenceWhileTheStatusIsHeld_isShown() {
    done();
    scene.sheet.set("3.2", "status", "Готово");
    scene.sheet.set("3.2", "evidence", "https://gov.spb.ru/news/2");
    scene.turn();
    assertThat(scene.measure("3.2").held()).containsOnlyKeys("status");
    assertThat(scene.measure("3.2").published("evidence")).endsWith("/2");
  }

  /**
   * A cell typed over.
   *
   * @param look whether the loop looks right after it
   */
  record Typing(String column, String text, boolean look) {}

  @Provide
  Arbitrary<List<Typing>> typings() {
    Arbitrary<Typing> status =
        typing("status", "Исполнено", "В работе", "Исполняется ежегодно", "Готово", "", "=1");
    Arbitrary<Typing> date = typing("completedOn", DATE, "01.02.2025", "31.02.2025", "", "скоро");
    Arbitrary<Typing> evidence = typing("evidence", LINK, "https://gov39.ru/2", "нет", "");
    return Arbitraries.oneOf(status, date, evidence).list().ofMinSize(1).ofMaxSize(12);
  }

  private static Arbitrary<Typing> typing(String column, String... texts) {
    return Combinators.combine(Arbitraries.of(texts), Arbitraries.of(true, false))
        .as((text, look) -> new Typing(column, text, look));
  }

  @Property(tries = 300)
  void siteNeverContradictsItself(@ForAll("typings") List<Typing> typings) {
    Scene tried = new Scene();
    for (Typing typing : typings) {
      tried.sheet.set("3.2", typing.column(), typing.text());
      if (typing.look()) {
        tried.turn();
        assertGoesTogether(tried.measure("3.2"));
      }
    }
    tried.turn();
    MeasureState last = tried.measure("3.2");
    assertGoesTogether(last);
    // What is held says why in one of the three.
    last.held().values().forEach(hold -> assertThat(hold.rules()).isNotEmpty());
    assertThat(last.held().isEmpty()).isEqualTo(!tried.check("3.2").contains("Ошибка"));
  }

  private static void assertGoesTogether(MeasureState measure) {
    String status = measure.published("status");
    if (status.equals("done")) {
      assertThat(measure.published("completedOn")).isNotEmpty();
      assertThat(measure.published("evidence")).isNotEmpty();
    }
    if (!measure.published("completedOn").isEmpty()) {
      assertThat(status).isIn(Set.of("done", "recurring"));
    }
  }

  private void done() {
    scene.sheet.set("3.2", "status", "Исполнено");
    scene.sheet.set("3.2", "completedOn", DATE);
    scene.sheet.set("3.2", "evidence", LINK);
    scene.turn();
  }
}
