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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.roadmap.Accounts;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

class StandstillGatewayIT {
  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Object> stamp = new AtomicReference<>("key");
  private SheetGateway gateway;

  @BeforeEach
  void connect() {
    gateway =
        new StandstillGateway(
            GoogleSheets.gateway(
                Fixture.settings(server.baseUrl(), ""),
                Access.embedded(""),
                Fixture.LAYOUT,
                Fixture.ROADMAP,
                Accounts.NONE),
            new StandstillGateway.Door(stamp::get, Optional::empty, () -> {}),
            nanos::get);
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
  }

  @Test
  void sheetThatIsNotShared_isAskedForEveryFiveMinutes() {
    refuseReads();

    for (int minute = 0; minute < 11; minute++) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway.read(7))
          .withMessageContaining("Share it");
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    }

    server.verify(3, postRequestedFor(urlPathEqualTo(READ)));
    assertThat(gateway.standstill().orElseThrow()).contains("Share it", "every five minutes");
  }

  @Test
  void sheetThatIsSharedInTheEnd_isTakenUp() {
    refuseReads();
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));

    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());

    assertThat(gateway.read(7)).isPresent();
    assertThat(gateway.standstill()).isEmpty();
  }

  @Test
  void otherCredentials_areTriedAtOnce() {
    refuseReads();
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));

    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    stamp.set("another key");

    assertThat(gateway.read(7)).isPresent();
  }

  @Test
  void operatorsWord_isTakenAtOnce() {
    refuseReads();
    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));

    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    gateway.resume();

    assertThat(gateway.read(7)).isPresent();
  }

  @Test
  void refusedWrite_isNotSentAgainAndKeepsNoReadBack() {
    assertThat(gateway.read(7)).isPresent();
    String refusal = Bodies.error(403, "PERMISSION_DENIED", "The caller does not have permission");
    server.stubFor(onWrite().willReturn(json(403, refusal)));

    for (int turn = 0; turn < 3; turn++) {
      assertThat(gateway.read(7)).isPresent();
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway.write(7, List.of(change()), 0, 0))
          .withMessageContaining("as an editor");
    }

    server.verify(1, postRequestedFor(urlPathEqualTo(WRITE)));
    assertThat(gateway.standstill()).isPresent();
  }

  @Test
  void refusedProvisioning_keepsNoVerdictBack() {
    String refusal =
        Bodies.error(
            400,
            "INVALID_ARGUMENT",
            "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.");
    server.stubFor(onWrite().willReturn(json(400, refusal)));
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.provision(7, Fixture.ROWS));
    server.stubFor(onWrite().willReturn(json(Bodies.WRITTEN)));

    assertThat(gateway.read(7)).isPresent();
    assertThat(gateway.write(7, List.of(change()), 0, 0).keys()).isNotEmpty();
    assertThat(gateway.standstill()).isPresent();
  }

  @Test
  void faultOfOneRequest_barsNoOther() {
    server.stubFor(onWrite().willReturn(json(400, Bodies.error(400, "INVALID_ARGUMENT", "bad"))));

    for (int turn = 0; turn < 3; turn++) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway.write(7, List.of(change()), 0, 0));
    }

    server.verify(3, postRequestedFor(urlPathEqualTo(WRITE)));
    assertThat(gateway.standstill()).isEmpty();
  }

  @Test
  void passingFault_isNoStandstill() {
    server.stubFor(onRead().willReturn(json(503, Bodies.error(503, "UNAVAILABLE", "later"))));

    assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));

    assertThat(gateway.standstill()).isEmpty();
  }

  private static void refuseReads() {
    String refusal = Bodies.error(403, "PERMISSION_DENIED", "The caller does not have permission");
    server.stubFor(onRead().willReturn(json(403, refusal)));
  }

  private static SheetChange change() {
    return new SheetChange.SetText(1, 0, "x");
  }
}
