package org.sverka.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.testing.Chromium;
import org.sverka.testing.FakePublished;
import org.sverka.testing.HostSite;
import org.sverka.testing.LinkVectors;
import org.sverka.web.page.EmbedScript;

/** Somebody else's site with the web component on it, in real Chromium; anew for each test. */
abstract class EmbedTestBase {
  @RegisterExtension static final Chromium chromium = new Chromium();

  static Served served;

  HostSite host;
  BrowserContext context;
  Page page;
  final List<String> requests = new ArrayList<>();
  final List<String> complaints = new ArrayList<>();

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
  static String tag(String attributes) {
    return "<sverka-roadmap "
        + attributes
        + "><a href=\"https://sverka.example/one\">Дорожная карта</a></sverka-roadmap>"
        + "<script src=\"%s%s\" integrity=\"%s\" crossorigin=\"anonymous\" async></script>"
            .formatted(served.url(), script().path(), script().integrity());
  }

  /** A site that lets in the script and the feed, and nothing else: no inline styles. */
  static Map<String, String> strict() {
    return Map.of(
        "Content-Security-Policy",
        "default-src 'none'; script-src %1$s; connect-src %1$s; img-src 'self'"
            .formatted(served.url()));
  }

  void visit(String html, Map<String, String> headers) {
    page.navigate(host.page("/", html, headers).url());
  }

  /** Puts the real script on the host. */
  void putScript() {
    host.put(
        "/embed.js",
        200,
        served.bytes("/embed.js").body(),
        Map.of("Content-Type", "text/javascript; charset=utf-8"));
  }

  /** Lets the host play Sverka too, with the real script and this answer. */
  void visitStandIn(String feed) {
    putScript();
    host.data("/api/v1/roadmaps/one", feed, "\"1\"");
    visit(
        "<sverka-roadmap roadmap=one><a href=/map>Карта</a></sverka-roadmap>"
            + "<script src=/embed.js></script>",
        Map.of());
  }

  static String feed() {
    return served.get("/api/v1/roadmaps/one?section=7").body();
  }

  Locator element() {
    return page.locator("sverka-roadmap");
  }

  Locator measures() {
    return element().locator(".measures > li");
  }
}
