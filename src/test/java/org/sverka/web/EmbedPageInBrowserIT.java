package org.sverka.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sverka.testing.Axe;

/** The page for webmasters, and what it offers: the tag, the frame and the fragment. */
class EmbedPageInBrowserIT extends EmbedTestBase {

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
