package org.sverka.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That a page with a fault would not pass. */
class AxeIT {
  private static final Map<String, String> STRICT =
      Map.of("Content-Security-Policy", "default-src 'none'; frame-src *");
  private static final String FAULT = "<button></button>";

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void faultOfThePage_isFoundWhateverItsPolicy() {
    try (HostSite site = new HostSite();
        Page page = chromium.browser().newPage()) {
      page.navigate(site.page("/", FAULT, STRICT).url());

      assertThat(Axe.violations(page)).singleElement().asString().contains("button-name", FAULT);
      assertThat(Axe.violationsOfItsOwnRules(page))
          .singleElement()
          .asString()
          .contains("button-name", FAULT);
    }
  }

  @Test
  void faultOfAFrameOnAnotherSite_isFound() {
    try (HostSite site = new HostSite();
        HostSite other = new HostSite();
        Page page = chromium.browser().newPage()) {
      String there = other.page("/", FAULT, STRICT).url().replace("localhost", "127.0.0.1");
      page.navigate(site.page("/", "<iframe title=x src=" + there + "></iframe>", STRICT).url());

      assertThat(Axe.violations(page)).anyMatch(found -> found.startsWith("button-name"));
    }
  }

  @Test
  void pageWithoutAFault_passes() {
    try (HostSite site = new HostSite();
        Page page = chromium.browser().newPage()) {
      page.navigate(site.page("/", "<button>Да</button>", STRICT).url());

      assertThat(Axe.violations(page)).isEmpty();
      assertThat(Axe.violationsOfItsOwnRules(page)).isEmpty();
    }
  }
}
