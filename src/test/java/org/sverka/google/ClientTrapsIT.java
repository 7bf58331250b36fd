package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.google.SheetServer.READ;
import static org.sverka.google.SheetServer.WRITE;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;
import static org.sverka.google.SheetServer.onWrite;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetChange.SetText;
import org.sverka.sheet.SheetGateway;

/**
 * Where Google's client, or the shape of Google's answers, leads astray. That 429 is tried again is
 * tested in {@link GoogleErrorsIT}, that a refused token is renewed all the same in {@link
 * CredentialsIT}.
 */
class ClientTrapsIT {
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
  void clearedCell_isNotDroppedFromItsRow() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));
    server.stubFor(onWrite().willReturn(json(Bodies.WRITTEN)));
    assertThat(gateway.read(7)).isPresent();

    assertThat(
            gateway.write(
                7,
                List.of(new SetText(1, 1, "a"), new SetText(1, 2, ""), new SetText(1, 3, "b")),
                0,
                0))
        .isNotNull();
    server.verify(
        postRequestedFor(urlPathEqualTo(WRITE))
            .withRequestBody(
                matchingJsonPath(
                    "$.requests[0].updateCells.rows[0].values",
                    WireMock.equalToJson(
                        """
                        [{"userEnteredValue":{"stringValue":"a"}},{},
                         {"userEnteredValue":{"stringValue":"b"}}]"""))));
  }

  @Test
  void zeros_areSentAndNotMissedWhereTheyAreLeftOut() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB.replace("\"sheetId\":7", "\"sheetId\":0"))));
    server.stubFor(
        onWrite().willReturn(json(Bodies.WRITTEN.replace("\"sheetId\":7", "\"sheetId\":0"))));

    assertThat(gateway.read(0))
        .hasValueSatisfying(tab -> assertThat(tab.rows().get(0).tag()).isEqualTo("header"));
    assertThat(gateway.write(0, List.of(new SetText(0, 0, "№ п/п")), 0, 0).keys())
        .startsWith("№ п/п");
    server.verify(
        postRequestedFor(urlPathEqualTo(READ))
            .withRequestBody(matchingJsonPath("$.dataFilters[0].gridRange[?(@.sheetId == 0)]")));
    server.verify(
        postRequestedFor(urlPathEqualTo(WRITE))
            .withRequestBody(
                WireMock.equalToJson(
                    """
                    {"requests":[{"updateCells":{
                      "start":{"sheetId":0,"rowIndex":0,"columnIndex":0}}}]}""",
                    true,
                    true)));
  }

  @Test
  void startsThatAreSentAsZero_areTheBeginningToo() {
    server.stubFor(
        onRead()
            .willReturn(
                json(
                    Bodies.TAB.replace(
                        "\"data\":[{", "\"data\":[{\"startRow\":0,\"startColumn\":0,"))));

    assertThat(gateway.read(7)).isPresent();
  }

  @Test
  void numberZeroAndFalse_areValuesAndNotNothing() {
    server.stubFor(
        onRead()
            .willReturn(
                json(
                    Bodies.TAB
                        .replace("{\"stringValue\":\"1.1\"}", "{\"numberValue\":0}")
                        .replace("{\"stringValue\":\"Статус\"}", "{\"boolValue\":false}"))));

    assertThat(gateway.read(7))
        .hasValueSatisfying(
            tab -> {
              assertThat(tab.rows().get(1).cell(0)).isEqualTo(new Cell(Cell.Kind.NUMBER, "0"));
              assertThat(tab.rows().get(0).cell(1)).isEqualTo(new Cell(Cell.Kind.BOOLEAN, "FALSE"));
            });
  }

  @Test
  void cellsAndRowsCutOffAtTheEnd_areEmpty() {
    server.stubFor(onRead().willReturn(json(Bodies.TAB)));

    assertThat(gateway.read(7))
        .hasValueSatisfying(
            tab -> {
              assertThat(tab.rowCount()).isEqualTo(4);
              assertThat(tab.rows()).hasSize(2);
              assertThat(tab.rows().get(1).cell(1)).isEqualTo(Cell.EMPTY);
              assertThat(tab.rows().get(1).cell(9)).isEqualTo(Cell.EMPTY);
            });
  }

  @Test
  void rowWithoutCellsAmongOthers_keepsItsPlace() {
    server.stubFor(
        onRead()
            .willReturn(
                json(
                    Bodies.TAB.replace(
                        "{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"1.1\"}",
                        "{},{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"1.1\"}"))));

    assertThat(gateway.read(7))
        .hasValueSatisfying(
            tab -> {
              assertThat(tab.rows().get(1).cells()).isEmpty();
              assertThat(tab.rows().get(2).cell(0)).isEqualTo(Cell.text("1.1"));
            });
  }

  @Test
  void requests_haveOurTimeoutsAndKeepTheLoginsHandler() throws IOException {
    HttpUnsuccessfulResponseHandler renewing = (request, response, retry) -> false;
    HttpRequest request =
        new NetHttpTransport()
            .createRequestFactory(
                SheetsApi.initializer(
                    HttpLimits.standard(), made -> made.setUnsuccessfulResponseHandler(renewing)))
            .buildGetRequest(new GenericUrl(server.baseUrl()));

    assertThat(request.getConnectTimeout()).isEqualTo(10_000);
    assertThat(request.getReadTimeout()).isEqualTo(60_000);
    assertThat(request.getUnsuccessfulResponseHandler()).isSameAs(renewing);
    assertThat(request.getNumberOfRetries()).isEqualTo(1);
    assertThat(request.getFollowRedirects()).isFalse();
    assertThat(request.isLoggingEnabled()).isFalse();
  }
}
