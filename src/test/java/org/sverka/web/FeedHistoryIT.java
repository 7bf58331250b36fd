package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.rule.Verdict;
import org.sverka.testing.FakePublished;

/** What changed in the feed, and how it was. */
class FeedHistoryIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FEED = "/api/v1/roadmaps/one";

  private final FakePublished one = FakePublished.sample("one");
  private Served served;
  private Schemas schemas;

  @BeforeEach
  void start() throws Exception {
    served = new Served(one);
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

  @ParameterizedTest
  @ValueSource(strings = {"1999-01-01", "1999-01-01T00:00:00Z", "yesterday", "999"})
  void placeThatCanNotBeShown_isRefusedWithPlacesThatCan(String place) throws Exception {
    HttpResponse<String> refused = served.get(FEED + "?at=" + place);

    assertThat(refused.statusCode()).isEqualTo(400);
    for (JsonNode allowed : JSON.readTree(refused.body()).get("allowed")) {
      if (allowed.asText().startsWith("20")) {
        assertThat(served.get(FEED + "?at=" + allowed.asText()).statusCode())
            .as(allowed.asText())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void since_hasOnlyWhatChangedAfterIt() throws Exception {
    long then = one.state().revision();
    one.accept("7.5", "progress.spb", "", "Проведён форум", "Проведён форум");
    one.accept("1.2", "status", "Исполнено", "В работе", "in-progress");
    awaitRevision(one.state().revision());

    HttpResponse<String> all = served.get(FEED + "?since=" + then);
    HttpResponse<String> done = served.get(FEED + "?status=done&since=" + then);

    schemas.check("feed", all.body());
    schemas.check("feed", done.body());
    assertThat(numbers(all.body())).containsExactly("1.2", "7.5");
    assertThat(JSON.readTree(all.body()).get("removed")).isEmpty();
    assertThat(numbers(done.body())).isEmpty();
    assertThat(JSON.readTree(done.body()).get("removed").toString())
        .isEqualTo("[{\"number\":\"1.2\",\"reason\":\"not-in-filter\"}]");
  }

  @Test
  void at_isTheFeedAsItWasThen() throws Exception {
    long revision = one.state().revision();
    String then = served.get(FEED).body();
    one.accept("7.5", "progress.spb", "", "Проведён форум", "Проведён форум");
    awaitRevision(revision + 1);

    HttpResponse<String> byRevision = served.get(FEED + "?at=" + revision);
    HttpResponse<String> byMoment =
        served.get(FEED + "?at=" + JSON.readTree(then).get("changedAt").asText());

    assertThat(byRevision.body()).isEqualTo(then);
    assertThat(byMoment.body()).isEqualTo(then);
    assertThat(header(byRevision, "ETag")).startsWith("\"" + revision + "-");
    assertThat(served.get(FEED + "?at=" + (revision + 1)).body())
        .isEqualTo(served.get(FEED).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"since=13&at=13", "since=12&at=13", "since=11&at=12"})
  void numbersWithinOneTurn_meanTheRevisionBeforeIt(String query) throws Exception {
    one.together(
        () -> {
          one.accept("7.5", "progress.spb", "", "Проведён форум", "Проведён форум");
          one.accept("7.5", "status", "", "Исполнено", "done");
          one.accept("7.6", "progress.spb", "", "Проведён слёт", "Проведён слёт");
        });
    awaitRevision(14);

    HttpResponse<String> response = served.get(FEED + "?" + query);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).get("revision").asLong()).isEqualTo(11);
    assertThat(numbers(response.body())).isEmpty();
  }

  @Test
  void filterWithAt_isReadInTheWordsOfThatEdition() throws Exception {
    long before = one.state().revision();
    Roadmap roadmap = one.roadmap();
    Section section = roadmap.sections().get(0);
    one.adopt(
        new Roadmap(
            roadmap.id(),
            roadmap.title(),
            roadmap.period(),
            roadmap.parties(),
            roadmap.bodies(),
            List.of(new Section("77", section.title(), section.measures()))));
    awaitRevision(before + 1);

    assertThat(served.get(FEED + "?section=1").statusCode()).isEqualTo(400);
    assertThat(served.get(FEED + "?section=77").statusCode()).isEqualTo(200);
    HttpResponse<String> then = served.get(FEED + "?section=1&at=" + before);
    assertThat(then.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(then.body()).at("/sections/0/number").asText()).isEqualTo("1");
    HttpResponse<String> unknown = served.get(FEED + "?section=77&at=" + before);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(unknown.body()).path("allowed"))
        .extracting(JsonNode::asText)
        .contains("1")
        .doesNotContain("77");
    assertThat(served.get(FEED + ".csv?section=1&at=" + before).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "since=-1",
        "since=1e3",
        "since=NaN",
        "since=9223372036854775808",
        "since=999",
        "at=0",
        "at=999",
        "at=-1",
        "at=2026-13-40",
        "at=9999-12-31",
        "at=9999-12-31T00:00:00Z",
        "at=-999999999-01-01T00:00:00Z",
        "at=1999-01-01",
        "at=yesterday",
        "at=3&since=4"
      })
  void placeOutsideTheHistory_isRefusedWithWhatThereIs(String query) {
    HttpResponse<String> response = served.get(FEED + "?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    schemas.check("problem", response.body());
    assertThat(response.body()).contains("allowed");
  }

  @Test
  void sectionWithAnotherTitle_comesWithItsMeasures() throws Exception {
    long then = one.state().revision();
    one.adopt(retitled());
    awaitRevision(then + 1);

    JsonNode delta = JSON.readTree(served.get(FEED + "?since=" + then).body());

    assertThat(delta.get("sections")).hasSize(1);
    assertThat(delta.at("/sections/0"))
        .isEqualTo(JSON.readTree(served.get(FEED).body()).at("/sections/0"));
    assertThat(delta.at("/sections/0/title").asText()).endsWith(" (новая)");
  }

  private Roadmap retitled() {
    Roadmap all = one.roadmap();
    List<Section> sections = new ArrayList<>(all.sections());
    Section first = sections.get(0);
    sections.set(0, new Section(first.number(), first.title() + " (новая)", first.measures()));
    return new Roadmap(all.id(), all.title(), all.period(), all.parties(), all.bodies(), sections);
  }

  @Test
  void lastModified_isHonouredWhenThereIsNoTag() {
    String date = header(served.get(FEED), "Last-Modified");

    assertThat(served.get(FEED, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    assertThat(served.get(FEED, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    assertThat(served.get(FEED, "If-Modified-Since", date, "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void secondChangeWithinASecond_isNoticedByTheDateToo() {
    long then = one.state().revision();
    String date = header(served.get(FEED), "Last-Modified");
    one.enter(
        new Entry(
            then + 1,
            one.state().changedAt().plusMillis(200),
            EntryType.EDIT,
            "1.1",
            "progress.spb",
            "",
            "Проведён форум",
            Verdict.ACCEPTED,
            List.of(),
            "spb",
            PartyBasis.COLUMN,
            true));
    awaitRevision(then + 1);

    assertThat(header(served.get(FEED), "Last-Modified")).isEqualTo(date);
    assertThat(served.get(FEED, "If-Modified-Since", date).statusCode()).isEqualTo(200);
    try (Served restarted = new Served(one)) {
      assertThat(restarted.get(FEED, "If-Modified-Since", date).statusCode()).isEqualTo(200);
    }
    one.accept("1.1", "progress.spb", "Проведён форум", "Проведён слёт", "Проведён слёт");
    awaitRevision(then + 2);
    String later = header(served.get(FEED), "Last-Modified");
    assertThat(served.get(FEED, "If-Modified-Since", later).statusCode()).isEqualTo(304);
  }

  @Test
  void textErasedFromThePast_isNotKeptByTheDate() {
    String past = FEED + "?at=3";
    String date = header(served.get(past), "Last-Modified");
    assertThat(served.get(past, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    long then = one.state().revision();
    one.erase(2);
    awaitRevision(then + 1);

    assertThat(served.get(past, "If-Modified-Since", date).statusCode()).isEqualTo(200);
  }

  private void awaitRevision(long revision) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!header(served.get(FEED), "ETag").startsWith("\"" + revision + "-")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
  }
}
