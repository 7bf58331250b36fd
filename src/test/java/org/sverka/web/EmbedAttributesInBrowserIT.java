package org.sverka.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the attributes of the web component do, and what is said of those that do nothing. */
class EmbedAttributesInBrowserIT extends EmbedTestBase {

  @Test
  void filters_narrowWhatIsShown() {
    visit(tag("roadmap=one section=7 status=recurring"), Map.of());

    assertThat(measures()).hasCount(1);
    assertThat(element()).containsText("волонтёрства");
    assertThat(requests).contains(served.url() + "/api/v1/roadmaps/one?section=7&status=recurring");
  }

  @Test
  void changedAttribute_isShownAtOnce() {
    visit(tag("roadmap=one section=7"), Map.of());
    assertThat(measures()).hasCount(2);

    page.evaluate("document.querySelector('sverka-roadmap').setAttribute('section', '1')");

    assertThat(element()).containsText("бизнес-миссий");
    assertThat(element()).not().containsText("волонтёрства");
  }

  @Test
  void viewThatIsSetRight_isShownAtOnce() {
    visit(tag("section=7 view=bogus"), Map.of());
    assertThat(element()).containsText("задан неверно");

    page.evaluate("document.querySelector('sverka-roadmap').setAttribute('view', 'compact')");

    assertThat(measures()).hasCount(2);
    assertThat(element().locator(".notice")).hasCount(0);
  }

  @Test
  void unknownFilter_isSaidToReadersAndExplainedToTheWebmaster() {
    visit(tag("roadmap=one status=fertig"), Map.of());

    assertThat(element()).containsText("Отбор мероприятий на этой странице задан неверно");
    page.waitForCondition(() -> complaints.toString().contains("sverka-roadmap:"));
  }

  @Test
  void unknownRoadmap_isSaidToReadersAndTheWebmasterIsToldWhichThereAre() {
    visit(tag("roadmap=typo"), Map.of());

    assertThat(element()).containsText("Такой дорожной карты нет");
    assertThat(element().locator("a")).isVisible();
    assertThat(complaints).contains("sverka-roadmap: no roadmap typo; there are: one");
  }

  @Test
  void unknownAttribute_isSaidToReadersAndTheWebmasterIsToldWhichThereAre() {
    visit(tag("roadmap=one sektion=7"), Map.of());

    assertThat(element()).containsText("Отбор мероприятий на этой странице задан неверно");
    assertThat(measures()).hasCount(6);
    assertThat(complaints)
        .containsExactly(
            "sverka-roadmap: no attribute sektion; there are: section, party, body, status, year,"
                + " q, roadmap, server, view, heading, refresh");
  }

  @Test
  void attributesThatAnyElementMayHave_areLeftAlone() {
    visit(
        tag(
            "section=7 refresh=9 id=a class=b lang=ru dir=ltr title=t role=region tabindex=0 part=p"
                + " data-x=1 aria-label=l onclick=f() slot=s translate=no _ngcontent-a1 v-cloak"),
        Map.of());

    assertThat(measures()).hasCount(2);
    assertThat(element().locator(".notice")).hasCount(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void unknownView_isSaidToReadersAndTheWebmasterIsToldWhichThereAre() {
    visit(tag("roadmap=one view=bogus"), Map.of());

    assertThat(element()).containsText("Отбор мероприятий на этой странице задан неверно");
    assertThat(element().locator("a")).isVisible();
    assertThat(complaints)
        .containsExactly("sverka-roadmap: no view bogus; there are: full, compact, summary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "ftp://sverka.example", "javascript:alert(1)", "//["})
  void unusableServer_isSaidToReadersAndToTheWebmaster(String server) {
    visit(tag("roadmap=one server='" + server + "'"), Map.of());

    assertThat(element()).containsText("Отбор мероприятий на этой странице задан неверно");
    assertThat(element().locator("a")).isVisible();
    assertThat(complaints)
        .containsExactly(
            "sverka-roadmap: no server "
                + server
                + "; there are: addresses that begin with https://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heading=2.5|no heading 2.5; there are: 2, 3, 4, 5",
        "heading=9|no heading 9; there are: 2, 3, 4, 5",
        "heading=x|no heading x; there are: 2, 3, 4, 5",
        "refresh=never|no refresh never; there are: minutes from 1 to 60",
        "refresh=0.5|no refresh 0.5; there are: minutes from 1 to 60",
        "refresh=61|no refresh 61; there are: minutes from 1 to 60"
      })
  void valueInWhosePlaceTheUsualIsTaken_isSaidToTheWebmasterAlone(
      String attribute, String complaint) {
    visit(tag("section=7 " + attribute), Map.of());

    assertThat(measures()).hasCount(2);
    assertThat(element().locator(".notice")).hasCount(0);
    assertThat(element().locator("h3.title")).isVisible();
    assertThat(complaints).containsExactly("sverka-roadmap: " + complaint);
  }
}
