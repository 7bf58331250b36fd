package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.READ;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;
import static org.sverka.google.SheetServer.onTabs;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

class GoogleErrorsIT {
  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private SheetGateway gateway;

  @BeforeEach
  void connect() {
    gateway = Fixture.gateway(server.baseUrl());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void passingError_isTriedAgainUntilItPasses(int status) {
    server.stubFor(
        onRead()
            .inScenario("mending")
            .whenScenarioStateIs(STARTED)
            .willReturn(json(status, Bodies.error(status, "UNAVAILABLE", "later")))
            .willSetStateTo("mended"));
    server.stubFor(
        onRead().inScenario("mending").whenScenarioStateIs("mended").willReturn(json(Bodies.TAB)));

    assertThat(gateway.read(7)).isPresent();
    server.verify(2, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void lastingQuotaError_isGivenUpAfterTheAttempts() {
    server.stubFor(
        onRead()
            .willReturn(
                json(429, Bodies.error(429, "RESOURCE_EXHAUSTED", "Quota exceeded"))
                    .withHeader("Retry-After", "1000000000")));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .withMessageContaining("quota")
        .withMessageContaining("Quota exceeded")
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    server.verify(3, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void retryAfter_isHonouredUpToTheCap() {
    server.stubFor(
        onRead()
            .inScenario("wait")
            .whenScenarioStateIs(STARTED)
            .willReturn(json(429, Bodies.error(429, "X", "wait")).withHeader("Retry-After", "120"))
            .willSetStateTo("go"));
    server.stubFor(
        onRead().inScenario("wait").whenScenarioStateIs("go").willReturn(json(Bodies.TAB)));

    long start = System.nanoTime();
    assertThat(gateway.read(7)).isPresent();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isBetween(Fixture.QUICK.longestPause(), Duration.ofSeconds(60));
  }

  @Test
  void rateLimitAsForbidden_countsAsQuota() {
    server.stubFor(
        onRead()
            .willReturn(
                json(403, Bodies.error(403, "X", "Rate Limit Exceeded", "RATE_LIMIT_EXCEEDED"))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    server.verify(3, postRequestedFor(urlPathEqualTo(READ)));
  }

  @ParameterizedTest
  @CsvSource({
    "403, PERMISSION_DENIED, The caller does not have permission, '', Share it",
    "403, PERMISSION_DENIED, disabled, SERVICE_DISABLED, switched off",
    "403, PERMISSION_DENIED, scopes, ACCESS_TOKEN_SCOPE_INSUFFICIENT, scope",
    "403, PERMISSION_DENIED, full, storageQuotaExceeded, Free space",
    "403, PERMISSION_DENIED, Method doesn't allow unregistered callers, '', SVERKA_CREDENTIALS",
    "404, NOT_FOUND, Requested entity was not found., '', SVERKA_SPREADSHEET_ID",
    "401, UNAUTHENTICATED, invalid credentials, '', clock",
    "400, FAILED_PRECONDITION, The document must not be an Office file., '', Save as Google Sheets",
    "501, UNIMPLEMENTED, not here, '', 501",
  })
  void lastingError_isNotTriedAgainAndSaysWhatToDo(
      int status, String name, String message, String reason, String advice) {
    String body = Bodies.error(status, name, message, reason);
    server.stubFor(onRead().willReturn(json(status, body)));
    server.stubFor(onTabs().willReturn(json(status, body)));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .withMessageContaining(advice)
        .satisfies(e -> assertThat(e.retryable()).isFalse());
    server.verify(1, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void redirect_isNotFollowed() {
    server.stubFor(
        onRead().willReturn(json(307, "{}").withHeader("Location", server.baseUrl() + "/else")));
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .withMessageContaining("307");
    server.verify(0, postRequestedFor(urlPathEqualTo("/else")));
  }

  @Test
  void hostileErrorText_isOneShortLine() {
    String words = "a\\r\\nERROR forged " + "x".repeat(5000);
    server.stubFor(onRead().willReturn(json(404, Bodies.error(404, "X", words))));
    server.stubFor(onTabs().willReturn(json(404, Bodies.error(404, "X", words))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .satisfies(
            e -> {
              assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("\r");
              assertThat(e.getMessage().length()).isLessThan(600);
            });
  }
}
