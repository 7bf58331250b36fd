package org.sverka.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.Axe;
import org.sverka.testing.Chromium;
import org.sverka.testing.FakePublished;
import org.sverka.testing.HostSite;
import org.sverka.testing.LinkVectors;
import org.sverka.web.page.EmbedScript;

/** The web component in real Chromium, on a page of another site. */
class EmbedInBrowserIT {
  @RegisterExtension static final Chromium chromium = new Chromium();

  private static Served served;

  private HostSite host;
  private BrowserContext context;
  private Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    FakePublished roadmap = FakePublished.sample("one");
    roadmap.accept("7.6", "evidence", "", "…", String.join("\n", LinkVectors.HOSTILE));
    served = new Served(roadmap);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @BeforeEach
  void open() {
    host = new HostSite();
    context = chromium.browser().newContext();
    page = context.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onDialog(
        dialog -> {
          complaints.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
  }

  @AfterEach
  void close() {
    context.close();
    host.close();
  }

  private static EmbedScript script() {
    return new Components("", Instant.EPOCH).script();
  }

  /** The tag as it is copied from the page that makes it. */
  private static String tag(String attributes) {
    return "<sverka-roadmap "
        + attributes
        + "><a href=\"https://sverka.example/one\">Дорожная карта</a></sverka-roadmap>"
        + "<script src=\"%s%s\" integrity=\"%s\" crossorigin=\"anonymous\" async></script>"
            .formatted(served.url(), script().path(), script().integrity());
  }

  /** A site that lets in the script and the feed, and nothing else: no inline styles. */
  private static Map<String, String> strict() {
    return Map.of(
        "Content-Security-Policy",
        "default-src 'none'; script-src %1$s; connect-src %1$s; img-src 'self'"
            .formatted(served.url()));
  }

  private void visit(String html, Map<String, String> headers) {
    page.navigate(host.page("/", html, headers).url());
  }

  /** Lets the host play Sverka too, with the real script and this answer. */
  private void visitStandIn(String feed) {
    host.put(
        "/embed.js",
        200,
        served.bytes("/embed.js").body(),
        Map.of("Content-Type", "text/javascript; charset=utf-8"));
    host.data("/api/v1/roadmaps/one", feed, "\"1\"");
    visit(
        "<sverka-roadmap roadmap=one><a href=/map>Карта</a></sverka-roadmap>"
            + "<script src=/embed.js></script>",
        Map.of());
  }

  private static String feed() {
    return served.get("/api/v1/roadmaps/one?section=7").body();
  }

  private Locator element() {
    return page.locator("sverka-roadmap");
  }

  private Locator measures() {
    return element().locator(".measures > li");
  }

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
  void valueThatDoesNotExist_isSaidAboveTheRoadmap(String attribute, String complaint) {
    visit(tag("section=7 " + attribute), Map.of());

    assertThat(measures()).hasCount(2);
    assertThat(element().locator(".notice")).containsText("задан неверно");
    assertThat(element().locator("h3.title")).isVisible();
    assertThat(complaints).containsExactly("sverka-roadmap: " + complaint);
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

  /** A timer that is set for longer than it can count goes off at once, again and again. */
  @Test
  void retryAfterThatIsVeryLong_isNoReasonToAskAtOnce() {
    host.put(
        "/api/v1/roadmaps/one",
        503,
        new byte[0],
        Map.of(
            "Retry-After", "2147484",
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "Retry-After"));
    host.put(
        "/embed.js",
        200,
        served.bytes("/embed.js").body(),
        Map.of("Content-Type", "text/javascript; charset=utf-8"));
    visit("<sverka-roadmap roadmap=one></sverka-roadmap><script src=/embed.js></script>", Map.of());
    assertThat(element()).containsText("недоступна");

    page.waitForTimeout(1_000);

    assertThat(host.asked("/api/v1/roadmaps/one")).hasSize(1);
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
  void f84_roadmapThatIsGone_isSaidAboveItsLastCopy() {
    visitStandIn(feed());
    assertThat(measures()).hasCount(2);
    host.put("/api/v1/roadmaps/one", 404, new byte[0], Map.of());
    host.data("/api/v1/roadmaps", "{\"roadmaps\":[{\"id\":\"two\"}]}", "\"2\"");

    page.reload();

    assertThat(element()).containsText("Такой дорожной карты нет. Показаны сведения на 23.11.2026");
    assertThat(measures()).hasCount(2);
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
  void f84_lastCopy_isShownWithItsDateWhileWeAreDown() {
    visitStandIn(feed());
    assertThat(measures()).hasCount(2);

    host.fail("/api/v1/roadmaps/one");
    page.reload();

    assertThat(element()).containsText("Нет связи с источником. Показаны сведения на 23.11.2026");
    assertThat(measures()).hasCount(2);
  }

  @Test
  void f84_neverSeenAndDown_isSaidWhereThePageHasItsLink() {
    host.fail("/api/v1/roadmaps/one");
    host.put(
        "/embed.js",
        200,
        served.bytes("/embed.js").body(),
        Map.of("Content-Type", "text/javascript; charset=utf-8"));
    visit(
        "<sverka-roadmap roadmap=one><a href=/map>Карта</a></sverka-roadmap>"
            + "<script src=/embed.js></script><p id=own>…</p>"
            + "<script>document.getElementById('own').textContent = 'Свой текст'</script>",
        Map.of());

    assertThat(element()).containsText("Дорожная карта сейчас недоступна");
    assertThat(element().locator("a")).isVisible();
    assertThat(page.locator("#own")).hasText("Свой текст");
  }

  @Test
  void f84_noAnswer_isGivenUpAfterTenSeconds() {
    page.clock().install();
    visitStandIn(feed());
    assertThat(measures()).hasCount(2);
    host.silence("/api/v1/roadmaps/one");
    page.reload();
    assertThat(measures()).hasCount(2);

    page.clock().runFor(10_000);

    assertThat(element()).containsText("Нет связи с источником");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"\"",
        "7",
        "<!doctype html><script>window.hacked = 7</script>",
        "{\"roadmap\":{\"id\":7},\"sections\":[]}",
        "{\"roadmap\":null}",
        "{\"roadmap\":{\"id\":\"one\"},\"sections\":{}}"
      })
  void whatIsNoFeed_isNotShown(String answer) {
    visitStandIn(answer);

    assertThat(element()).containsText("Дорожная карта сейчас недоступна");
    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
  }

  @Test
  void f84_feedWithWrongTypes_isShownAsFarAsItGoes() {
    visitStandIn(
        "{\"roadmap\":{\"id\":\"../x\",\"title\":{\"a\":1},\"statuses\":7,\"parties\":[null]},"
            + "\"changedAt\":\"<b>\",\"summary\":{\"byStatus\":{\"done\":\"<i>\",\"x\":2}},"
            + "\"sections\":[null,{\"measures\":[null,7,{\"number\":\"1.1\",\"text\":\"Есть\","
            + "\"status\":[],\"held\":[7],\"evidence\":[7],\"term\":7,\"progress\":\"x\"}]}]}");

    assertThat(element()).containsText("Есть");
    assertThat(element().locator(".foot a").last()).hasAttribute("href", host.url() + "/..%2Fx");
    assertThat(complaints).isEmpty();
  }

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

  @Test
  void tagFromThePageForWebmasters_worksOnTheirPage() {
    page.navigate(served.url() + "/one/embed?section=7&heading=2");
    String copied = page.locator("textarea#component").inputValue();
    String here = copied.replace("https://sverka.example", served.url());

    visit(here, strict());

    assertThat(measures()).hasCount(2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void pageForWebmasters_followsEachChoice() {
    page.navigate(served.url() + "/one/embed");
    assertThat(measures()).hasCount(6);

    page.getByLabel("Раздел").selectOption("7");

    assertThat(measures()).hasCount(2);
    page.waitForURL("**/one/embed?section=7*");
    assertThat(page.locator("textarea#frame").inputValue()).contains("/one/frame?section=7\"");
    assertThat(complaints).isEmpty();
  }

  @Test
  void pageForWebmasters_copies() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.navigate(served.url() + "/one/embed");

    page.getByText("Скопировать").first().click();

    assertThat(page.getByText("Скопировано").first()).isVisible();
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo(page.locator("textarea#component").inputValue());
  }

  @Test
  void pageForWebmasters_worksWithoutScripts() {
    try (BrowserContext plain =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page form = plain.newPage();
      form.navigate(served.url() + "/one/embed");
      form.getByLabel("Статус").selectOption("done");
      form.locator("button[type=submit]").click();
      form.waitForURL("**status=done**");

      assertThat(form.locator("textarea#component").inputValue()).contains(" status=\"done\">");
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "320, DARK"})
  void pageForWebmastersAndFrame_areAccessibleAndFit(int width, ColorScheme scheme) {
    page.setViewportSize(width, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    for (String path : List.of("/one/embed?section=1", "/one/frame", "/one/frame?view=summary")) {
      page.navigate(served.url() + path);
      page.waitForLoadState(LoadState.NETWORKIDLE);

      assertThat(Axe.violations(page)).as("%s %s", path, scheme).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
  }

  @Test
  void frame_isShownOnAnotherSiteWithItsStyles() {
    visit(
        "<iframe title=x width=600 height=400 src=" + served.url() + "/one/frame></iframe>",
        Map.of());
    FrameLocator frame = page.frameLocator("iframe");

    assertThat(frame.locator(".sverka-measure")).hasCount(6);
    assertThat(frame.locator(".sverka-row").first()).hasCSS("display", "flex");
    assertThat(complaints).isEmpty();
  }

  @Test
  void fragment_isInertInSomebodyElsesPage() {
    visit(served.get("/one/fragment").body(), Map.of());

    assertThat(page.locator(".sverka-measure")).hasCount(6);
    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
    assertThat(page.locator(".sverka").locator("script, img, iframe").count()).isZero();
    assertThat(page.locator(".sverka a[rel~=ugc]").count()).isEqualTo(1);
    assertThat(page.locator(".sverka .sverka-row").first()).hasCSS("display", "flex");
    assertThat(requests).allMatch(url -> url.startsWith(host.url() + "/"));
    assertThat(complaints).isEmpty();
    assertThat(Axe.violations(page)).allMatch(violation -> violation.startsWith("heading-order"));
  }
}
