package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetNews;

/** Drive's log of changes and its pushes, over real HTTP. */
class DriveNewsIT {
  private static final String CHANGES = "/drive/v3/changes";
  private static final String START = CHANGES + "/startPageToken";
  private static final String WATCH = CHANGES + "/watch";
  private static final String STOP = "/drive/v3/channels/stop";
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final VirtualTime time = new VirtualTime();
  private final Kept place = new Kept();

  private static final class Kept implements PageToken {
    private String token = "";

    @Override
    public String load() {
      return token;
    }

    @Override
    public void save(String next) {
      token = next;
    }
  }

  private SheetNews news(String publicUrl) {
    return GoogleDrive.connect(
        Fixture.settings(server.baseUrl(), ""),
        Access.embedded(""),
        List.of(Fixture.SPREADSHEET),
        place,
        publicUrl,
        () -> NOW.plusNanos(time.currentTimeNanos()),
        time::currentTimeNanos);
  }

  private SheetNews silent() {
    return news("http://localhost:8080");
  }

  private SheetNews pushed() {
    return news("https://sverka.example/");
  }

  @BeforeEach
  void nothingHasHappened() {
    server.stubFor(get(urlPathEqualTo(START)).willReturn(json("{\"startPageToken\":\"660\"}")));
    onFile(false);
    onChanges("660", "{\"newStartPageToken\":\"660\",\"changes\":[]}");
  }

  private static void onChanges(String token, String body) {
    server.stubFor(
        get(urlPathEqualTo(CHANGES))
            .withQueryParam("pageToken", equalTo(token))
            .willReturn(json(body)));
  }

  private static void onFile(boolean trashed) {
    server.stubFor(
        get(urlPathEqualTo("/drive/v3/files/" + Fixture.SPREADSHEET))
            .willReturn(json("{\"id\":\"roadmap\",\"trashed\":" + trashed + "}")));
  }

  private void onWatch(Duration life) {
    server.stubFor(
        post(urlPathEqualTo(WATCH))
            .willReturn(
                json(
                    "{\"resourceId\":\"res\",\"expiration\":\""
                        + NOW.plusNanos(time.currentTimeNanos()).plus(life).toEpochMilli()
                        + "\"}")));
    server.stubFor(post(urlPathEqualTo(STOP)).willReturn(aResponse().withStatus(204)));
  }

  private static List<JsonNode> sent(String path) {
    return server.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
        .map(DriveNewsIT::body)
        .toList();
  }

