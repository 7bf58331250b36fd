package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.testing.Chromium;
import org.sverka.testing.FakePublished;
import org.sverka.testing.HostSite;
import org.sverka.testing.Markup;

/** A sheet full of texts that want to be script, wherever they come out. */
class HostileTextsIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "/api/v1/roadmaps/one";
  private static final int PER_CELL = 30;

  /** Tries what a reader may do, and says what has come to life. */
  private static final String TRY =
      """
      (root) => {
        const all = [...root.querySelectorAll('*')];
        for (const element of all) {
          for (const type of ['mouseover', 'focus', 'pointerrawupdate', 'error', 'load', 'toggle']) {
            element.dispatchEvent(new Event(type));
          }
        }
        const handlers = all.filter(e => [...e.attributes].some(a => /^on|^srcdoc$/i.test(a.name) || (a.name === 'style' && /url|script/i.test(a.value))));
        const links = all.filter(e => e.href && !/^https?:/.test(e.href.baseVal ?? e.href));
        return [...handlers, ...links].map(e => e.outerHTML).join('\\n') + (window.hacked ?? '');
      }
      """;

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static Served served;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    FakePublished roadmap = FakePublished.sample("one");
    for (int i = 0; i < Markup.TEXTS.size(); i += PER_CELL) {
      List<String> some = Markup.TEXTS.subList(i, Math.min(Markup.TEXTS.size(), i + PER_CELL));
      String text = String.join("\n", some);
      roadmap.accept(i % 4 == 0 ? "1.1" : "7.5", "progress.spb", text, "x" + text, text);
      roadmap.refuse("1.2", "status", text, text + "x", "status-vocabulary");
    }
    String all = String.join("\n", Markup.TEXTS);
    roadmap.accept("7.6", "progress.kaliningrad", "", all, all);
    roadmap.accept("7.6", "evidence", "", all, all);
    served = new Served(roadmap);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @BeforeEach
  void open() {
    context = chromium.browser().newContext();
    page = context.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog " + dialog.message());
          dialog.dismiss();
        });
  }

  @AfterEach
  void close() {
    context.close();
  }

  private void nothingRan(String... origins) {
    assertThat(complaints).isEmpty();
    assertThat(requests).allMatch(url -> Stream.of(origins).anyMatch(url::startsWith));
  }

  static Stream<String> pages() {
    Stream<String> fixed =
        Stream.of(
            "/",
            "/one",
            "/one?status=done",
            "/one?q=%3Cscript%3E",
            "/one?q=%22%20autofocus%20onfocus%3Dwindow.hacked%3D1%20x%3D%22",
            "/one/measures/1.1",
            "/one/measures/1.2",
            "/one/measures/7.5",
            "/one/measures/7.6",
            "/one/log",
            "/one/log?measure=7.5",
            "/one/rules",
            "/one/embed",
            "/one/embed?section=7",
            "/one/fragment",
            "/one/frame",
            "/one?status=%3Cscript%3E",
            "/%3Cscript%3Ewindow.hacked=1%3C/script%3E");
    return Stream.concat(fixed, IntStream.rangeClosed(11, 22).mapToObj(seq -> "/one/log/" + seq));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void t4_pages_runNothing(String path) {
    page.navigate(served.url() + path);
    page.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(page.locator(":root").evaluate(TRY)).isEqualTo("");
    assertThat(page.locator("script:not([src]), iframe:not([src]), object, embed, base").count())
        .isZero();
    complaints.removeIf(complaint -> complaint.contains("status of 40"));
    nothingRan(served.url() + "/");
  }

  @ParameterizedTest
  @MethodSource("data")
  void t4_dataOpenedInABrowser_runNothing(String path) {
    HttpResponse<String> answer = served.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Served.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(Served.header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(Served.header(answer, "Content-Type")).doesNotContain("html");
    HostSite host = new HostSite();
    try {
      page.navigate(
          host.page("/", "<iframe src=\"" + served.url() + path + "\"></iframe>", Map.of()).url());
      page.waitForLoadState(LoadState.NETWORKIDLE);

      assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
      assertThat(complaints).allMatch(complaint -> complaint.contains("frame-ancestors"));
    } finally {
      host.close();
    }
  }

  static Stream<String> data() {
    return Stream.of(
        DATA,
        DATA + "/measures/7.6",
        DATA + "/changes",
        DATA + "/changes/12",
        "/one/changes.atom",
        "/one/changes.json",
        "/api/v1/roadmaps",
        "/openapi.json");
  }

  @ParameterizedTest
  @MethodSource("data")
  void t5_jsonAndAtom_canBeInlinedAndComeBackAsTheyWere(String path) throws Exception {
    HttpResponse<String> answer = served.get(path);
    HttpResponse<String> called = served.get(path + "?callback=alert");
    boolean file = path.equals("/openapi.json");
    assertThat(called.statusCode()).isEqualTo(file ? 200 : 400);
    assertThat(called.body()).doesNotStartWith("alert");
    if (path.endsWith(".atom")) {
      assertThat(answer.body()).doesNotContain("<script").doesNotContain("<img");
      return;
    }
    assertThat(answer.body()).doesNotContain("<", "\u2028", "\u2029");
    JsonNode read = JSON.readTree(answer.body());
    if (path.equals(DATA + "/measures/7.6")) {
      String progress = read.findPath("progress").path("kaliningrad").asText();
      assertThat(progress).isEqualTo(String.join("\n", Markup.TEXTS));
    }
  }

  @Test
  void f84_component_showsTextsAsTextsAndLeavesThePageAlone() {
    HostSite host = new HostSite();
    try {
      String tag =
          "<p id=city>Город</p><sverka-roadmap><a href=/map>Карта</a></sverka-roadmap><script src=\"%s/embed.js\"></script>"
              .formatted(served.url());
      page.navigate(host.page("/", tag, Map.of()).url());
      page.waitForFunction(
          "document.querySelector('sverka-roadmap').shadowRoot?.querySelectorAll('.measures > li').length === 6");

      assertThat(page.locator("sverka-roadmap").evaluate("e => (" + TRY + ")(e.shadowRoot)"))
          .isEqualTo("");
      assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
      assertThat(page.locator("sverka-roadmap").locator("script, img, iframe, object").count())
          .isZero();
      assertThat(page.locator("#city").textContent()).isEqualTo("Город");
      nothingRan(served.url() + "/", host.url() + "/");
    } finally {
      host.close();
    }
  }
}
