package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.WRITE;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;
import static org.sverka.google.SheetServer.onTabs;
import static org.sverka.google.SheetServer.onWrite;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.SetText;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

class GoogleWriteIT {
  private static final List<SheetChange> CHANGES =
      List.of(new SetText(1, 1, "=A1"), new SetText(1, 2, ""), new SetText(3, 1, "x"));

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private SheetGateway gateway;

  @BeforeEach
  void connect() {
    gateway = Fixture.gateway(server.baseUrl());
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
  }

  @Test
  void write_isOneBatchThatAsksForTheKeyColumn() {
    server.stubFor(onWrite().willReturn(json(Bodies.WRITTEN)));

    assertThat(gateway.write(7, CHANGES, 0, 0).keys()).containsExactly("№ п/п", "", "1.1");
    server.verify(
        1,
        postRequestedFor(urlPathEqualTo(WRITE))
            .withRequestBody(
                equalToJson(
                    """
                    {"requests":[
                      {"updateCells":{"fields":"userEnteredValue",
                        "start":{"sheetId":7,"rowIndex":1,"columnIndex":1},
                        "rows":[{"values":[{"userEnteredValue":{"stringValue":"=A1"}},{}]}]}},
                      {"updateCells":{"fields":"userEnteredValue",
                        "start":{"sheetId":7,"rowIndex":3,"columnIndex":1},
                        "rows":[{"values":[{"userEnteredValue":{"stringValue":"x"}}]}]}}],
                     "includeSpreadsheetInResponse":true,"responseIncludeGridData":true,
                     "responseRanges":["'Дорожная карта'!A:A","'Дорожная карта'!1:1"]}""")));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void serverFault_leavesTheOutcomeUnknownAndIsNotRepeated(int status) {
    server.stubFor(onWrite().willReturn(json(status, Bodies.error(status, "UNAVAILABLE", "busy"))));

    assertOutcomeUnknown();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK"})
  void lostAnswer_leavesTheOutcomeUnknownAndIsNotRepeated(Fault fault) {
    server.stubFor(onWrite().willReturn(aResponse().withFault(fault)));

    assertOutcomeUnknown();
  }

  @Test
  void htmlAnswer_leavesTheOutcomeUnknown() {
    server.stubFor(
        onWrite()
            .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));

    assertOutcomeUnknown();
  }

  @Test
  void silentServer_leavesTheOutcomeUnknown() {
    gateway = Fixture.connect(Fixture.hasty(server.baseUrl()));
    server.stubFor(onWrite().willReturn(json(Bodies.WRITTEN).withFixedDelay(20_000)));

    assertOutcomeUnknown();
  }

  @Test
  void quota_meansNotDoneAndIsNotRepeatedEither() {
    server.stubFor(onWrite().willReturn(json(429, Bodies.error(429, "X", "Quota exceeded"))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.write(7, CHANGES, 0, 0))
        .withMessageNotContaining("unknown")
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    server.verify(1, postRequestedFor(urlPathEqualTo(WRITE)));
  }

  @Test
  void refusedWrite_saysWhy() {
    server.stubFor(
        onWrite()
            .willReturn(
                json(
                    400,
                    Bodies.error(
                        400,
                        "INVALID_ARGUMENT",
                        "You are trying to edit a protected cell or object."))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.write(7, CHANGES, 0, 0))
        .withMessageContaining("protected")
        .satisfies(e -> assertThat(e.retryable()).isFalse());
  }

  @Test
  void titleNoLongerKnown_isReadAnewBeforeTheNextWrite() {
    server.stubFor(
        onWrite()
            .willReturn(
                json(400, Bodies.error(400, "X", "Unable to parse range: 'Дорожная карта'!A:A"))));
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.write(7, CHANGES, 0, 0))
        .satisfies(e -> assertThat(e.retryable()).isTrue());

    server.stubFor(
        onTabs().willReturn(json(Bodies.TABS.replace("Дорожная карта", "Новый 'титул'"))));
    server.stubFor(onWrite().willReturn(json(Bodies.WRITTEN)));

    assertThat(gateway.write(7, CHANGES, 0, 0).keys()).hasSize(3);
    server.verify(
        1,
        postRequestedFor(urlPathEqualTo(WRITE))
            .withRequestBody(
                equalToJson(
                    "{\"responseRanges\":[\"'Новый ''титул'''!A:A\",\"'Новый ''титул'''!1:1\"]}",
                    true,
                    true)));
  }

  @Test
  void keyColumnOfAnotherTab_isNotTakenForOurs() {
    server.stubFor(
        onWrite().willReturn(json(Bodies.WRITTEN.replace("\"sheetId\":7", "\"sheetId\":8"))));

    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.write(7, CHANGES, 0, 0))
        .withMessageContaining("key column")
        .satisfies(e -> assertThat(e.retryable()).isTrue());
  }

  private void assertOutcomeUnknown() {
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.write(7, CHANGES, 0, 0))
        .withMessageContaining("unknown")
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    server.verify(1, postRequestedFor(urlPathEqualTo(WRITE)));
  }
}
