package org.sverka.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.Axe;
import org.sverka.testing.FakePublished;
import org.sverka.testing.LinkVectors;

/** The web component in real Chromium, on a page of another site. */
class EmbedInBrowserIT extends EmbedTestBase {

  @Test
  void oneTag_showsTheRoadmapOnAnotherSite() {
    visit(tag(""), strict());

    assertThat(measures()).hasCount(6);
    assertThat(element().locator(".title")).containsText("План мероприятий");
    assertThat(element()).containsText("Содействие организации взаимных бизнес-миссий");
    assertThat(element()).containsText("Обновлено 23.11.2026 14:17 МСК");
    assertThat(element().locator("[role=img]"))
        .hasAttribute(
            "aria-label", "Не начато: 3, В работе: 1, Исполнено: 1, Исполняется ежегодно: 1");
    assertThat(element().locator(".bar")).hasCSS("display", "flex");
    assertThat(element().getByText("Журнал изменений"))
        .hasAttribute("href", served.url() + "/one/log");
    assertThat(element().getByLabel("Мероприятие 1.2"))
        .hasAttribute("href", served.url() + "/one/measures/1.2");
    assertThat(complaints).isEmpty();
  }

  @Test
  void heldValue_isMarkedWithALinkToTheEntryThatSaysWhy() {
    visit(tag("roadmap=one section=7"), Map.of());

    assertThat(element().getByText("«Статус» — прежнее значение: почему"))
        .hasAttribute("href", served.url() + "/one/log/8");
  }

  @Test
  void eachHeldColumn_isNamedWithALinkToItsOwnEntry() {
    FakePublished roadmap = FakePublished.sample("held");
    roadmap.refuse("7.6", "progress.spb", "", "=A1", "formula");
    long entry = roadmap.state().revision();
    try (Served serving = new Served(roadmap)) {
      visit(
          "<sverka-roadmap section=7></sverka-roadmap><script src="
              + serving.url()
              + "/embed.js></script>",
          Map.of());

      assertThat(element().locator(".held"))
          .hasText(
              new String[] {
                "«Статус» — прежнее значение: почему",
                "«Ход исполнения, Санкт-Петербург» — прежнее значение: почему"
              });
      assertThat(element().locator(".held").first())
          .hasAttribute("href", serving.url() + "/held/log/8");
      assertThat(element().locator(".held").last())
          .hasAttribute("href", serving.url() + "/held/log/" + entry);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 320})
  void component_isAccessibleAndFits(int width) {
    page.setViewportSize(width, 800);
    visit(tag("heading=2"), strict());
    assertThat(measures()).hasCount(6);

    assertThat(Axe.violations(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Test
  void component_takesTheLookOfTheSite() {
    visit(
        "<style>body{background:#102030;color:#fff;font-family:serif}"
            + "sverka-roadmap{--sverka-link:#9cf;--sverka-status-2:#0f0}</style>"
            + tag("section=1 heading=2"),
        Map.of());
    assertThat(measures()).hasCount(2);

    assertThat(element().locator(".text").first()).hasCSS("color", "rgb(255, 255, 255)");
    assertThat(element().locator(".number").first()).hasCSS("color", "rgb(153, 204, 255)");
    assertThat(element().locator(".dot.s2").first()).hasCSS("background-color", "rgb(0, 255, 0)");
    assertThat(Axe.violations(page)).isEmpty();
  }

  @Test
  void component_isPrinted() {
    visit(tag("section=7"), Map.of());
    assertThat(measures()).hasCount(2);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(element().getByText("волонтёрства")).isVisible();
    assertThat(measures().first()).hasCSS("break-inside", "avoid");
  }

  @Test
  void t4_hostileTexts_doNothing() {
    visit(tag(""), Map.of());
    assertThat(measures()).hasCount(6);
    page.evaluate(
        "document.querySelector('sverka-roadmap').shadowRoot.querySelectorAll('*').forEach(e =>"
            + " e.dispatchEvent(new MouseEvent('mouseover')))");

    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
    assertThat(element().locator("script, img, svg, style, iframe").count()).isZero();
    assertThat(element()).containsText("<script>window.hacked = 1</script>");
    assertThat(element()).containsText("⟨U+202E⟩марг");
    assertThat(requests)
        .allMatch(url -> url.startsWith(host.url() + "/") || url.startsWith(served.url() + "/"));
    assertThat(complaints).isEmpty();
  }

  @Test
  void t6_hostileLinks_areOnlyText() {
    assertThat(LinkVectors.HOSTILE).hasSizeGreaterThanOrEqualTo(200);
    visit(tag("section=7"), Map.of());
    assertThat(measures()).hasCount(2);

    assertThat(element().locator("a[rel~=ugc]").count()).isZero();
    assertThat(element().locator("li [dir=ltr]").count()).isEqualTo(LinkVectors.HOSTILE.size());
  }

  @Test
  void changedScript_isNotRun() {
    visit(tag("section=7").replace("sha384-", "sha384-A"), Map.of());
    page.waitForLoadState();

    assertThat(page.evaluate("customElements.get('sverka-roadmap') === undefined")).isEqualTo(true);
    assertThat(element().getByText("Дорожная карта")).isVisible();
  }

  @Test
  void russianHost_isALinkShownAsWritten() {
    visitStandIn(
        feed()
            .replaceFirst(
                "\"evidence\":\\[[^]]*]",
                "\"evidence\":[\"https://www.правительство.рф:8443/news/1\"]"));

    assertThat(element().locator("a[rel~=ugc]"))
        .hasAttribute("href", "https://www.xn--80aealotwbjpid2k.xn--p1ai:8443/news/1");
    assertThat(element().locator("a[rel~=ugc]"))
        .hasText("https://www.правительство.рф:8443/news/1");
  }

  @Test
  void staleSheet_isSaid() {
    FakePublished stale = FakePublished.sample("stale");
    stale.stale(Optional.of(Instant.parse("2026-11-23T12:00:00Z")));
    try (Served serving = new Served(stale)) {
      visit(
          "<sverka-roadmap></sverka-roadmap><script src=" + serving.url() + "/embed.js></script>",
          Map.of());

      assertThat(element()).containsText("С 23.11.2026 15:00 МСК таблица не читается");
    }
  }

  @Test
  void browserThatKeepsNothing_showsTheRoadmapAllTheSame() {
    page.addInitScript(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})");
    visit(tag("section=7"), Map.of());

    assertThat(measures()).hasCount(2);
  }
}
