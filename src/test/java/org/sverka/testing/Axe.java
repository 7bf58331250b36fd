package org.sverka.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks whether people with disabilities can use a page. axe is brought in through the debugger,
 * which a strict page policy does not stop, and says in the page itself what it has found: all that
 * it has looked at would be some megabytes.
 */
public final class Axe {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The frames of a page may be of other origins, and are part of what one sees. */
  private static final String SCRIPT =
      "() => {"
          + AxeBuilder.getAxeScript()
          + ";axe.configure({allowedOrigins: ['<unsafe_all_origins>']});}";

  private static final String RUN =
      """
      async (options) => {
        const results = await axe.run(document, {...options, resultTypes: ['violations']});
        return {
          passes: results.passes.length,
          violations: results.violations.map((rule) =>
            `${rule.id} (${rule.impact}): ${rule.help} ${rule.nodes[0].html}`),
        };
      }
      """;

  private Axe() {}

  /** Everything that axe finds against WCAG 2.2 AA, and against good practice beyond it. */
  public static List<String> violations(Page page) {
    return violations(page, Map.of("runOnly", Map.of("type", "tag", "values", WCAG)));
  }

  /** Everything that axe finds by the rules that it goes by of itself. */
  public static List<String> violationsOfItsOwnRules(Page page) {
    return violations(page, Map.of());
  }

  private static List<String> violations(Page page, Map<String, ?> options) {
    for (Frame frame : page.frames()) {
      if (frame.evaluate("typeof axe").equals("undefined")) {
        Object unused = frame.evaluate(SCRIPT);
      }
    }
    Map<?, ?> found = (Map<?, ?>) page.evaluate(RUN, options);
    assertThat((Integer) found.get("passes")).as("what axe has looked at").isPositive();
    return Stream.of(found.get("violations"))
        .flatMap(violations -> ((List<?>) violations).stream())
        .map(String.class::cast)
        .toList();
  }
}
