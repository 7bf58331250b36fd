package org.sverka.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;

/** Passes requests on to the sheet, or answers in its stead. */
final class StandIn implements AutoCloseable {
  /** For a fault that stays until it is mended. */
  static final int ALWAYS = 100_000;

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort());
  private final String sheet;

  /**
   * @param sheet root of the sheet's server
   */
  StandIn(String sheet) {
    this.sheet = sheet.replaceFirst("/$", "");
    server.start();
    passOn();
  }

  int port() {
    return server.port();
  }

  /** Where it speaks TLS, with a certificate that nobody has signed. */
  int tlsPort() {
    return server.httpsPort();
  }

  /** Answers so many requests of a kind; without reaching the sheet. */
  void answer(Exchange.Kind kind, int times, ResponseDefinitionBuilder answer) {
    var marked = answer.withHeader(Wire.MARK, "yes");
    if (times == ALWAYS) {
      server.stubFor(any(urlPathMatching(path(kind))).atPriority(1).willReturn(marked));
      return;
    }
    for (int i = 0; i < times; i++) {
      server.stubFor(
          any(urlPathMatching(path(kind)))
              .atPriority(1)
              .inScenario(kind.name())
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(marked)
              .willSetStateTo("after " + (i + 1)));
    }
  }

  /** An answer of JSON. */
  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=UTF-8")
        .withBody(body);
  }

  /** A refusal as Google words it. */
  static ResponseDefinitionBuilder refusal(int status, String name, String message) {
    return json(
        status,
        """
        {"error":{"code":%d,"message":"%s","status":"%s"}}"""
            .formatted(status, message, name));
  }

  /** Passes everything on again. */
  void mend() {
    server.resetAll();
    passOn();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** All but channels: they would push to an address that is not there. */
  private void passOn() {
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().proxiedFrom(sheet)));
    server.stubFor(
        post(urlPathEqualTo("/drive/v3/changes/watch"))
            .atPriority(5)
            .willReturn(okJson("{\"resourceId\":\"res\"}")));
    server.stubFor(
        post(urlPathEqualTo("/drive/v3/channels/stop"))
            .atPriority(5)
            .willReturn(aResponse().withStatus(204)));
  }

  private static String path(Exchange.Kind kind) {
    return switch (kind) {
      case READ -> ".*:getByDataFilter";
      case TABS -> "/v4/spreadsheets/[^:/]*";
      case WRITE -> ".*:batchUpdate";
      case DRIVE -> "/drive/.*";
      case TOKEN -> "/token";
    };
  }
}
