package org.sverka.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An official who works in the embedded sheet, over HTTP. */
public final class Editor {
  public static final String TAB = "Дорожная карта";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client;
  private final String root;
  private final String token;
  private final String tab;
  private final String place;

  Editor(String sheetLink) {
    this(sheetLink, TAB);
  }

  /** The same official in another tab. */
  Editor(String sheetLink, String tab) {
    this(sheetLink.replaceFirst("/spreadsheets/.*", ""), "", tab);
  }

  /**
   * @param root of the sheet's server
   * @param token of the official; empty where none is asked for
   */
  public static Editor at(String root, String token) {
    return new Editor(root, token, TAB);
  }

  private Editor(String root, String token, String tab) {
    this(
        root.replaceFirst("/$", "") + "/v4/spreadsheets/roadmap",
        HttpClient.newHttpClient(),
        token,
        tab);
  }

  private Editor(String spreadsheet, HttpClient client, String token, String tab) {
    this(spreadsheet, client, token, tab, "");
  }

  private Editor(String spreadsheet, HttpClient client, String token, String tab, String place) {
    this.root = spreadsheet;
    this.client = client;
    this.token = token;
    this.tab = tab;
    this.place = place;
  }

  /** The same official in another tab. */
  public Editor in(String title) {
    return new Editor(root, client, token, title);
  }

  /** The same official, who works at the sheet's own page. */
  Editor atThePage() {
    return new Editor(root, client, token, tab, "page");
  }

  /** The same official in another spreadsheet. */
  public Editor of(String spreadsheetId) {
    return new Editor(root.replaceFirst("[^/]*$", spreadsheetId), client, token, tab);
  }

  /** Types into a cell. */
  public void type(String number, String header, String text) {
    type(rowOf(number), columnOf(header), text);
  }

  public void type(int row, int column, String text) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("values").addArray().add(text);
    String range = tab + "!" + (char) ('A' + column) + (row + 1);
    send("PUT", "/values/" + encoded(range) + "?valueInputOption=USER_ENTERED", body);
  }

  public String cell(String number, String header) {
    return cell(rowOf(number), columnOf(header));
  }

  public String cell(int row, int column) {
    List<List<String>> rows = rows();
    return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
  }

  /** Where a cell leads. */
  String link(String number, String header) {
    int column = columnOf(header);
    String range = encoded(tab + "!" + (char) ('A' + column) + (rowOf(number) + 1));
    return send("GET", "?fields=sheets.data.rowData.values.hyperlink&ranges=" + range, null)
        .at("/sheets/0/data/0/rowData/0/values/0/hyperlink")
        .asText();
  }

  public int rowOf(String number) {
    List<List<String>> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isEmpty() && rows.get(i).get(0).equals(number)) {
        return i;
      }
    }
    throw new AssertionError("No row " + number);
  }

  public int columnOf(String header) {
    return rows().get(0).indexOf(header);
  }

  public List<List<String>> rows() {
    JsonNode answer = send("GET", "/values/" + encoded(tab), null);
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : answer.path("values")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return rows;
  }

  /** Pastes a block of texts below everything else. */
  public void pasteBelow(List<List<String>> block) {
    int first = rows().size();
    ObjectNode append = JSON.createObjectNode();
    append
        .putObject("appendDimension")
        .put("sheetId", sheetId())
        .put("dimension", "ROWS")
        .put("length", block.size());
    batch(append);
    paste(first, block);
  }

  /** Pastes a block of texts over what stands there, from the first column on. */
  public void paste(int row, List<List<String>> block) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode values = body.putArray("values");
    block.forEach(cells -> cells.forEach(values.addArray()::add));
    String range = tab + "!A" + (row + 1);
    send("PUT", "/values/" + encoded(range) + "?valueInputOption=USER_ENTERED", body);
  }

  public void insertRow(int index) {
    dimension("insertDimension", index);
  }

  public void deleteRow(int index) {
    dimension("deleteDimension", index);
  }

  /** Sorts what is below the header by a column. */
  public void sort(int column) {
    ObjectNode sort = JSON.createObjectNode();
    ObjectNode body = sort.putObject("sortRange");
    body.putObject("range").put("sheetId", sheetId()).put("startRowIndex", 1);
    body.putArray("sortSpecs")
        .addObject()
        .put("dimensionIndex", column)
        .put("sortOrder", "DESCENDING");
    batch(sort);
  }

  /** Copies the texts of a row into a new row before another. */
  public void copyRow(int from, int to) {
    List<String> cells = rows().get(from);
    insertRow(to);
    ObjectNode body = JSON.createObjectNode();
    ArrayNode row = body.putArray("values").addArray();
    cells.forEach(row::add);
    send("PUT", "/values/" + encoded(tab + "!A" + (to + 1)) + "?valueInputOption=RAW", body);
  }

  /** Selects everything and presses Delete. */
  public void clear() {
    send("POST", "/values/" + encoded(tab) + ":clear", JSON.createObjectNode());
  }

  /** Makes one cell of two neighbours in a row. */
  public void merge(int row, int column) {
    ObjectNode request = JSON.createObjectNode();
    request.putObject("mergeCells").put("mergeType", "MERGE_ALL").set("range", pair(row, column));
    batch(request);
  }

  /** Parts them again. */
  public void unmerge(int row, int column) {
    ObjectNode request = JSON.createObjectNode();
    request.putObject("unmergeCells").set("range", pair(row, column));
    batch(request);
  }

  /**
   * Does what has no method here.
   *
   * @param request of a {@code batchUpdate}, with {@code TAB} for the id of the tab
   */
  public void ask(String request) {
    try {
      batch((ObjectNode) JSON.readTree(request.replace("TAB", String.valueOf(sheetId()))));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private ObjectNode pair(int row, int column) {
    return JSON.createObjectNode()
        .put("sheetId", sheetId())
        .put("startRowIndex", row)
        .put("endRowIndex", row + 1)
        .put("startColumnIndex", column)
        .put("endColumnIndex", column + 2);
  }

  /** Adds a column on the right. */
  void addColumn() {
    ObjectNode request = JSON.createObjectNode();
    request
        .putObject("appendDimension")
        .put("sheetId", sheetId())
        .put("dimension", "COLUMNS")
        .put("length", 1);
    batch(request);
  }

  private void dimension(String kind, int index) {
    ObjectNode request = JSON.createObjectNode();
    request
        .putObject(kind)
        .putObject("range")
        .put("sheetId", sheetId())
        .put("dimension", "ROWS")
        .put("startIndex", index)
        .put("endIndex", index + 1);
    batch(request);
  }

  private void batch(ObjectNode request) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("requests").add(request);
    send("POST", ":batchUpdate", body);
  }

  private int sheetId() {
    for (JsonNode sheet : send("GET", "?fields=sheets.properties", null).path("sheets")) {
      if (sheet.path("properties").path("title").asText().equals(tab)) {
        return sheet.path("properties").path("sheetId").asInt();
      }
    }
    throw new AssertionError("No tab " + tab);
  }

  private JsonNode send(String method, String path, ObjectNode body) {
    try {
      HttpRequest.BodyPublisher publisher =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(body.toString());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(root + path))
              .header("Content-Type", "application/json")
              .method(method, publisher);
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      if (!place.isEmpty()) {
        request.header("X-Sverka-Editor", place);
      }
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
