package org.sverka.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web component with a feed that is down, slow, gone or nonsense. */
class EmbedFaultsInBrowserIT extends EmbedTestBase {
  private static final String WRONG_INSIDE =
      "{\"roadmap\":{\"id\":\"one\",\"title\":\"Карта\"},\"revision\":\"no\","
          + "\"sections\":[{\"number\":\"1\",\"title\":null,\"measures\":[{}]}]}";

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
  void f84_neverSeenAndDown_isSaidWhereThePageHasItsLink() {
    host.fail("/api/v1/roadmaps/one");
    putScript();
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
    putScript();
    visit("<sverka-roadmap roadmap=one></sverka-roadmap><script src=/embed.js></script>", Map.of());
    assertThat(element()).containsText("недоступна");

    page.waitForTimeout(1_000);

    assertThat(host.asked("/api/v1/roadmaps/one")).hasSize(1);
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
        "{\"roadmap\":{\"id\":\"one\"},\"sections\":{}}",
        WRONG_INSIDE
      })
  void whatIsNoFeed_isNotShown(String answer) {
    visitStandIn(answer);

    assertThat(element()).containsText("Дорожная карта сейчас недоступна");
    assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
  }

  /** A server in between that answers in our place must not take away what the browser has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"revision\":[^,]*, | \"revision\":\"no\",",
        "\"revision\":[^,]*, | ''",
        "\"title\":\"[^\"]*\" | \"title\":7",
        "\"changedAt\":\"[^\"]*\" | \"changedAt\":null",
        "\"byStatus\":\\{[^}]*} | \"byStatus\":{\"done\":\"<i>\"}",
        "\"summary\":\\{[^}]*}} | \"summary\":null",
        "\"measures\":\\[.* | \"measures\":[{}]}]}",
        "\"measures\":\\[.* | \"measures\":[null]}]}",
        "\"measures\":\\[.* | \"measures\":{}}]}",
        "\"sections\":\\[.* | \"sections\":[null]}"
      })
  void answerThatIsBrokenInside_countsAsNone(String part, String broken) {
    String feed = feed();
    visitStandIn(feed);
    assertThat(measures()).hasCount(2);
    String answer = feed.replaceFirst("(?s)" + part, Matcher.quoteReplacement(broken));
    assertThat(answer).isNotEqualTo(feed);
    host.data("/api/v1/roadmaps/one", answer, "\"broken\"");

    page.reload();

    assertThat(element()).containsText("Нет связи с источником. Показаны сведения на 23.11.2026");
    assertThat(measures()).hasCount(2);
  }

  @Test
  void f84_feedWithWrongTypes_isShownAsFarAsItGoes() {
    visitStandIn(
        "{\"roadmap\":{\"id\":\"../x\",\"title\":\"\",\"statuses\":7,\"parties\":[null]},"
            + "\"revision\":1,\"changedAt\":\"<b>\",\"summary\":{\"byStatus\":{\"x\":2}},"
            + "\"sections\":[{\"number\":\"1\",\"title\":\"\","
            + "\"measures\":[{\"number\":\"1.1\",\"text\":\"Есть\","
            + "\"status\":[],\"held\":[7],\"evidence\":[7],\"term\":7,\"progress\":\"x\"}]}]}");

    assertThat(element()).containsText("Есть");
    assertThat(element().locator(".foot a").last()).hasAttribute("href", host.url() + "/..%2Fx");
    assertThat(complaints).isEmpty();
  }
}