  private static JsonNode body(LoggedRequest request) {
    try {
      return new ObjectMapper().readTree(request.getBody());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks for news where what they are does not matter. */
  private static void ask(SheetNews news) {
    assertThat(news.next()).isNotNull();
  }

  /** What Drive would send through a channel that was asked for. */
  private static Push through(JsonNode channel) {
    return new Push(channel.path("id").asText(), "res", channel.path("token").asText(), "change");
  }

  @Test
  void firstQuestion_takesThePlaceAndHasEverySheetLookedAt() {
    assertThat(silent().next().all()).isTrue();
    assertThat(place.token).isEqualTo("660");
  }

  @Test
  void change_isToldOnceAndOnlyOfOurFiles() {
    place.token = "17";
    onChanges(
        "17",
        "{\"nextPageToken\":\"18\",\"changes\":[{\"fileId\":\"other\",\"file\":{\"trashed\":true}}]}");
    onChanges(
        "18", "{\"newStartPageToken\":\"660\",\"changes\":[{\"fileId\":\"roadmap\",\"file\":{}}]}");
    SheetNews news = silent();

    SheetNews.News first = news.next();
    assertThat(first.all()).isFalse();
    assertThat(first.changed()).containsExactly("roadmap");
    assertThat(first.warnings()).containsOnlyKeys("roadmap").containsEntry("roadmap", "");
    assertThat(news.next().changed()).isEmpty();
    server.verify(0, getRequestedFor(urlPathEqualTo(START)));
  }

  @Test
  void restart_goesOnWhereItWas() {
    silent().next();
    onChanges(
        "660",
        "{\"newStartPageToken\":\"661\",\"changes\":[{\"fileId\":\"roadmap\",\"removed\":true}]}");

    assertThat(silent().next().changed()).containsExactly("roadmap");
    server.verify(1, getRequestedFor(urlPathEqualTo(START)));
    assertThat(place.token).isEqualTo("661");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410})
  void placeTooOld_beginsAnewWithALookAtEverything(int status) {
    place.token = "1";
    server.stubFor(
        get(urlPathEqualTo(CHANGES))
            .withQueryParam("pageToken", equalTo("1"))
            .willReturn(json(status, Bodies.error(status, "", "Invalid Value"))));

    assertThat(silent().next().all()).isTrue();
    assertThat(place.token).isEqualTo("660");
  }

  @Test
  void sheetInTheBin_isNamedAtTheStartAndTakenBackWhenRestored() {
    onFile(true);
    SheetNews news = silent();
    assertThat(news.next().warnings().get("roadmap")).contains("roadmap is in the bin");
    onChanges(
        "660",
        "{\"newStartPageToken\":\"661\",\"changes\":[{\"fileId\":\"roadmap\",\"file\":{\"trashed\":false}}]}");
    assertThat(news.next().warnings()).containsEntry("roadmap", "");
  }

  @Test
  void sheetInTheBin_isAskedForUntilItIsOutOfThere() {
    onFile(true);
    SheetNews news = silent();
    ask(news);
    assertThat(news.next().warnings().get("roadmap")).contains("roadmap is in the bin");
    onFile(false);
    assertThat(news.next().warnings()).containsEntry("roadmap", "");
    assertThat(news.next().warnings()).isEmpty();
  }

  @Test
  void sheetInTheBinWhileTheNewsCanNotBeHad_isNamedAfterwards() {
    onFile(true);
    place.token = "17";
    server.stubFor(get(urlPathEqualTo(CHANGES)).willReturn(json(500, "{}")));
    SheetNews news = silent();
    assertThatExceptionOfType(SheetException.class).isThrownBy(news::next);
    onChanges("17", "{\"newStartPageToken\":\"18\",\"changes\":[]}");
    assertThat(news.next().warnings().get("roadmap")).contains("bin");
  }

  @Test
  void sheetInTheBinWhenThePlaceIsTooOld_isNamed() {
    onFile(true);
    place.token = "1";
    server.stubFor(
        get(urlPathEqualTo(CHANGES))
            .withQueryParam("pageToken", equalTo("1"))
            .willReturn(json(410, Bodies.error(410, "", "gone"))));
    assertThat(silent().next().warnings().get("roadmap")).contains("bin");
  }

  @Test
  void sheetThatDriveDidNotShow_isAskedForAgain() {
    server.stubFor(
        get(urlPathEqualTo("/drive/v3/files/" + Fixture.SPREADSHEET))
            .willReturn(json(404, Bodies.error(404, "", "no"))));
    SheetNews news = silent();
    assertThat(news.next().warnings()).isEmpty();
    onFile(true);
    assertThat(news.next().warnings().get("roadmap")).contains("bin");
  }

  @Test
  void secondPageThatCanNotBeHad_losesNothingOfTheFirst() {
    place.token = "17";
    onChanges(
        "17",
        "{\"nextPageToken\":\"18\",\"changes\":[{\"fileId\":\"roadmap\",\"file\":{\"trashed\":true}}]}");
    server.stubFor(
        get(urlPathEqualTo(CHANGES))
            .withQueryParam("pageToken", equalTo("18"))
            .willReturn(json(500, "{}")));
    SheetNews news = silent();
    assertThatExceptionOfType(SheetException.class).isThrownBy(news::next);
    assertThat(place.token).isEqualTo("17");
    onChanges("18", "{\"newStartPageToken\":\"660\",\"changes\":[]}");
    SheetNews.News told = news.next();
    assertThat(told.changed()).containsExactly("roadmap");
    assertThat(told.warnings().get("roadmap")).contains("bin");
    assertThat(place.token).isEqualTo("660");
  }

  @Test
  void sheetPutIntoTheBin_isNamed() {
    SheetNews news = silent();
    assertThat(news.next().warnings()).containsEntry("roadmap", "");
    onChanges(
        "660",
        "{\"newStartPageToken\":\"661\",\"changes\":[{\"fileId\":\"roadmap\",\"file\":{\"trashed\":true}}]}");
    assertThat(news.next().warnings().get("roadmap")).contains("bin");
  }

  @ParameterizedTest
  @CsvSource({
    "403, PERMISSION_DENIED, ACCESS_TOKEN_SCOPE_INSUFFICIENT",
    "403, PERMISSION_DENIED, accessNotConfigured",
    "500, INTERNAL, backendError"
  })
  void refusal_saysWhatIsNeededAndKeepsThePlace(int status, String name, String reason) {
    place.token = "17";
    server.stubFor(
        get(urlPathEqualTo(CHANGES))
            .willReturn(json(status, Bodies.error(status, name, "no", reason))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> silent().next())
        .withMessageContaining("drive.metadata.readonly")
        .withMessageContaining("Drive API");
    assertThat(place.token).isEqualTo("17");
  }

  @Test
  void withoutHttps_noChannelIsOpened() {
    SheetNews news = silent();
    ask(news);
    assertThat(sent(WATCH)).isEmpty();
    assertThat(news.channel()).isEqualTo(SheetNews.Channel.NONE);
  }

  @Test
  void channel_hasALongSecretAndEndsWithinAWeek() {
    onWatch(Duration.ofDays(6));
    SheetNews news = pushed();
    ask(news);
    JsonNode asked = sent(WATCH).get(0);
    assertThat(asked.path("address").asText()).isEqualTo("https://sverka.example/hooks/drive");
    assertThat(asked.path("type").asText()).isEqualTo("web_hook");
    assertThat(asked.path("token").asText()).hasSize(43);
    assertThat(asked.path("id").asText()).hasSize(36);
    assertThat(Instant.ofEpochMilli(asked.path("expiration").asLong()))
        .isBetween(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(7)));
    assertThat(news.channel().state()).isEqualTo(SheetNews.Channel.State.OPEN);
    assertThat(news.channel().ends()).contains(NOW.plus(Duration.ofDays(6)));
  }

  @Test
  void push_isBelievedOnlyWithAllThreeOfItsChannel() {
    onWatch(Duration.ofDays(6));
    SheetNews news = pushed();
    ask(news);
    Push right = through(sent(WATCH).get(0));
    assertThat(news.believes(right)).isTrue();
    String id = right.channelId();
    String token = right.token();
    for (Push wrong :
        List.of(
            new Push("", "", "", ""),
            new Push("x", "res", token, "change"),
            new Push(id, "x", token, "change"),
            new Push(id, "", token, "sync"),
            new Push(id, "res", "", "change"),
            new Push(id, "res", token + "x", "change"),
            new Push(id, "res", token.substring(1), "change"),
            new Push(id + "\n" + token, "res", "", "change"))) {
      assertThat(news.believes(wrong)).as("%s", wrong).isFalse();
    }
  }

  @Test
  void channel_isRenewedBeforeItEndsAndTheOldOneClosedAfterwards() {
    onWatch(Duration.ofDays(6));
    SheetNews news = pushed();
    ask(news);
    time.pass(Duration.ofDays(4));
    ask(news);
    assertThat(sent(WATCH)).hasSize(1);
    time.pass(Duration.ofHours(20));
    onWatch(Duration.ofDays(6));
    ask(news);
    List<JsonNode> asked = sent(WATCH);
    assertThat(asked).hasSize(2);
    assertThat(sent(STOP)).hasSize(1);
    assertThat(sent(STOP).get(0).path("id").asText()).isEqualTo(asked.get(0).path("id").asText());
    assertThat(sent(STOP).get(0).path("resourceId").asText()).isEqualTo("res");
    assertThat(news.believes(through(asked.get(0)))).isFalse();
    assertThat(news.believes(through(asked.get(1)))).isTrue();
  }

  @Test
  void channelThatCannotBeOpened_isSaidAndTriedAgainLaterAndNewsGoOn() {
    server.stubFor(
        post(urlPathEqualTo(WATCH))
            .willReturn(json(400, Bodies.error(400, "", "WebHook callback must be HTTPS"))));
    SheetNews news = pushed();
    assertThat(news.next().all()).isTrue();
    assertThat(news.next().all()).isFalse();
    assertThat(sent(WATCH)).hasSize(1);
    assertThat(news.channel().state()).isEqualTo(SheetNews.Channel.State.FAILING);
    assertThat(news.channel().error())
        .contains("https://sverka.example/hooks/drive")
        .contains("WebHook callback must be HTTPS");
    time.pass(Duration.ofMinutes(1));
    onWatch(Duration.ofDays(6));
    ask(news);
    assertThat(news.channel().state()).isEqualTo(SheetNews.Channel.State.OPEN);
    assertThat(news.channel().error()).isEmpty();
  }

  @Test
  void renewalThatFails_keepsTheOldChannelUntilItEnds() {
    onWatch(Duration.ofDays(5));
    SheetNews news = pushed();
    ask(news);
    Push old = through(sent(WATCH).get(0));
    server.stubFor(post(urlPathEqualTo(WATCH)).willReturn(json(500, "{}")));
    time.pass(Duration.ofHours(24 * 5 - 1));
    ask(news);
    assertThat(news.believes(old)).isTrue();
    time.pass(Duration.ofHours(2));
    ask(news);
    assertThat(news.believes(old)).isFalse();
    assertThat(news.channel().state()).isEqualTo(SheetNews.Channel.State.FAILING);
  }

  @Test
  void close_closesTheChannelAndBelievesNothingAnyMore() {
    onWatch(Duration.ofDays(6));
    SheetNews news = pushed();
    ask(news);
    news.close();
    JsonNode asked = sent(WATCH).get(0);
    assertThat(sent(STOP).get(0).path("id").asText()).isEqualTo(asked.path("id").asText());
    assertThat(news.believes(through(asked))).isFalse();
  }
}
