package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;
import static org.sverka.web.Served.link;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.roadmap.Roadmap;
import org.sverka.testing.FakePublished;

/** Where answers lead on to. */
class LinksIT {
  private static final String ROADMAPS = "/api/v1/roadmaps";
  private static final String FEED = ROADMAPS + "/one";
  private static final Pattern LINK =
      Pattern.compile("<([^>]*)>; rel=\"[a-z-]+\"(?:; type=\"([^\"]+)\")?");

  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(FakePublished.sample("one"), FakePublished.sample("two"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ROADMAPS,
        FEED,
        FEED + "?section=7&status=done",
        FEED + "?q=%D1%84%D0%BE%D1%80%D1%83%D0%BC&year=2026",
        FEED + "?at=5&section=7",
        FEED + "?since=5",
        FEED + "/measures/1.2",
        FEED + "/summary",
        FEED + "/changes?limit=2&column=status",
        FEED + "/changes/5",
        FEED + ".csv?at=5&status=done",
        FEED + "/changes.csv?limit=2",
        FEED + "/changes.xlsx?section=7",
        FEED + "/datapackage.json",
        "/one/log/compare.csv",
        "/one/log/compare.csv?from=2026-11-23&to=2026-11-24",
        "/one/log/compare.csv?since=2&revision=5",
        "/one/changes.atom",
        "/one/changes.json"
      })
  void link_leadsToWhatItSays(String path) {
    HttpResponse<String> response = served.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    String links = header(response, "Link");
    assertThat(links).isNotEmpty();
    assertThat(LINK.matcher(links).replaceAll("")).as(links).matches("(, )*");
    for (MatchResult found : LINK.matcher(links).results().toList()) {
      String address = found.group(1).replace("https://sverka.example", "");
      HttpResponse<String> target = served.get(address);

      assertThat(target.statusCode()).as(address).isEqualTo(200);
      if (found.group(2) != null) {
        assertThat(header(target, "Content-Type")).as(address).startsWith(found.group(2));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    ROADMAPS + ", roadmaps",
    FEED + ", feed",
    FEED + "/measures/1.2, measure",
    FEED + "/summary, summary",
    FEED + "/changes, changes",
    FEED + "/changes/5, entry",
    FEED + "/datapackage.json, datapackage"
  })
  void document_namesItsSchemaAndTheDescriptionOfTheInterface(String path, String schema) {
    HttpResponse<String> response = served.get(path);

    assertThat(link(response, "describedby")).isEqualTo("/schemas/" + schema + ".json");
    assertThat(link(response, "service-desc")).isEqualTo("/openapi.json");
  }

  @Test
  void table_namesItsDataPackage() {
    for (String table : new String[] {FEED + ".csv", FEED + "/changes.csv"}) {
      assertThat(link(served.get(table), "describedby")).isEqualTo(FEED + "/datapackage.json");
    }
  }

  @Test
  void filteredFeed_leadsToTheSameSelectionInOtherForms() {
    assertThat(header(served.get(FEED + "?status=done&section=7"), "Link"))
        .contains("<" + FEED + ".csv?section=7&status=done>; rel=\"alternate\"; type=\"text/csv\"")
        .contains("</one?section=7&status=done>; rel=\"alternate\"; type=\"text/html\"");
  }

  @Test
  void formerState_leadsToTheNewestOfTheSameSelection() {
    assertThat(link(served.get(FEED + "?at=5&section=7"), "latest-version"))
        .isEqualTo(FEED + "?section=7");
    assertThat(link(served.get(FEED + "?section=7"), "latest-version")).isEmpty();
  }

  /** The end of a day that is not over lies in the future, and can't be asked for. */
  @ParameterizedTest
  @ValueSource(strings = {FEED, FEED + ".csv"})
  void stateOfToday_leadsToTheDayAsItWasAsked(String path) {
    String today = LocalDate.now(ZoneId.of("Europe/Moscow")).toString();

    HttpResponse<String> response = served.get(path + "?at=" + today);

    String alternate = link(response, "alternate");
    assertThat(alternate).endsWith("?at=" + today);
    assertThat(served.get(alternate).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"section=7", "body=spb-social"})
  void formerState_leadsToNoSelectionThatTheRoadmapHasNoMore(String filter) throws Exception {
    FakePublished roadmap = FakePublished.sample("three");
    long before = roadmap.state().revision();
    Roadmap old = roadmap.roadmap();
    roadmap.adopt(
        new Roadmap(
            old.id(),
            old.title(),
            old.period(),
            old.parties(),
            old.bodies().stream().filter(body -> !body.key().equals("spb-social")).toList(),
            old.sections().stream().filter(section -> section.number().equals("1")).toList()));
    try (Served later = new Served(roadmap)) {
      HttpResponse<String> gone = later.get(ROADMAPS + "/three?at=" + before + "&" + filter);
      HttpResponse<String> there = later.get(ROADMAPS + "/three?section=1&at=" + before);

      assertThat(gone.statusCode()).isEqualTo(200);
      assertThat(link(gone, "alternate")).isNotEmpty();
      assertThat(link(gone, "latest-version")).isEmpty();
      assertThat(link(there, "latest-version")).isEqualTo(ROADMAPS + "/three?section=1");
    }
  }

  @Test
  void measuresAndEntries_leadToTheirNeighbours() {
    HttpResponse<String> measure = served.get(FEED + "/measures/1.2");
    HttpResponse<String> entry = served.get(FEED + "/changes/5");

    assertThat(link(measure, "prev")).isEqualTo(FEED + "/measures/1.1");
    assertThat(link(measure, "collection")).isEqualTo(FEED);
    assertThat(link(served.get(FEED + "/measures/1.1"), "prev")).isEmpty();
    assertThat(link(entry, "prev")).isEqualTo(FEED + "/changes/4");
    assertThat(link(entry, "next")).isEqualTo(FEED + "/changes/6");
    assertThat(link(served.get(FEED + "/changes/11"), "next")).isEmpty();
  }

  /** All headers have to fit into the 4,096 bytes that a proxy has for them. */
  @Test
  void longestSearch_isNotRepeatedInTheLinks() {
    String search = "%D1%84".repeat(200);

    HttpResponse<String> response = served.get(FEED + "?q=" + search);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(link(response, "describedby")).isNotEmpty();
    assertThat(response.headers().map().toString()).hasSizeLessThan(2_500);
  }
}
