package org.sverka.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Looks whether people with disabilities can use a page. axe brings its script in through the
 * debugger, which a strict page policy does not stop.
 */
public final class Axe {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Axe() {}

  /** Everything that axe finds against WCAG 2.2 AA, and against good practice beyond it. */
  public static List<String> violations(Page page) {
    AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
    assertThat(results.getPasses()).as("axe has looked").isNotEmpty();
    return results.getViolations().stream().map(Axe::describe).toList();
  }

  private static String describe(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }
}
