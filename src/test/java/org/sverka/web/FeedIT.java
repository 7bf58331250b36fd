package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sverka.web.Served.header;
import static org.sverka.web.Served.link;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Sample;

/** The feed over real HTTP. */
class FeedIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FEED = "/api/v1/roadmaps/one";

  private final FakePublished one = FakePublished.sample("one");
  private final FakePublished two = new FakePublished(Sample.roadmap("two"));
  private Served served;
  private Schemas schemas;

  @BeforeEach
  void start() throws Exception {
    served = new Served(one, two);
    schemas = new Schemas(path -> served.get(path).body());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static List<String> numbers(String feed) throws Exception {
    List<String> numbers = new ArrayList<>();
    for (JsonNode section : JSON.readTree(feed).get("sections")) {
      section.get("measures").forEach(measure -> numbers.add(measure.get("number").asText()));
    }
    return numbers;
  }

  @Test
  void wholeFeed_hasTheShapeOfTheContract() throws Exception {
    HttpResponse<String> response = served.get(FEED);

    assertThat(response.statusCode()).isEqualTo(200);
    schemas.check("feed", response.body());
    JsonNode feed = JSON.readTree(response.body());
    assertThat(feed.fieldNames())
        .toIterable()
        .containsExactly(
            "roadmap", "revision", "changedAt", "staleSince", "summary", "sections", "removed");
    assertThat(feed.get("sections").get(0).get("measures").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "number",
            "text",
            "responsible",
            "term",
            "status",
            "progress",
            "completedOn",
            "evidence",
            "changedAt",
            "held",
            "bodies");
    assertThat(feed.get("revision").asLong()).isEqualTo(one.state().revision());
    assertThat(feed.get("summary").toString())
        .isEqualTo(
            "{\"measures\":6,\"byStatus\":{\"not-started\":3,\"in-progress\":1,\"done\":1,"
                + "\"recurring\":1,\"postponed\":0}}");
    assertThat(feed.get("staleSince").isNull()).isTrue();
  }

  @Test
  void heldColumn_isNamedWithItsReason() throws Exception {
    HttpResponse<String> response = served.get(FEED + "/measures/7.6");

    schemas.check("measure", response.body());
    assertThat(JSON.readTree(response.body()).get("held").toString())
        .isEqualTo(
            "[{\"column\":\"status\",\"since\":\"2026-11-23T11:13:02.250Z\","
                + "\"rules\":[\"status-vocabulary\"],\"entry\":8}]");
  }

  @Test
  void commit_isVisibleWithANewTagAtOnce() throws Exception {
    String before = header(served.get(FEED), "ETag");

    one.accept("7.6", "progress.spb", "", "Проведён форум", "Проведён форум");

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    HttpResponse<String> response = served.get(FEED);
    while (header(response, "ETag").equals(before) && System.nanoTime() < deadline) {
      response = served.get(FEED);
    }
    assertThat(header(response, "ETag")).startsWith("\"" + one.state().revision() + "-");
    assertThat(response.body()).contains("Проведён форум");
  }

  @Test
  void staleSheet_changesBodyAndTagButNotTheRevision() throws Exception {
    String before = header(served.get(FEED), "ETag");

    one.stale(Optional.of(Instant.parse("2026-11-23T12:00:00Z")));

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    HttpResponse<String> response = served.get(FEED);
    while (header(response, "ETag").equals(before) && System.nanoTime() < deadline) {
      response = served.get(FEED);
    }
    JsonNode feed = JSON.readTree(response.body());
    assertThat(feed.get("staleSince").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(header(response, "ETag")).startsWith(before.substring(0, 4));
  }

  @Test
  void restart_givesTheSameBytesAndTag() {
    try (Served again = new Served(FakePublished.sample("one"))) {
      HttpResponse<String> first = served.get(FEED);
      HttpResponse<String> second = again.get(FEED);

      assertThat(second.body()).isEqualTo(first.body());
      assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
    }
  }

  @Test
  void gzip_isTheSameContentUnderItsOwnTag() throws Exception {
    HttpResponse<byte[]> plain = served.bytes(FEED);
    HttpResponse<byte[]> gzip = served.bytes(FEED, "Accept-Encoding", "gzip");

    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(header(gzip, "ETag")).isNotEqualTo(header(plain, "ETag"));
    assertThat(header(gzip, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(served.get(FEED, "If-None-Match", header(gzip, "ETag")).statusCode()).isEqualTo(200);
  }

  @Test
  void brotli_isTheSameContentUnderItsOwnTag() throws Exception {
    assumeTrue(Brotli4jLoader.isAvailable(), "No Brotli library for this platform");
    HttpResponse<byte[]> plain = served.bytes(FEED);
    HttpResponse<byte[]> brotli = served.bytes(FEED, "Accept-Encoding", "gzip, br");

    assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
    assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
    assertThat(header(brotli, "ETag")).isEqualTo(header(plain, "ETag").replaceAll("\"$", "-br\""));
    assertThat(
            served
                .get(FEED, "Accept-Encoding", "br", "If-None-Match", header(brotli, "ETag"))
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void knownTag_gets304WithoutBody() {
    String etag = header(served.get(FEED), "ETag");

    for (String tags : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<String> response = served.get(FEED, "If-None-Match", tags);
      assertThat(response.statusCode()).as(tags).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(header(response, "ETag")).isEqualTo(etag);
      assertThat(header(response, "Sverka-Checked-At")).isNotEmpty();
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    }
  }

  @Test
  void severalLinesOfTags_areOneList() {
    String etag = header(served.get(FEED), "ETag");

    assertThat(served.get(FEED, "If-None-Match", "\"x\"", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(served.get(FEED, "If-None-Match", "\"x\"", "If-None-Match", "\"y\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void tagThatMustBeThere_isAConditionOfTheAnswer() {
    String etag = header(served.get(FEED), "ETag");

    assertThat(served.get(FEED, "If-Match", etag).statusCode()).isEqualTo(200);
    assertThat(served.get(FEED, "If-Match", "\"x\"", "If-Match", etag).statusCode()).isEqualTo(200);
    assertThat(served.get("/nothing", "If-Match", "\"x\"").statusCode()).isEqualTo(404);
    assertThat(served.get("/one", "If-Match", "\"x\"").statusCode()).isEqualTo(412);
    HttpResponse<String> refused = served.get(FEED, "If-Match", "\"x\"", "If-None-Match", etag);
    assertThat(refused.statusCode()).isEqualTo(412);
    schemas.check("problem", refused.body());
  }

  @Test
  void optionsOfWhatIsNotThere_is404() {
    assertThat(served.send("OPTIONS", "/nope").statusCode()).isEqualTo(404);
    assertThat(served.send("OPTIONS", "/api/v1/roadmaps/%6Fne").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%c0%af", "%ff", "%00", "%0a"})
  void addressThatIsNoText_isRefusedWhateverTheMethodAsks(String name) {
    for (String method : List.of("GET", "HEAD", "OPTIONS")) {
      HttpResponse<String> refused = served.send(method, "/api/v1/roadmaps/" + name + ".csv");

      assertThat(refused.statusCode()).as(method).isEqualTo(400);
      assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void everyAnswer_saysWhenTheSheetWasRead() {
    one.checked(Optional.of(Instant.parse("2026-11-23T12:34:56Z")));
    two.checked(Optional.of(Instant.parse("2026-11-23T10:00:00Z")));

    assertThat(header(served.get(FEED), "Sverka-Checked-At")).isEqualTo("2026-11-23T12:34:56Z");
    assertThat(header(served.get(FEED + "?x=y"), "Sverka-Checked-At"))
        .isEqualTo("2026-11-23T12:34:56Z");
    assertThat(header(served.get("/nothing"), "Sverka-Checked-At"))
        .isEqualTo("2026-11-23T10:00:00Z");
    assertThat(header(served.send("OPTIONS", FEED), "Sverka-Checked-At"))
        .isEqualTo("2026-11-23T12:34:56Z");
  }

  @Test
  void listOfRoadmaps_namesEachWithItsFreshness() throws Exception {
    HttpResponse<String> response = served.get("/api/v1/roadmaps");

    schemas.check("roadmaps", response.body());
    JsonNode list = JSON.readTree(response.body()).get("roadmaps");
    assertThat(list.findValuesAsText("id")).containsExactly("one", "two");
    assertThat(list.get(1).get("checkedAt").asText()).isEqualTo("2026-11-23T11:05:02.250Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "section=7|7.5,7.6",
        "status=done|1.2",
        "status=not-started&section=7|7.6",
        "year=2026|1.1,1.2,7.6,9.1,9.10",
        "party=kaliningrad&section=9|9.10",
        "body=kgd-economy|1.1,1.2",
        "body=%D0%9A%D0%BE%D0%BC%D0%B8%D1%82%D0%B5%D1%82+%D0%BF%D0%BE+%D1%81%D0%BE%D1%86%D0%B8%D0%B0%D0%BB%D1%8C%D0%BD%D0%BE%D0%B9+%D0%BF%D0%BE%D0%BB%D0%B8%D1%82%D0%B8%D0%BA%D0%B5+%D0%A1%D0%B0%D0%BD%D0%BA%D1%82-%D0%9F%D0%B5%D1%82%D0%B5%D1%80%D0%B1%D1%83%D1%80%D0%B3%D0%B0|7.5,7.6,9.1",
        "party=spb&body=kgd-economy|1.1,1.2",
        "q=%D0%92%D0%9E%D0%9B%D0%9E%D0%9D%D0%A2%D0%95%D0%A0|7.5",
        "q=7.6|7.6"
      })
  void filter_keepsWhatPasses(String example) throws Exception {
    String[] halves = example.split("\\|", -1);

    HttpResponse<String> response = served.get(FEED + "?" + halves[0]);

    schemas.check("feed", response.body());
    assertThat(String.join(",", numbers(response.body()))).isEqualTo(halves[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sttus=done",
        "status=fertig",
        "status=",
        "section=99",
        "year=1999",
        "party=msk",
        "body=nobody",
        "q=",
        "q=+",
        "status=done&status=done",
        "status",
        "=x",
        "q=%ff",
        "q=%00",
        "q=%c0%af",
        "&",
        "section=7&",
        "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9"
      })
  void unknownFilter_isRefusedWithWhatThereIs(String query) throws Exception {
    HttpResponse<String> response = served.get(FEED + "?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    schemas.check("problem", response.body());
  }

  @Test
  void search_isCountedInCharacters() {
    String rocket = "%F0%9F%9A%80";

    assertThat(served.get(FEED + "?q=" + rocket.repeat(200)).statusCode()).isEqualTo(200);
    assertThat(served.get(FEED + "?q=" + rocket.repeat(201)).statusCode()).isEqualTo(400);
  }

  @Test
  void changes_pageByNumberUntilTheEnd() throws Exception {
    List<Long> seen = new ArrayList<>();
    String path = FEED + "/changes?limit=4";
    while (!path.isEmpty()) {
      HttpResponse<String> response = served.get(path);
      schemas.check("changes", response.body());
      JsonNode page = JSON.readTree(response.body());
      page.get("entries").forEach(entry -> seen.add(entry.get("seq").asLong()));
      path = link(response, "next");
      assertThat(path.isEmpty()).isEqualTo(page.get("next").isNull());
    }
    assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=9|10,11",
        "measure=7.6|8,9",
        "column=status&verdict=accepted|2,3,6",
        "rule=formula|11",
        "party=kaliningrad|11",
        "until=2026-11-23T11:08:00Z|1,2",
        "since=2026-11-23T14:15:30%2B03:00|11",
        "since=2026-11-24|",
        "after=999999999999|",
        "section=7|6,8,9",
        "type=repair|9",
        "severity=error|8,11",
        "section=7&severity=error|8"
      })
  void changes_filter(String example) throws Exception {
    String[] halves = example.split("\\|", -1);

    HttpResponse<String> response = served.get(FEED + "/changes?" + halves[0]);

    schemas.check("changes", response.body());
    JsonNode entries = JSON.readTree(response.body()).get("entries");
    assertThat(String.join(",", entries.findValuesAsText("seq"))).isEqualTo(halves[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0", "limit=501", "limit=-1", "limit=1e2", "after=-1", "after=9223372036854775808",
        "after=NaN", "measure=7", "column=colour", "verdict=maybe", "rule=%3Cb%3E", "party=msk",
        "since=yesterday", "until=2026-13-40", "section=0", "type=x", "severity=bad", "body=1"
      })
  void changes_refuseWhatTheyDoNotKnow(String query) {
    HttpResponse<String> response = served.get(FEED + "/changes?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    schemas.check("problem", response.body());
  }

  @Test
  void oneEntry_isTheSameAsOnItsPage() throws Exception {
    HttpResponse<String> entry = served.get(FEED + "/changes/8");
    HttpResponse<String> page = served.get(FEED + "/changes?after=7&limit=1");

    schemas.check("entry", entry.body());
    assertThat(page.body()).contains(entry.body());
  }

  @Test
  void samePageAskedTwice_readsTheLogOnce() {
    int before = one.memoryLog().reads();

    assertThat(served.get(FEED + "/changes?limit=7").statusCode()).isEqualTo(200);
    assertThat(served.get(FEED + "/changes?limit=7").statusCode()).isEqualTo(200);

    assertThat(one.memoryLog().reads()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/roadmaps/three",
        "/api/v1/roadmaps/one/",
        "/api/v1/roadmaps/one/measures/99.9",
        "/api/v1/roadmaps/one/measures/",
        "/api/v1/roadmaps/one/changes/0",
        "/api/v1/roadmaps/one/changes/12",
        "/api/v1/roadmaps/one/changes/99999999999999999999",
        "/api/v1/",
        "/schemas/none.json",
        "/schemas/../openapi.json",
        "/schemas/%2e%2e/openapi.json",
        "/api/v1/roadmaps/one%2Fchanges/%2e%2e"
      })
  void unknownAddress_is404(String path) {
    HttpResponse<String> response = served.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    schemas.check("problem", response.body());
    assertThat(served.get("/schemas/feed.json").statusCode()).isEqualTo(200);
  }

  @Test
  void encodedAddress_isTheSameAddress() {
    assertThat(served.get("/api/v1/roadmaps/%6Fne").body()).isEqualTo(served.get(FEED).body());
  }

  @Test
  void head_isGetWithoutBody() {
    for (String path : List.of(FEED, FEED + "?section=7", FEED + "/changes", "/", "/nothing")) {
      HttpResponse<String> get = served.get(path);
      HttpResponse<String> head = served.send("HEAD", path);

      assertThat(head.body()).isEmpty();
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      for (String name : List.of("ETag", "Content-Length", "Content-Type", "Last-Modified")) {
        assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
  void otherMethods_are405(String method) {
    HttpResponse<String> response = served.send(method, FEED);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    schemas.check("problem", response.body());
  }

  @Test
  void preflight_letsEveryOriginRead() {
    HttpResponse<String> response =
        served.send(
            "OPTIONS",
            FEED,
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "GET");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void hostileTexts_stayTextsInJson() throws Exception {
    HttpResponse<String> feed = served.get(FEED);
    HttpResponse<String> changes = served.get(FEED + "/changes");

    assertThat(feed.body() + changes.body()).doesNotContain("<").doesNotContain("\u2028");
    assertThat(JSON.readTree(feed.body()).findValuesAsText("spb"))
        .contains(org.sverka.testing.Hostile.ALL);
  }
}
