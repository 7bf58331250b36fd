package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.testing.FakePublished;

/** What a new edition is to the pages of measures. */
class FormerMeasureIT {
  private final FakePublished one = FakePublished.sample("one");
  private Served served;

  @BeforeEach
  void start() {
    served = new Served(one);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void adoptWithoutSection7() {
    Roadmap before = one.roadmap();
    List<Section> sections =
        before.sections().stream().filter(section -> !section.number().equals("7")).toList();
    one.adopt(
        new Roadmap(
            before.id(),
            before.title(),
            before.period(),
            before.parties(),
            before.bodies(),
            sections));
  }

  @Test
  void measureThatIsNoLongerInTheDocument_leadsToItsLog() throws Exception {
    adoptWithoutSection7();
    Served.eventually(() -> served.get("/one").body().contains("Найдено 4"));

    HttpResponse<String> page = served.get("/one/measures/7.6");

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(header(page, "Location")).isEqualTo("/one/log?measure=7.6");
    String log = served.get("/one/log?measure=7.6").body();
    assertThat(log).contains("<option value=\"7.6\" selected>");
  }

  @Test
  void measureOfWhichNobodyWroteAnything_leadsToTheEditionThatTookItOut() throws Exception {
    enterEdition(
        change("Мероприятия 8.1 больше нет в документе."),
        change("Мероприятия 8.10 больше нет в документе."));
    Served.eventually(() -> served.get("/one/log/12").statusCode() == 200);

    HttpResponse<String> page = served.get("/one/measures/8.1");

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(header(page, "Location")).isEqualTo("/one/log/12");
    assertThat(served.get("/one/measures/8.2").statusCode()).isEqualTo(404);
  }

  @Test
  void measureThatNeverWas_isNotFound() {
    for (String number : List.of("99.9", "7", "7.6.1", "x")) {
      assertThat(served.get("/one/measures/" + number).statusCode()).as(number).isEqualTo(404);
    }
  }

  @Test
  void editionThatChangedTheMeasure_isPartOfItsLife() throws Exception {
    enterEdition(
        change("Мероприятие 1.1 изложено по-новому: срок."),
        change("Мероприятия 1.10 больше нет в документе."),
        change("Мероприятие 1.2 изложено по-новому: содержание."));
    Served.eventually(() -> served.get("/one/measures/1.1").body().contains("1.1 изложено"));

    assertThat(served.get("/one/measures/1.1").body())
        .contains("href=\"/one/log/12\"")
        .doesNotContain("1.10 больше нет", "1.2 изложено");
    assertThat(served.get("/one/measures/7.6").body()).doesNotContain("href=\"/one/log/12\"");
  }

  private void enterEdition(LoggedFinding... changes) {
    one.enter(
        new Entry(
            12,
            FakePublished.START.plusSeconds(9_000),
            EntryType.EDITION,
            "",
            "",
            "sha256:1",
            "sha256:2",
            Verdict.NONE,
            List.of(changes),
            "",
            PartyBasis.UNKNOWN,
            true));
  }

  private static LoggedFinding change(String text) {
    return new LoggedFinding("edition", Severity.NOTE, text);
  }
}
