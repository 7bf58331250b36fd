package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.READ;
import static org.sverka.google.SheetServer.ROOT;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;
import static org.sverka.google.SheetServer.onTabs;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;

class GoogleReadIT {
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

  @Test
  void wholeTab_isOneSnapshot() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));

    assertThat(gateway.read(7))
        .contains(
            new Snapshot(
                7,
                "Дорожная карта",
                4,
                2,
                List.of("number", ""),
                List.of(
                    new Snapshot.Row("header", List.of(Cell.text("№ п/п"), Cell.text("Статус"))),
                    new Snapshot.Row("1.1", List.of(Cell.text("1.1"))))));
  }

  @Test
  void link_ofTheEmbeddedSheetIsItsPage() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));

    assertThat(gateway.read(7)).isPresent();
    assertThat(gateway.link()).isEqualTo(server.baseUrl() + "/spreadsheets/d/roadmap/edit");
  }

  @Test
  void read_isOneRequestForThatTabWithoutPrettyPrinting() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));

    Optional<Snapshot> snapshot = gateway.read(7);

    assertThat(snapshot).isPresent();
    assertThat(server.getAllServeEvents()).hasSize(1);
    server.verify(
        postRequestedFor(urlPathEqualTo(READ))
            .withQueryParam("prettyPrint", equalTo("false"))
            .withQueryParam("fields", equalTo(SnapshotReader.FIELDS))
            .withoutHeader("Authorization")
            .withRequestBody(
                equalToJson(
                    "{\"dataFilters\":[{\"gridRange\":{\"sheetId\":7}}],\"includeGridData\":true}")));
  }

  @Test
  void emptyTab_isASnapshotWithoutRows() {
    server.stubFor(
        onRead()
            .willReturn(
                json(
                    """
                    {"sheets":[{"properties":{"sheetId":7,"title":"T",
                      "gridProperties":{"rowCount":2,"columnCount":1}},
                      "data":[{"rowMetadata":[{"pixelSize":21},{"pixelSize":21}],
                               "columnMetadata":[{"pixelSize":100}]}]}]}""")));

    assertThat(gateway.read(7)).hasValueSatisfying(tab -> assertThat(tab.rows()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"400", "200"})
  void tabGone_isEmptyOnlyAfterTheListOfTabsConfirmsIt(int status) {
    String body =
        status == 200
            ? "{\"spreadsheetId\":\"roadmap\"}"
            : Bodies.error(400, "INVALID_ARGUMENT", "No grid with id: 7");
    server.stubFor(onRead().willReturn(json(status, body)));
    server.stubFor(onTabs().willReturn(json(Bodies.TABS_WITHOUT_OURS)));

    assertThat(gateway.read(7)).isEmpty();
    server.verify(1, getRequestedFor(urlPathEqualTo(ROOT)));
  }

  @Test
  void contentNotSentButTabListed_isAFailure() {
    server.stubFor(onRead().willReturn(json("{\"spreadsheetId\":\"roadmap\"}")));
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));

    assertFails(true, "listed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "", "{\"sheets\":[]}", "{\"sheets\":[{}]}", "\"x\""})
  void answerWithoutTabs_isAFailureAndNeverAnEmptySheet(String body) {
    server.stubFor(onRead().willReturn(json(body)));
    server.stubFor(onTabs().willReturn(json(body)));

    assertFails(true, "can't be used");
  }

  @Test
  void noContentStatus_isAFailure() {
    server.stubFor(onRead().willReturn(aResponse().withStatus(204)));

    assertFails(true, "instead of a JSON object");
  }

  @Test
  void loginPageInsteadOfJson_isAFailure() {
    server.stubFor(
        onRead()
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody("<html>Sign in</html>")));

    assertFails(true, "text/html");
  }

  @Test
  void brokenJson_isAFailure() {
    server.stubFor(onRead().willReturn(json("{\"sheets\":[{\"properties\":}]}")));

    assertFails(true, "JSON is broken");
  }

  @Test
  void deeplyNestedJson_isAFailureAndKillsNoThread() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    server.stubFor(onRead().willReturn(json("{\"sheets\":" + deep + "}")));

    assertFails(true, "JSON is broken");
  }

  @Test
  void infiniteNumber_isAFailure() {
    server.stubFor(
        onRead()
            .willReturn(
                json(Bodies.TAB.replace("{\"stringValue\":\"1.1\"}", "{\"numberValue\":1e999}"))));

    assertFails(true, "number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data\":[{\"rowData\"|\"date\":[{\"rowData\"",
        "\"rowMetadata\":[|\"rowMetadat\":[",
        "\"columnMetadata\":[|\"columnMetadat\":[",
        "\"rowCount\":4|\"rowCount\":5",
        "\"rowCount\":4|\"rowCount\":3",
        "\"columnCount\":2|\"columnCount\":3",
        "\"columnCount\":2|\"columnCont\":2",
        "\"data\":[{|\"data\":[{\"startRow\":1,",
        "\"data\":[{|\"data\":[{},{",
      })
  void incompleteGrid_isAFailure(String damage) {
    String[] change = damage.split("\\|");
    String damaged = Bodies.TAB.replace(change[0], change[1]);
    assertThat(damaged).isNotEqualTo(Bodies.TAB);
    server.stubFor(onRead().willReturn(json(damaged)));

    assertFails(true, "can't be used");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"title\":|\"title\":\"Другая\",\"title\":",
        "\"rowCount\":4|\"rowCount\":5,\"rowCount\":4",
        "{\"stringValue\":\"1.1\"}|{\"stringValue\":\"1.2\",\"stringValue\":\"1.1\"}",
      })
  void duplicateKey_isAFailure(String damage) {
    String[] change = damage.split("\\|");
    String damaged = Bodies.TAB.replace(change[0], change[1]);
    assertThat(damaged).isNotEqualTo(Bodies.TAB);
    server.stubFor(onRead().willReturn(json(damaged)));

    assertFails(true, "JSON is broken");
  }

  @Test
  void byteOrderMark_isAFailure() {
    server.stubFor(onRead().willReturn(json("\uFEFF" + Bodies.TAB)));

    assertFails(true, "JSON is broken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]"})
  void somethingAfterTheEnd_isAFailure(String more) {
    server.stubFor(onRead().willReturn(json(Bodies.TAB + more)));

    assertFails(true, "JSON is broken");
  }

  @Test
  void halfACharacter_isReplacedAndHarmsNoThread() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB.replace("\"1.1\"", "\"1\\ud800\""))));

    assertThat(gateway.read(7))
        .hasValueSatisfying(
            tab -> assertThat(tab.rows().get(1).cells()).containsExactly(Cell.text("1?")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC0, 0xED})
  void overlongOrHalvedUtf8_isAFailure(int lead) {
    byte[] body = Bodies.TAB.getBytes(StandardCharsets.UTF_8);
    int at =
        Bodies.TAB.substring(0, Bodies.TAB.indexOf("1.1")).getBytes(StandardCharsets.UTF_8).length;
    body[at] = (byte) lead;
    body[at + 1] = (byte) 0xA0;
    body[at + 2] = (byte) 0x80;
    server.stubFor(
        onRead()
            .willReturn(aResponse().withHeader("Content-Type", "application/json").withBody(body)));

    assertFails(true, "broke off");
  }

  @Test
  void invalidUtf8_isAFailure() {
    server.stubFor(
        onRead()
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(new byte[] {'{', '"', (byte) 0xC3, '"', '}'})));

    assertFails(true, "broke off");
  }

  @Test
  void answerLargerThanTheLimit_isAFailure() {
    String huge = "{\"other\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
    server.stubFor(onRead().willReturn(json(huge)));

    assertFails(true, "larger than");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "CONNECTION_RESET_BY_PEER"})
  void brokenConnection_isTriedAgainAndThenAFailure(String fault) {
    server.stubFor(onRead().willReturn(aResponse().withFault(Fault.valueOf(fault))));

    assertFails(true, "broke off");
    server.verify(3, postRequestedFor(urlPathEqualTo(READ)));
  }

  @Test
  void nobodyListening_isAFailureThatMayPass() {
    gateway = Fixture.gateway("http://127.0.0.1:1/");

    assertFails(true, "refuses connections");
  }

  @Test
  void find_prefersTheTagToTheTitle() {
    server.stubFor(
        onTabs()
            .willReturn(
                json(
                    """
                    {"sheets":[{"properties":{"sheetId":7,"title":"Дорожная карта"}},
                      {"properties":{"sheetId":9,"title":"Переименована"},"developerMetadata":[
                        {"metadataId":3,"metadataKey":"sverka.roadmap","metadataValue":"%s"}]}]}"""
                        .formatted(Fixture.ROADMAP))));

    assertThat(gateway.find()).contains(9);
  }

  @Test
  void find_fallsBackToTheTitle() {
    server.stubFor(onTabs().willReturn(json(Bodies.TABS)));

    assertThat(gateway.find()).contains(7);
  }

  @Test
  void find_withoutTagOrTitle_isEmpty() {
    server.stubFor(onTabs().willReturn(json(Bodies.TABS_WITHOUT_OURS)));

    assertThat(gateway.find()).isEmpty();
  }

  private void assertFails(boolean retryable, String words) {
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway.read(7))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.retryable()).isEqualTo(retryable));
  }
}
