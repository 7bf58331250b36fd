package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** Where the three requests go, and how answers to them look. */
final class SheetServer {
  static final String ROOT = "/v4/spreadsheets/" + Fixture.SPREADSHEET;
  static final String READ = ROOT + ":getByDataFilter";
  static final String WRITE = ROOT + ":batchUpdate";

  private SheetServer() {}

  static MappingBuilder onRead() {
    return post(urlPathEqualTo(READ));
  }

  static MappingBuilder onWrite() {
    return post(urlPathEqualTo(WRITE));
  }

  static MappingBuilder onTabs() {
    return get(urlPathEqualTo(ROOT));
  }

  static ResponseDefinitionBuilder json(String body) {
    return json(200, body);
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=UTF-8")
        .withBody(body);
  }
}
