package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * One spreadsheet of a running server, asked in plain JSON. Quotes may be single ones in what is
 * sent.
 */
final class RawSheet {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalServerFixture server;
  private final String id;

  private RawSheet(LocalServerFixture server, String id) {
    this.server = server;
    this.id = id;
  }

  /** Makes a spreadsheet with one tab, «Data», of six rows and five columns. */
  static RawSheet create(LocalServerFixture server, String locale) throws Exception {
    String body =
        "{'properties':{'title':'T','locale':'"
            + locale
            + "'},'sheets':[{'properties':{'sheetId':0,'title':'Data',"
            + "'gridProperties':{'rowCount':6,'columnCount':5}}}]}";
    HttpResponse<String> answer = server.send("POST", "/v4/spreadsheets", json(body));
    return new RawSheet(server, MAPPER.readTree(answer.body()).get("spreadsheetId").asText());
  }

  String id() {
    return id;
  }

  /** The same spreadsheet after its server was started again. */
  RawSheet restarted() {
    server.restart();
    return this;
  }

  /** Carries out requests and returns the replies. */
  JsonNode batch(String... requests) throws Exception {
    return ok(post(":batchUpdate", requests(requests))).get("replies");
  }

  /** The status of requests that are not carried out, and what is said of them. */
  String refused(String... requests) throws Exception {
    return refusal(post(":batchUpdate", requests(requests)));
  }

  static String refusal(HttpResponse<String> answer) throws Exception {
    JsonNode error = MAPPER.readTree(answer.body()).get("error");
    assertThat(error).as(answer.body()).isNotNull();
    return answer.statusCode() + " " + error.get("message").asText();
  }

  private static String requests(String... requests) {
    return "{'requests':[" + String.join(",", requests) + "]}";
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return server.send("POST", "/v4/spreadsheets/" + id + path, json(body));
  }

  JsonNode ok(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  /** The spreadsheet, as far as the mask says. */
  JsonNode get(String fields) throws Exception {
    return ok(server.send("GET", "/v4/spreadsheets/" + id + "?fields=" + fields, null));
  }

  /** The only tab's part of that name; missing where there is none. */
  JsonNode tab(String part) throws Exception {
    return get("sheets(" + part + ")").path("sheets").path(0).path(part);
  }

  /** Enters rows as a person would, from a cell on. */
  void type(String range, String rows) throws Exception {
    String path = "/v4/spreadsheets/" + id + "/values/" + encoded(range);
    ok(
        server.send(
            "PUT", path + "?valueInputOption=USER_ENTERED", json("{'values':" + rows + "}")));
  }

  HttpResponse<String> entered(String cell, String text) throws Exception {
    String path = "/v4/spreadsheets/" + id + "/values/" + encoded(cell);
    return server.send(
        "PUT", path + "?valueInputOption=USER_ENTERED", json("{'values':[['" + text + "']]}"));
  }

  /** The values of a range in compact JSON with single quotes; empty for none. */
  String values(String range) throws Exception {
    return read(range).path("values").toString().replace('"', '\'');
  }

  /** The formulas of a range, in the same form. */
  String formulas(String range) throws Exception {
    return ok(server.send(
            "GET",
            "/v4/spreadsheets/" + id + "/values/" + encoded(range) + "?valueRenderOption=FORMULA",
            null))
        .path("values")
        .toString()
        .replace('"', '\'');
  }

  /** The whole {@code ValueRange}. */
  JsonNode read(String range) throws Exception {
    return ok(server.send("GET", "/v4/spreadsheets/" + id + "/values/" + encoded(range), null));
  }

  private static String encoded(String range) {
    return URLEncoder.encode(range, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** JSON in which single quotes stand for double ones. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  /** Compact JSON with single quotes, to be compared with. */
  static String text(JsonNode node) {
    return node.toString().replace('"', '\'');
  }

  /** The inside of a {@code GridRange} on the only tab. */
  static String cells(int top, int bottom, int left, int right) {
    return "{'startRowIndex':"
        + top
        + ",'endRowIndex':"
        + bottom
        + ",'startColumnIndex':"
        + left
        + ",'endColumnIndex':"
        + right
        + "}";
  }
}
