package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.READ;
import static org.sverka.google.SheetServer.WRITE;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;
import static org.sverka.google.SheetServer.onTabs;
import static org.sverka.google.SheetServer.onWrite;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

/** Two sheets of one credential, and a server that refuses, over real HTTP. */
class QuotaRefusedIT {
  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final VirtualTime time = new VirtualTime();
  private final Quota quota = Quota.google(time, time);
  private final SheetGateway one = gateway();
  private final SheetGateway two = gateway();

  private SheetGateway gateway() {
    GoogleSettings settings = Fixture.settings(server.baseUrl(), "");
    return Fixture.connect(settings, Access.of(settings, quota));
  }

  private static int reads() {
    return server.findAll(postRequestedFor(urlPathEqualTo(READ))).size();
  }

  @ParameterizedTest
  @CsvSource({
    "429, RESOURCE_EXHAUSTED, RATE_LIMIT_EXCEEDED, ''",
    "429, RESOURCE_EXHAUSTED, RATE_LIMIT_EXCEEDED, 120",
    "429, RESOURCE_EXHAUSTED, RATE_LIMIT_EXCEEDED, -5",
    "429, RESOURCE_EXHAUSTED, RATE_LIMIT_EXCEEDED, 1000000000",
    "429, RESOURCE_EXHAUSTED, RATE_LIMIT_EXCEEDED, 'Mon, 23 Nov 2026 09:00:00 GMT'",
    "403, PERMISSION_DENIED, rateLimitExceeded, ''",
    "403, PERMISSION_DENIED, userRateLimitExceeded, ''"
  })
  void quotaRefused_sendsNothingMoreOfAnySheetForAMinute(
      int status, String name, String reason, String retryAfter) {
    var refusal = json(status, Bodies.error(status, name, "Quota exceeded", reason));
    server.stubFor(
        onRead()
            .willReturn(
                retryAfter.isEmpty() ? refusal : refusal.withHeader("Retry-After", retryAfter)));
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> one.read(7))
          .satisfies(e -> assertThat(e.putOffFor()).isPositive());
      assertThatExceptionOfType(SheetException.class).isThrownBy(() -> two.read(7));
    }
    assertThat(reads()).isEqualTo(1);

    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    time.pass(Duration.ofSeconds(62));
    assertThat(two.read(7)).isPresent();
  }

  @Test
  void quotaRefused_keepsNoThreadWaitingForAnAttemptThatIsPutOff() {
    List<Duration> pauses = new ArrayList<>();
    SteadyClock noting =
        new SteadyClock() {
          @Override
          public long nanos() {
            return time.currentTimeNanos();
          }

          @Override
          public void pause(Duration length) {
            pauses.add(length);
          }
        };
    GoogleSettings settings = Fixture.settings(server.baseUrl(), "");
    SheetGateway sheet = Fixture.connect(settings, Access.of(settings, quota, noting));
    server.stubFor(
        onRead().willReturn(json(429, Bodies.error(429, "RESOURCE_EXHAUSTED", "Quota exceeded"))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> sheet.read(7))
        .satisfies(e -> assertThat(e.putOffFor()).isPositive());

    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void serverThatFailsForTwoHours_isNeverAskedMoreOftenThanTheQuotaAllows(int status) {
    server.stubFor(onRead().willReturn(json(status, "{}")));
    int most = 0;
    for (int minute = 0; minute < 3; minute++) {
      int before = reads();
      long until = time.currentTimeNanos() + Duration.ofMinutes(1).toNanos();
      while (time.currentTimeNanos() < until) {
        assertThatExceptionOfType(SheetException.class)
            .isThrownBy(() -> one.read(7))
            .satisfies(e -> assertThat(e.retryable()).isTrue());
      }
      most = Math.max(most, reads() - before);
    }
    assertThat(most).isBetween(10, 60);
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    assertThat(one.read(7)).isPresent();
  }

  @Test
  void writePutOff_isKnownNotToBeDone() {
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));
    quota.refused(Quota.Kind.WRITE);
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> one.write(7, List.of(new SheetChange.SetText(1, 1, "x")), 0, 0))
        .withMessageNotContaining("unknown")
        .satisfies(e -> assertThat(e.putOffFor()).isPositive());
    server.verify(0, postRequestedFor(urlPathEqualTo(WRITE)));
  }

  @Test
  void writeOfUnknownOutcome_isSentOnce() {
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));
    server.stubFor(onWrite().willReturn(json(503, "{}")));
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> one.write(7, List.of(new SheetChange.SetText(1, 1, "x")), 0, 0))
        .withMessageContaining("unknown");
    server.verify(1, postRequestedFor(urlPathEqualTo(WRITE)));
  }
}
