package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.google.SheetServer.json;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.sverka.roadmap.Accounts;
import org.sverka.sheet.SheetGateway;

/** Whose accounts were at work, by Drive's revisions. */
class DriveRevisionsIT {
  private static final String REVISIONS = "/drive/v3/files/roadmap/revisions";
  private static final Instant SINCE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Accounts ACCOUNTS =
      new Accounts(Map.of("@gov.spb.ru", "spb", "petrov@gov39.ru", "kaliningrad", "042", "spb"));

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("org.sverka");
  private SheetGateway gateway;

  @BeforeEach
  void connect() {
    gateway = connected(ACCOUNTS);
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void noAccountIsInTheLog() {
    root.detachAppender(logged);
    assertThat(logged.list)
        .noneMatch(event -> (event.getFormattedMessage() + event.getKeyValuePairs()).contains("@"));
  }

  private static SheetGateway connected(Accounts accounts) {
    return GoogleSheets.connect(
        Fixture.settings(server.baseUrl(), ""),
        Access.embedded(""),
        Fixture.LAYOUT,
        Fixture.ROADMAP,
        accounts);
  }

  private Optional<String> party(String... revisions) {
    server.stubFor(
        get(urlPathEqualTo(REVISIONS))
            .willReturn(json("{\"revisions\":[" + String.join(",", revisions) + "]}")));
    return gateway.partySince(SINCE);
  }

  private static String by(String account, String time) {
    return """
    {"modifiedTime":"2026-11-23T%s.000Z","lastModifyingUser":{"displayName":"И. И. Иванов",
     "emailAddress":"%s","permissionId":"1","me":false}}\
    """
        .formatted(time, account);
  }

  @Test
  void accountsOfOneParty_areThatParty() {
    assertThat(party(by("ivanova@gov.spb.ru", "09:00:03"), by("sidorov@gov.spb.ru", "09:00:04")))
        .contains("spb");
    server.verify(
        getRequestedFor(urlPathEqualTo(REVISIONS))
            .withQueryParam(
                "fields",
                equalTo(
                    "nextPageToken,revisions(modifiedTime,"
                        + "lastModifyingUser(me,emailAddress,permissionId))")));
  }

  @Test
  void accountKnownById_isItsParty() {
    assertThat(
            party(
                """
                {"modifiedTime":"2026-11-23T09:00:03.000Z",
                 "lastModifyingUser":{"permissionId":"042"}}\
                """))
        .contains("spb");
  }

  @Test
  void accountsOfTwoParties_areUnknown() {
    assertThat(party(by("ivanova@gov.spb.ru", "09:00:03"), by("petrov@gov39.ru", "09:00:04")))
        .isEmpty();
  }

  @Test
  void accountOfNobody_makesItUnknown() {
    assertThat(party(by("ivanova@gov.spb.ru", "09:00:03"), by("guest@mail.ru", "09:00:04")))
        .isEmpty();
  }

  @Test
  void revisionWithoutAUser_makesItUnknown() {
    assertThat(
            party(
                by("ivanova@gov.spb.ru", "09:00:03"),
                "{\"modifiedTime\":\"2026-11-23T09:00:04.000Z\"}"))
        .isEmpty();
  }

  @Test
  void earlierRevisions_doNotCount() {
    assertThat(party(by("petrov@gov39.ru", "08:59:00"), by("ivanova@gov.spb.ru", "09:00:04")))
        .contains("spb");
    assertThat(party(by("ivanova@gov.spb.ru", "08:59:00"))).isEmpty();
  }

  @Test
  void revisionsRightBefore_canMakeItUnknownAndDecideNothingAlone() {
    assertThat(party(by("ivanova@gov.spb.ru", "08:59:45"))).isEmpty();
    assertThat(party(by("ivanova@gov.spb.ru", "09:00:00"))).isEmpty();
    assertThat(party(by("petrov@gov39.ru", "08:59:45"), by("ivanova@gov.spb.ru", "09:00:04")))
        .isEmpty();
    assertThat(party(by("sidorov@gov.spb.ru", "08:59:45"), by("ivanova@gov.spb.ru", "09:00:04")))
        .contains("spb");
  }

  @Test
  void ownWrites_doNotCount() {
    String own = by("sverka@p.iam.gserviceaccount.com", "09:00:05").replace("false", "true");

    assertThat(party(by("ivanova@gov.spb.ru", "09:00:03"), own)).contains("spb");
    assertThat(party(own)).isEmpty();
  }

  @Test
  void furtherPages_areReadToo() {
    server.stubFor(
        get(urlPathEqualTo(REVISIONS))
            .withQueryParam("pageToken", absent())
            .willReturn(
                json(
                    "{\"nextPageToken\":\"2\",\"revisions\":["
                        + by("petrov@gov39.ru", "08:00:00")
                        + "]}")));
    server.stubFor(
        get(urlPathEqualTo(REVISIONS))
            .withQueryParam("pageToken", equalTo("2"))
            .willReturn(json("{\"revisions\":[" + by("ivanova@gov.spb.ru", "09:00:03") + "]}")));

    assertThat(gateway.partySince(SINCE)).contains("spb");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void failure_isUnknownAndNotAskedForAgainSoon(int status) {
    server.stubFor(
        get(urlPathEqualTo(REVISIONS))
            .willReturn(json(status, Bodies.error(status, "X", "ivanova@gov.spb.ru may not"))));

    assertThat(gateway.partySince(SINCE)).isEmpty();
    assertThat(gateway.partySince(SINCE)).isEmpty();
    server.verify(1, getRequestedFor(urlPathEqualTo(REVISIONS)));
  }

  @Test
  void silence_isUnknownAfterSomeSeconds() {
    server.stubFor(
        get(urlPathEqualTo(REVISIONS))
            .willReturn(json("{}").withFixedDelay((int) Duration.ofMinutes(10).toMillis())));

    assertThat(gateway.partySince(SINCE)).isEmpty();
    server.verify(1, getRequestedFor(urlPathEqualTo(REVISIONS)));
  }

  @Test
  void withoutAccounts_nothingIsAsked() {
    assertThat(connected(Accounts.NONE).partySince(SINCE)).isEmpty();
    server.verify(0, getRequestedFor(urlPathEqualTo(REVISIONS)));
  }
}
