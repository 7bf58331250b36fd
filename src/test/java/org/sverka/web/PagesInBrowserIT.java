package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.Axe;
import org.sverka.testing.Chromium;
import org.sverka.testing.FakePublished;

/** The pages in real Chromium: accessible, inert, fit for a phone. */
class PagesInBrowserIT {
  /** Words of the table that stand in more than one line. */
  private static final String BROKEN =
      """
      (() => {
        const broken = [];
        const texts = document.createTreeWalker(document.querySelector('.measures'), NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (node.parentElement.closest('thead')) continue;
          for (const word of node.data.matchAll(/[\\p{L}\\p{N}.]{1,18}(?![\\p{L}\\p{N}.])/gu)) {
            const before = node.data[word.index - 1] ?? ' ';
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (/\\s/.test(before) && range.getClientRects().length > 1) broken.push(word[0]);
          }
        }
        return broken.join(' ');
      })()
      """;

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(FakePublished.sample("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static BrowserContext context(int width, ColorScheme scheme) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/one",
        "/one?section=7",
        "/one/measures/1.2",
        "/one/measures/9.1",
        "/one/log",
        "/one/log/8",
        "/one/log/compare",
        "/one/log/check?code=1-2-00000-00000",
        "/one/rules",
        "/one?status=x"
      })
  void page_isAccessibleOnAScreenByDayAndOnAPhoneByNight(String path) {
    try (Page page = chromium.browser().newPage()) {
      check(page, path, 1280, ColorScheme.LIGHT);
      check(page, path, 320, ColorScheme.DARK);
    }
  }

  private static void check(Page page, String path, int width, ColorScheme scheme) {
    page.setViewportSize(width, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.navigate(served.url() + path);

    assertThat(Axe.violations(page)).as("%s %s %d", path, scheme, width).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("no sideways scrolling: %s", path)
        .isEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_280, 800, 360})
  void longWord_widensNoPage(int width) {
    FakePublished roadmap = FakePublished.sample("one");
    String word = "https://example.org/" + "%D0%B0".repeat(800);
    roadmap.accept("1.1", "progress.spb", "", word, word);
    try (Served other = new Served(roadmap);
        BrowserContext context = context(width, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      for (String path :
          List.of(
              "/one",
              "/one?section=1",
              "/one/measures/1.1",
              "/one/log",
              "/one/log/12",
              "/one/log/compare",
              "/one/fragment",
              "/one/frame")) {
        page.navigate(other.url() + path);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1600, SCREEN", "1000, SCREEN", "800, SCREEN", "718, PRINT"})
  void shortWordsOfTheTable_areNeverBroken(int width, Media media) {
    FakePublished roadmap = FakePublished.sample("one");
    roadmap.accept("1.1", "progress.spb", "", "слово".repeat(100), "слово".repeat(100));
    try (Served other = new Served(roadmap);
        BrowserContext context = context(width, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
      page.navigate(other.url() + "/one");

      assertThat(page.evaluate(BROKEN)).isEqualTo("");
    }
  }

  @Test
  void hostileTexts_doNothingAnywhere() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      List<String> requests = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      page.onRequest(request -> requests.add(request.url()));
      page.onDialog(dialog -> complaints.add("dialog " + dialog.message()));
      page.onConsoleMessage(message -> complaints.add(message.text()));
      for (String path :
          List.of("/", "/one", "/one/measures/9.1", "/one/log", "/one/log/10", "/one/log/11")) {
        page.navigate(served.url() + path);
        page.evaluate(
            "document.querySelectorAll('*').forEach(e => e.dispatchEvent(new"
                + " MouseEvent('mouseover')))");
        assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(page.locator("script").count()).isZero();
        assertThat(page.locator("[style]").count()).isZero();
        assertThat(page.locator("main img").count()).isZero();
      }
      assertThat(requests).allMatch(url -> url.startsWith(served.url() + "/"));
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void filters_workByKeyboardWithoutScripts() {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(served.url() + "/one");
      page.getByLabel("Статус").focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      page.getByText("Показать").focus();
      page.keyboard().press("Enter");
      page.waitForURL("**status=done**");

      assertThat(page.locator("table.measures tbody tr[id]").count()).isEqualTo(1);
      assertThat(page.getByLabel("Статус").inputValue()).isEqualTo("done");
    }
  }

  @Test
  void keyboard_reachesTheContentFirst() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(served.url() + "/one");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");

      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
    }
  }

  @Test
  void print_hidesFormsAndOpensWhatIsFolded() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(served.url() + "/one");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator("form.filters").isVisible()).isFalse();
      assertThat(page.locator("details table").first().isVisible()).isTrue();
      assertThat(page.locator("table.measures").isVisible()).isTrue();
    }
  }

  @Test
  void print_opensTheEditsOfASitting() {
    FakePublished sitting = FakePublished.sample("sitting");
    sitting.accept("7.1", "progress.spb", "", "Идут переговоры", "Идут переговоры");
    sitting.refuse("7.1", "progress.spb", "Идут переговоры", "Звоните", "personal-data");
    try (Served serving = new Served(sitting);
        Page page = chromium.browser().newPage()) {
      page.navigate(serving.url() + "/sitting/log?measure=7.1");
      assertThat(page.locator(".episode .entry").first().isVisible()).isFalse();

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(".episode .entry").first().isVisible()).isTrue();
    }
  }

  @Test
  void print_saysOfWhatItIs() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.navigate(served.url() + "/one/log/compare?from=2026-11-01&to=2026-11-29");

      assertThat(page.getByText("за период с 01.11.2026 по 29.11.2026").isVisible()).isTrue();
      assertThat(page.getByText("за выбранные дни").isVisible())
          .as("an instruction is not for the paper")
          .isFalse();
      page.navigate(served.url() + "/one/log?verdict=rejected");
      assertThat(page.getByText("Решение — Отклонено").isVisible()).isTrue();
    }
  }

  @Test
  void picturesHaveTheirFiguresInWords() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(served.url() + "/one");

      assertThat(page.locator("svg:not([aria-hidden=true]):not([role=img][aria-label])").count())
          .isZero();
      assertThat(page.locator("table.years tbody tr").count()).isEqualTo(4);
      assertThat(page.locator(".timeline path.done").boundingBox().width).isGreaterThan(100);
    }
  }
}
