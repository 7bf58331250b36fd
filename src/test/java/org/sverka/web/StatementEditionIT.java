package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Sample;

/** What a statement says where another edition of the document came into force in between. */
class StatementEditionIT {
  private static final Roadmap SIGNED = Sample.roadmap("one");
  private static final Measure PATTERN = SIGNED.measures().get(new MeasureNumber("1.1"));
  private static final String TRADE = "Содействие развитию торговли между регионами";
  private static final String YOUTH = "Проведение молодёжного форума в Калининграде";
  private static final String SPORT = "Обмен спортивными командами школьников";
  private static final String MUSEUM = "Обмен выставками музеев янтаря и морского флота";

  private FakePublished roadmap;
  private Served served;

  /** 1: the document. 2: a report on the third measure. 3: the second one is dropped. */
  @BeforeEach
  void start() {
    roadmap = new FakePublished(of("Торговля и молодёжь", TRADE, YOUTH, SPORT));
    roadmap.accept("1.3", "progress.spb", "", "Команды приехали", "Команды приехали");
    roadmap.adopt(of("Торговля и спорт", TRADE + " и городами", SPORT, MUSEUM));
    served = new Served(roadmap);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static Roadmap of(String title, String... texts) {
    List<Measure> measures = new ArrayList<>();
    for (String text : texts) {
      MeasureNumber number = new MeasureNumber("1." + (measures.size() + 1));
      measures.add(new Measure(number, text, PATTERN.responsible(), PATTERN.term()));
    }
    return new Roadmap(
        SIGNED.id(),
        SIGNED.title(),
        SIGNED.period(),
        SIGNED.parties(),
        SIGNED.bodies(),
        List.of(new Section("1", title, measures)));
  }

  private String page() {
    return served.get("/one/log/compare?since=2&revision=3").body();
  }

  private String article(String number, String badge) {
    for (String article : page().split("<article", -1)) {
      if (article.matches("(?s).*Мероприятие " + number + "[ <].*") && article.contains(badge)) {
        return article;
      }
    }
    return "";
  }

  @Test
  void measureThatMovedUp_hasAnotherNumberAndNoOtherReport() {
    assertThat(article("1.2", "прежний номер 1.3"))
        .contains(SPORT)
        .doesNotContain("Команды приехали", "нет в новой редакции");
  }

  @Test
  void measureThatWasDropped_isNamedByItsOwnText() {
    assertThat(article("1.2", "нет в новой редакции"))
        .contains(YOUTH)
        .doesNotContain("/one/measures/1.2");
  }

  @Test
  void measureThatIsNew_isSaidToBe() {
    assertThat(article("1.3", "новое в документе")).contains(MUSEUM);
  }

  @Test
  void measureThatIsWordedOtherwise_showsTheWords() {
    assertThat(article("1.1", "Наименование мероприятия"))
        .contains("<ins><i>добавлено: </i> и городами</ins>")
        .doesNotContain("прежний номер");
  }

  @Test
  void sectionWithAnotherTitle_showsBoth() {
    assertThat(page())
        .contains("Название раздела", "молодёжь</del>", "спорт</ins>")
        .contains("вступила в силу новая редакция");
  }

  @Test
  void table_saysTheSame() {
    String table = served.get("/one/log/compare.csv?since=2&revision=3").body();

    assertThat(table)
        .startsWith(
            "roadmap,since,revision,section,measure,column,before,after,former\r\n"
                + "one,2,3,1,,title,Торговля и молодёжь,Торговля и спорт,\r\n"
                + "one,2,3,1,1.1,text,"
                + (TRADE + "," + TRADE + " и городами,1.1\r\n"))
        .contains("one,2,3,1,1.2,number,1.2,,1.2\r\n")
        .contains("one,2,3,1,1.2,text," + YOUTH + ",,1.2\r\n")
        .contains("one,2,3,1,1.2,number,1.3,1.2,1.3\r\n")
        .contains("one,2,3,1,1.3,number,,1.3,\r\n")
        .doesNotContain("Команды приехали");
  }

  @Test
  void editionsInBetween_areFollowedOneByOne() {
    roadmap.adopt(of("Торговля и спорт", SPORT, TRADE + " и городами", MUSEUM));
    roadmap.adopt(of("Торговля и спорт", MUSEUM, SPORT));

    assertThat(served.get("/one/log/compare.csv?since=2&revision=5").body())
        .contains("one,2,5,1,1.2,number,1.3,1.2,1.3\r\n")
        .contains("one,2,5,1,1.1,number,1.1,,1.1\r\n")
        .doesNotContain("Команды приехали");
  }

  /** What the site shows under another number is entered in the same turn. */
  @Test
  void entryOfAnEdition_leadsToAllThatItMadeDifferent() {
    roadmap.together(
        () -> {
          roadmap.adopt(of("Торговля и спорт", SPORT, MUSEUM));
          roadmap.accept("1.1", "progress.spb", "", "Команды приехали", "Команды приехали");
        });

    assertThat(served.get("/one/log/4").body())
        .contains("href=\"/one/log/compare?since=3&amp;revision=5\"");
  }

  @Test
  void code_isThatOfTheTable() {
    String name =
        served
            .get("/one/log/compare.csv?since=2&revision=3")
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow();
    String code = name.replaceAll(".*one-(.*)\\.csv.*", "$1");

    assertThat(served.get("/one/log/check?code=" + code).body())
        .contains("<strong>Код совпадает.</strong>");
  }
}
