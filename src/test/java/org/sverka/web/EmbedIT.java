package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;
import org.sverka.web.page.EmbedOptions;
import org.sverka.web.page.EmbedScript;

/** What other sites take, over real HTTP. */
class EmbedIT {
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(FakePublished.sample("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /**
   * Pages name a version by its digest. If this fails, a script that went out was changed: put it
   * back, and make the change in a file with the next number.
   */
  @Test
  void versionsThatWentOut_areNeverChanged() throws Exception {
    Map<String, String> digests = new TreeMap<>();
    Path folder = Path.of("src/main/resources/org/sverka/web/embed");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        digests.put(file.getFileName().toString(), Components.integrity(Files.readAllBytes(file)));
      }
    }

    assertThat(digests)
        .isEqualTo(
            Map.of(
                "1.js", "sha384-j9kyhXv0YiqVQHyCS+hrBsGK4WQPGkFmjj7FEPY2dxQvvYai6CgS8LzyA9kd4d53",
                "2.js", "sha384-fBNDHTWq9CMyhe78kuE8ThmIxH56ygSjU5YhQtp/Rbof9ZgsaO6qcO+qFemzOz7v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:8467397d89d5a562", "2:a144a48db2f11c48"})
  void everyVersionThatWentOut_isStillThere(String version) throws Exception {
    String[] parts = version.split(":");

    assertThat(served.bytes("/embed/" + parts[1] + ".js").body())
        .isEqualTo(
            Files.readAllBytes(
                Path.of("src/main/resources/org/sverka/web/embed", parts[0] + ".js")));
  }

  @Test
  void version_isForAllSitesAndForGood() {
    EmbedScript script = new Components("", Instant.EPOCH).script();
    HttpResponse<byte[]> response = served.bytes(script.path());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(script.path()).matches("/embed/[0-9a-f]{16}\\.js");
    assertThat(Components.integrity(response.body())).isEqualTo(script.integrity());
    assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void newestScript_isAskedForAgainAfterMinutes() {
    HttpResponse<byte[]> response = served.bytes("/embed.js");

    assertThat(response.body())
        .isEqualTo(served.bytes(new Components("", Instant.EPOCH).script().path()).body());
    assertThat(header(response, "Cache-Control"))
        .startsWith("public, max-age=300, ")
        .contains("stale-if-error");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void script_isSmall() {
    assertThat(served.bytes("/embed.js", "Accept-Encoding", "gzip").body().length)
        .isLessThan(8_500);
  }

  @Test
  void unknownVersion_is404() {
    assertThat(served.get("/embed/0123456789abcdef.js").statusCode()).isEqualTo(404);
    assertThat(served.get("/embed/0123456789abcdef.js?ver=6.4").statusCode()).isEqualTo(404);
  }

  /** WordPress appends {@code ?ver=} to every script by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"?ver=6.4", "?x", "?", "?ver=%00", "?a=1&a=1"})
  void queryOfAFile_changesNothing(String query) {
    String script = new Components("", Instant.EPOCH).script().path();
    for (String path : List.of("/embed.js", script, "/one/progress.png", "/openapi.json")) {
      HttpResponse<byte[]> plain = served.bytes(path);
      HttpResponse<byte[]> asked = served.bytes(path + query);

      assertThat(asked.statusCode()).as(path).isEqualTo(200);
      assertThat(asked.body()).isEqualTo(plain.body());
      for (String name : List.of("ETag", "Cache-Control", "Content-Type")) {
        assertThat(header(asked, name)).as(name).isEqualTo(header(plain, name));
      }
    }
  }

  @Test
  void documentation_namesEveryAttributeVariableAndPart() throws Exception {
    String script = served.get("/embed.js").body();
    String documented = Files.readString(Path.of("docs/embedding.md"));
    Matcher used =
        Pattern.compile("var\\((--sverka-(?:status-0|[a-rt-z]\\w+))|part: '(\\w+)'")
            .matcher(script);

    assertThat(EmbedOptions.NAMES).allSatisfy(name -> assertThat(documented).contains(name));
    assertThat(used.results().map(match -> match.group(match.group(1) == null ? 2 : 1)))
        .hasSizeGreaterThan(12)
        .allSatisfy(name -> assertThat(documented).contains(name));
  }

  @Test
  void fragment_isSafeHtmlWithAbsoluteLinks() {
    HttpResponse<String> response = served.get("/one/fragment?section=7");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "ETag")).isNotEmpty();
    assertThat(response.body())
        .startsWith("<div class=\"sverka\" lang=\"ru\">")
        .contains("волонтёрства")
        .contains("href=\"https://sverka.example/one?section=7\"")
        .contains("href=\"https://sverka.example/one/measures/7.6\"")
        .contains("href=\"https://sverka.example/one/log/8\"")
        .contains("Обновлено 23.11.2026 14:16 МСК")
        .contains("aria-level=\"3\"")
        .doesNotContain("бизнес-миссий")
        .doesNotContain("<script")
        .doesNotContain("href=\"/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/one/fragment", "/one/frame"})
  void footOfASelection_leadsToTheWholeRoadmap(String path) {
    assertThat(served.get(path + "?section=7").body())
        .contains("<a href=\"https://sverka.example/one\" target=\"_top\">Дорожная карта целиком");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?view=compact", "?view=summary", "?status=postponed"})
  void fragment_saysByItsEndThatItIsWhole(String query) {
    String body = served.get("/one/fragment" + query).body();
    List<Integer> ends =
        Pattern.compile("</p>\\s*</div>").matcher(body).results().map(MatchResult::end).toList();

    assertThat(ends).containsExactly(body.stripTrailing().length());
  }

  @Test
  void fragment_namesEachHeldColumnWithALinkToItsOwnEntry() {
    FakePublished roadmap = FakePublished.sample("held");
    roadmap.refuse("7.6", "progress.spb", "", "=A1", "formula");
    long entry = roadmap.state().revision();
    try (Served serving = new Served(roadmap)) {
      assertThat(serving.get("/held/fragment?section=7").body())
          .contains("/held/log/8\" target=\"_top\">«Статус» — прежнее значение: почему</a>")
          .containsPattern(
              "/held/log/" + entry + "\" target=\"_top\">«Ход исполнения.*» — прежнее значение");
    }
  }

  @Test
  void fragment_takesTheFiltersOfTheFeed() {
    assertThat(served.get("/one/fragment?status=recurring&party=spb&year=2023").body())
        .contains("волонтёрства")
        .doesNotContain("Женщина года");
    assertThat(served.get("/one/fragment?status=postponed").body())
        .contains("Таких мероприятий нет");
    assertThat(served.get("/one/fragment?view=summary&heading=2").body())
        .contains("aria-level=\"2\"")
        .doesNotContain("волонтёрства");
    assertThat(served.get("/one/fragment?view=compact").body())
        .contains("волонтёрства")
        .doesNotContain("Комитет");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status=fertig", "sttus=done", "view=wide", "heading=1", "heading=x", "since=1"})
  void unknownFilterOfAFragment_is400WithWhatThereIs(String query) {
    HttpResponse<String> response = served.get("/one/fragment?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.body()).contains("\"allowed\":[");
  }

  @Test
  void frame_mayBeFramedByAnybodyAndRunsNothing() {
    HttpResponse<String> response = served.get("/one/frame?section=7");

    assertThat(header(response, "Content-Security-Policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'none';"
                + " base-uri 'none'");
    assertThat(header(response, "X-Frame-Options")).isEmpty();
    assertThat(response.body()).startsWith("<!doctype html>").contains("target=\"_top\"");
  }

  @Test
  void pageForWebmasters_showsWhatToCopy() {
    String page = served.get("/one/embed?section=7&status=recurring&q=&heading=2").body();

    assertThat(unescaped(page))
        .contains(
            "<sverka-roadmap roadmap=\"one\" section=\"7\" status=\"recurring\" heading=\"2\">\n"
                + "  <a href=\"https://sverka.example/one?section=7&status=recurring\">")
        .contains("integrity=\"" + new Components("", Instant.EPOCH).script().integrity())
        .contains(
            "<iframe src=\"https://sverka.example/one/frame?section=7&status=recurring&heading=2\"")
        .contains(
            "})('https://sverka.example/one/fragment?section=7&status=recurring&heading=2'); ?>")
        .contains(
            "<!--#include virtual=\"/sverka/fragment?section=7&status=recurring&heading=2\" -->")
        .contains("proxy_pass https://sverka.example/one/fragment;");
  }

  @Test
  void hostileSearch_staysInItsAttribute() {
    String page = served.get("/one/embed?q=%22%3E%3Cscript%3E%27").body();

    assertThat(page).doesNotContain("<script>'").contains(" q=\"&amp;#34;");
    assertThat(page).contains("})('https://sverka.example/one/fragment?q=%22%3E%3C");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replace("&amp;", "&");
  }
}
