package org.sverka.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;
import org.sverka.local.SheetSecret;

/** A real server with a small sheet on it, and people with browsers of their own. */
final class PageFixture {
  static final int NUMBER = 0;
  static final int TEXT = 1;
  static final int STATUS = 2;
  static final int PROGRESS = 3;
  static final int DATE = 4;
  static final int CHECK = 5;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HEADER =
      List.of("№ п/п", "Наименование мероприятия", "Статус", "Ход исполнения", "Дата", "Проверка");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalSheetServer server;
  private final Browser browser;
  private final List<BrowserContext> people = new ArrayList<>();

  PageFixture(Browser browser, Path directory) throws Exception {
    this(browser, directory, SheetSecret.none());
  }

  PageFixture(Browser browser, Path directory, SheetSecret secret) throws Exception {
    this.browser = browser;
    LocalSheetSettings settings =
        new LocalSheetSettings(
            LocalSheetSettings.LOOPBACK,
            0,
            directory.resolve("sheet.db"),
            "roadmap",
            "Дорожная карта",
            secret);
    server =
        LocalSheetServer.start(vertx, settings)
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  /** Somebody's browser, with cookies, storage and a connection of its own. */
  BrowserContext person() {
    BrowserContext person =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    people.add(person);
    return person;
  }

  SheetOnScreen open() {
    return open(person());
  }

  SheetOnScreen open(BrowserContext person) {
    return SheetOnScreen.open(person, address());
  }

  /** Where the page of the sheet is. */
  String address() {
    return root() + "spreadsheets/d/roadmap/edit";
  }

  private String root() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** A new tab in place of the old: header, then measures 1.1, 1.2 and so on. */
  void fill(int measures) throws IOException, InterruptedException {
    int old = outline().at("/sheets/0/sheetId").asInt();
    int tab = old + 1;
    ArrayNode requests = JSON.createArrayNode();
    requests
        .addObject()
        .set(
            "addSheet",
            JSON.readTree(
                """
                {"properties": {"sheetId": %d, "title": "Лист %d", "gridProperties":
                  {"rowCount": %d, "columnCount": 6, "frozenRowCount": 1, "frozenColumnCount": 1}}}
                """
                    .formatted(tab, tab, measures + 20)));
    requests.addObject().set("deleteSheet", JSON.createObjectNode().put("sheetId", old));
    ObjectNode cells = requests.addObject().putObject("updateCells");
    cells.putObject("start").put("sheetId", tab).put("rowIndex", 0).put("columnIndex", 0);
    cells.put("fields", "userEnteredValue");
    ArrayNode rows = cells.putArray("rows");
    addRow(rows, HEADER);
    for (int i = 1; i <= measures; i++) {
      String text =
          "Обмен опытом и информацией, мероприятие " + i + ". " + "Ещё слова. ".repeat(i % 30);
      addRow(rows, List.of("1." + i, text, "Не начато", "", "", "Замечаний нет"));
    }
    addRules(requests, tab, measures + 1);
    post("v4/spreadsheets/roadmap:batchUpdate", JSON.createObjectNode().set("requests", requests));
  }

  private static void addRow(ArrayNode rows, List<String> texts) {
    ArrayNode values = rows.addObject().putArray("values");
    for (String text : texts) {
      ObjectNode cell = values.addObject();
      if (!text.isEmpty()) {
        cell.putObject("userEnteredValue").put("stringValue", text);
      }
    }
  }

  private static void addRules(ArrayNode requests, int tab, int end) throws IOException {
    String rule =
        """
        {"range": {"sheetId": %d, "startRowIndex": 1, "endRowIndex": %d, "startColumnIndex": %d, "endColumnIndex": %d},
         "rule": {"condition": %s, "showCustomUi": true}}
        """;
    String list =
        """
        {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Не начато"}, {"userEnteredValue": "В работе"}]}
        """;
    String date = "{\"type\": \"DATE_IS_VALID\"}";
    requests
        .addObject()
        .set(
            "setDataValidation", JSON.readTree(rule.formatted(tab, end, STATUS, STATUS + 1, list)));
    requests
        .addObject()
        .set("setDataValidation", JSON.readTree(rule.formatted(tab, end, DATE, DATE + 1, date)));
    requests
        .addObject()
        .set(
            "createDeveloperMetadata",
            JSON.readTree(
                """
                {"developerMetadata": {"metadataKey": "sverka.column", "metadataValue": "check", "visibility": "DOCUMENT",
                  "location": {"dimensionRange": {"sheetId": %d, "dimension": "COLUMNS", "startIndex": %d, "endIndex": %d}}}}
                """
                    .formatted(tab, CHECK, CHECK + 1)));
    requests
        .addObject()
        .set(
            "addProtectedRange",
            JSON.readTree(
                """
                {"protectedRange": {"range": {"sheetId": %d, "startColumnIndex": %d, "endColumnIndex": %d},
                  "description": "Заполняет Сверка.", "editors": {"users": ["sverka@example.org"]}}}
                """
                    .formatted(tab, CHECK, CHECK + 1)));
  }

  /** Writes as the service does, past all protection. */
  void write(int row, int column, String text) throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode();
    ObjectNode cells = request.putArray("requests").addObject().putObject("updateCells");
    cells
        .putObject("start")
        .put("sheetId", sheetId())
        .put("rowIndex", row)
        .put("columnIndex", column);
    cells.put("fields", "userEnteredValue");
    addRow(cells.putArray("rows"), List.of(text));
    post("v4/spreadsheets/roadmap:batchUpdate", request);
  }

  /** What the server holds, as shown text; empty where there is nothing. */
  String stored(int row, int column) throws IOException, InterruptedException {
    JsonNode tab = get("local/v1/spreadsheets/roadmap/sheets/" + sheetId());
    return tab.at("/rows/%d/cells/%d/v".formatted(row, column)).asText();
  }

  List<String> storedColumn(int column) throws IOException, InterruptedException {
    List<String> texts = new ArrayList<>();
    get("local/v1/spreadsheets/roadmap/sheets/" + sheetId())
        .get("rows")
        .forEach(row -> texts.add(row.path("cells").path(column).path("v").asText()));
    return texts;
  }

  private int sheetId() throws IOException, InterruptedException {
    return outline().at("/sheets/0/sheetId").asInt();
  }

  private JsonNode outline() throws IOException, InterruptedException {
    return get("local/v1/spreadsheets/roadmap");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(root() + path)).build());
  }

  private void post(String path, JsonNode body) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(root() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpRequest own =
        HttpRequest.newBuilder(request, (name, value) -> true)
            .header("Authorization", "Bearer " + server.accessToken())
            .build();
    HttpResponse<String> response = http.send(own, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Everybody closes their windows. */
  void allLeave() {
    people.forEach(BrowserContext::close);
    people.clear();
  }

  void close() throws Exception {
    allLeave();
    server.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
