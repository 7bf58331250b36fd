package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A server of its own with a tab like that of the roadmap: twelve columns, texts as long as there,
 * wrapped, a frozen header, a drop-down.
 */
final class BenchmarkSheet implements AutoCloseable {
  static final int STATUS = 5;
  private static final int COLUMNS = 12;
  private static final int[] LENGTHS = {6, 210, 130, 190, 14, 9, 60, 60, 0, 0, 26, 30};
  private static final int[] WIDTHS = {60, 360, 240, 240, 120, 160, 360, 360, 120, 240, 360, 240};
  private static final String WORDS =
      "Содействие организации взаимных бизнес-миссий хозяйствующих субъектов, зарегистрированных на территориях регионов. ";

  private final Vertx vertx;
  private final LocalSheetServer server;
  private final int rows;

  private BenchmarkSheet(Vertx vertx, LocalSheetServer server, int rows) {
    this.vertx = vertx;
    this.server = server;
    this.rows = rows;
  }

  static BenchmarkSheet start(Path directory, int rows) throws Exception {
    Vertx vertx = Vertx.vertx();
    LocalSheetSettings settings =
        new LocalSheetSettings(
            LocalSheetSettings.LOOPBACK, 0, directory.resolve("sheet.db"), "bench", "Измерение");
    BenchmarkSheet sheet =
        new BenchmarkSheet(vertx, await(LocalSheetServer.start(vertx, settings)), rows);
    sheet.fill();
    return sheet;
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  int rows() {
    return rows;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + "/" + path);
  }

  private void fill() throws Exception {
    ObjectNode body = Json.object();
    ArrayNode requests = body.putArray("requests");
    ObjectNode added = requests.addObject().putObject("addSheet").putObject("properties");
    added.put("sheetId", 7).put("title", "Карта");
    added
        .putObject("gridProperties")
        .put("rowCount", rows + 1)
        .put("columnCount", COLUMNS)
        .put("frozenRowCount", 1)
        .put("frozenColumnCount", 1);
    requests.addObject().putObject("deleteSheet").put("sheetId", 0);
    for (int column = 0; column < COLUMNS; column++) {
      requests.add(width(column));
    }
    requests.add(cells());
    requests.add(choices());
    HttpRequest request =
        HttpRequest.newBuilder(at("v4/spreadsheets/bench:batchUpdate"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body, false)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  private static ObjectNode width(int column) {
    ObjectNode request = Json.object();
    ObjectNode update = request.putObject("updateDimensionProperties");
    update
        .putObject("range")
        .put("sheetId", 7)
        .put("dimension", "COLUMNS")
        .put("startIndex", column)
        .put("endIndex", column + 1);
    update.putObject("properties").put("pixelSize", WIDTHS[column]);
    update.put("fields", "pixelSize");
    return request;
  }

  private ObjectNode cells() {
    ObjectNode request = Json.object();
    ObjectNode update = request.putObject("updateCells");
    update.putObject("start").put("sheetId", 7).put("rowIndex", 0).put("columnIndex", 0);
    update.put("fields", "userEnteredValue,userEnteredFormat.wrapStrategy");
    ArrayNode lines = update.putArray("rows");
    for (int row = 0; row <= rows; row++) {
      ArrayNode values = lines.addObject().putArray("values");
      for (int column = 0; column < COLUMNS; column++) {
        ObjectNode cell = values.addObject();
        String text = column == 0 ? "№ " + row : text(LENGTHS[column] * (2 + row % 3) / 3);
        if (!text.isEmpty()) {
          cell.putObject("userEnteredValue").put("stringValue", text);
        }
        cell.putObject("userEnteredFormat").put("wrapStrategy", "WRAP");
      }
    }
    return request;
  }

  private static String text(int length) {
    return WORDS.repeat(length / WORDS.length() + 1).substring(0, length);
  }

  private ObjectNode choices() {
    ObjectNode request = Json.object();
    ObjectNode set = request.putObject("setDataValidation");
    set.putObject("range")
        .put("sheetId", 7)
        .put("startRowIndex", 1)
        .put("endRowIndex", rows + 1)
        .put("startColumnIndex", STATUS)
        .put("endColumnIndex", STATUS + 1);
    ObjectNode condition = set.putObject("rule").putObject("condition").put("type", "ONE_OF_LIST");
    condition.putArray("values").addObject().put("userEnteredValue", "В работе");
    return request;
  }

  @Override
  public void close() throws Exception {
    await(server.close());
    await(vertx.close());
  }
}
