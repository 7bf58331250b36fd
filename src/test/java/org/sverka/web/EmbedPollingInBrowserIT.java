package org.sverka.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The web component asks for news, and shows it to those who are reading. */
class EmbedPollingInBrowserIT extends EmbedTestBase {

  @Test
  void polling_asksWithTheTagAndLeavesThePageAloneWhileNothingChanged() {
    page.clock().install();
    visitStandIn(feed());
    assertThat(measures()).hasCount(2);
    page.evaluate(
        "window.kept = document.querySelector('sverka-roadmap').shadowRoot.querySelector('li')");

    page.clock().fastForward("06:00");
    page.waitForCondition(() -> host.asked("/api/v1/roadmaps/one").size() == 2);

    assertThat(host.asked("/api/v1/roadmaps/one").get(1).ifNoneMatch()).isEqualTo("\"1\"");
    assertThat(page.evaluate("window.kept.isConnected")).isEqualTo(true);
  }

  @Test
  void changedRefresh_actsAtOnce() {
    page.clock().install();
    visitStandIn(feed());
    assertThat(measures()).hasCount(2);

    page.evaluate("document.querySelector('sverka-roadmap').setAttribute('refresh', '60')");
    page.waitForCondition(() -> host.asked("/api/v1/roadmaps/one").size() == 2);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.clock().fastForward("30:00");
    page.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(host.asked("/api/v1/roadmaps/one")).hasSize(2);
  }

  @Test
  void newRevision_isShownWithoutAReload() {
    page.clock().install();
    visitStandIn(feed());
    assertThat(measures()).hasCount(2);

    host.data("/api/v1/roadmaps/one", feed().replace("волонтёрства", "садоводства"), "\"2\"");
    page.clock().fastForward("06:00");

    assertThat(element()).containsText("садоводства");
  }

  @Test
  void newRevision_leavesTheReaderWhereTheyAre() {
    page.clock().install();
    page.setViewportSize(600, 300);
    visitStandIn(served.get("/api/v1/roadmaps/one").body());
    assertThat(measures()).hasCount(6);
    element().getByLabel("Мероприятие 7.6").focus();
    double before = element().getByLabel("Мероприятие 7.6").boundingBox().y;

    String next = served.get("/api/v1/roadmaps/one").body();
    host.data(
        "/api/v1/roadmaps/one",
        next.replace("волонтёрства", "садоводства, ".repeat(60))
            .replace("\"number\":\"1.1\"", "\"number\":\"1.3\"")
            .replace("\"staleSince\":null", "\"staleSince\":\"2026-11-23T12:00:00Z\""),
        "\"2\"");
    page.clock().fastForward("06:00");

    assertThat(element()).containsText("садоводства");
    assertThat(element()).containsText("таблица не читается");
    assertThat(element().getByLabel("Мероприятие 1.3")).isVisible();
    assertThat(element().getByLabel("Мероприятие 7.6")).isFocused();
    assertThat(Math.abs(element().getByLabel("Мероприятие 7.6").boundingBox().y - before))
        .isLessThan(2);
    assertThat(measures()).hasCount(6);
  }

  @Test
  void focusWithinAMeasureThatChanged_staysOnItsLink() {
    page.clock().install();
    visitStandIn(feed());
    Locator why = element().getByText("«Статус» — прежнее значение: почему");
    why.focus();

    host.data(
        "/api/v1/roadmaps/one",
        feed().replace("\"status\":\"not-started\"", "\"status\":\"done\""),
        "\"2\"");
    page.clock().fastForward("06:00");

    assertThat(measures().last()).containsText("Исполнено");
    assertThat(why).isFocused();
  }

  @Test
  void severalElements_askOnce() {
    visitStandIn(feed());
    visit(
        "<sverka-roadmap roadmap=one></sverka-roadmap>"
            + "<sverka-roadmap roadmap=one view=summary></sverka-roadmap>"
            + "<script src=/embed.js></script>",
        Map.of());
    assertThat(measures()).hasCount(2);
    assertThat(element().last().locator(".counts li")).hasCount(2);
    // The last copy is shown before anything is asked for.
    page.waitForCondition(() -> host.asked("/api/v1/roadmaps/one").size() >= 2);
    page.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(host.asked("/api/v1/roadmaps/one")).hasSize(2);
  }
}
