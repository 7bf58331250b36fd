package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.XlsxFixture.cell;
import static org.sverka.local.XlsxFixture.editedSheet;
import static org.sverka.local.XlsxFixture.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file given out and taken in over HTTP. */
class XlsxHttpIT {
  private static final String EXPORT = "local/v1/spreadsheets/roadmap/export.xlsx";
  private static final String IMPORT = "local/v1/spreadsheets/roadmap/import";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalServerFixture server;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    String body =
        "{\"valueInputOption\":\"RAW\",\"data\":[{\"range\":\"A1\",\"values\":"
            + "[[\"№ п/п\",\"Статус\",\"Проверка\"],[\"1.1\",\"\",\"да\"],[\"1.2\",\"В работе\",\"да\"]]}]}";
    assertThat(
            server.send("POST", "/v4/spreadsheets/roadmap/values:batchUpdate", body).statusCode())
        .isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.root() + path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(byte[] file, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.root() + IMPORT));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(
        request.POST(HttpRequest.BodyPublishers.ofByteArray(file)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private String values() throws Exception {
    return server
        .send("GET", "/v4/spreadsheets/roadmap/values/A1:C3?prettyPrint=false", null)
        .body();
  }

  @Test
  void export_isADownloadWithARussianName() throws Exception {
    HttpResponse<byte[]> answer = get(EXPORT);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Xlsx.MEDIA_TYPE);
    String name = answer.headers().firstValue("Content-Disposition").orElse("");
    assertThat(name).startsWith("attachment; filename=\"roadmap.xlsx\"; filename*=UTF-8''");
    assertThat(URLDecoder.decode(name.replaceFirst(".*''", ""), StandardCharsets.UTF_8))
        .matches("Дорожная карта \\d{4}-\\d\\d-\\d\\d\\.xlsx");
    assertThat(open(answer.body()).getSheetAt(0).getRow(2).getCell(1).getStringCellValue())
        .isEqualTo("В работе");
  }

  @Test
  void oneTab_canBeExported_andNoTabThatIsNotThere() throws Exception {
    assertThat(get(EXPORT + "?sheet=0").statusCode()).isEqualTo(200);
    assertThat(get(EXPORT + "?sheet=77").statusCode()).isEqualTo(404);
    assertThat(get(EXPORT.replace("roadmap", "nowhere")).statusCode()).isEqualTo(404);
  }

  @Test
  void drive_exportsTheSameFile() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    server.drive().files().export("roadmap", Xlsx.MEDIA_TYPE).executeMediaAndDownloadTo(out);
    assertThat(out.toByteArray()).isEqualTo(get(EXPORT).body());
  }

  @Test
  void import_writesAndAnswers_andLastsOverARestart() throws Exception {
    byte[] file = editedSheet(get(EXPORT).body(), tab -> cell(tab, 1, 1).setCellValue("Исполнено"));
    HttpResponse<byte[]> answer = post(file);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = JSON.readTree(answer.body());
    assertThat(json.get("changed").asInt()).isEqualTo(1);
    assertThat(json.get("conflicts").isArray()).isTrue();
    assertThat(json.get("refused").isArray()).isTrue();
    assertThat(json.get("message").asText()).isEqualTo("Внесена 1 правка из файла.");
    server.restart();
    assertThat(values()).contains("[\"1.1\",\"Исполнено\",\"да\"]");
  }

  @Test
  void protectedCell_staysAndTheOthersAreWritten() throws Exception {
    String protect =
        "{\"requests\":[{\"addProtectedRange\":{\"protectedRange\":{\"range\":{\"startColumnIndex\":2,"
            + "\"endColumnIndex\":3},\"description\":\"Заполняет Сверка.\"}}}]}";
    assertThat(server.send("POST", "/v4/spreadsheets/roadmap:batchUpdate", protect).statusCode())
        .isEqualTo(200);
    byte[] file =
        editedSheet(
            get(EXPORT).body(),
            tab -> {
              cell(tab, 1, 1).setCellValue("Исполнено");
              cell(tab, 1, 2).setCellValue("нет");
            });
    JsonNode json = JSON.readTree(post(file).body());
    assertThat(json.get("changed").asInt()).isEqualTo(1);
    assertThat(json.at("/refused/0/cell").asText()).isEqualTo("C2");
    assertThat(values()).contains("[\"1.1\",\"Исполнено\",\"да\"]");
  }

  @Test
  void refusedFile_isAnsweredInRussian_andChangesNothing() throws Exception {
    String before = values();
    HttpResponse<byte[]> answer = post("№;Статус".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/error/message").asText())
        .startsWith("Это не таблица .xlsx.");
    assertThat(values()).isEqualTo(before);
  }

  @Test
  void fileLargerThanTwentyMegabytes_isRefused() throws Exception {
    HttpResponse<byte[]> answer = post(new byte[(20 << 20) + 1]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(answer.body()).at("/error/message").asText()).contains("20 МБ");
  }

  @Test
  void otherSites_mayNotImport() throws Exception {
    assertThat(post(get(EXPORT).body(), "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
  }

  @Test
  void unknownSpreadsheet_isNotFound() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.root() + IMPORT.replace("roadmap", "nowhere")))
            .POST(HttpRequest.BodyPublishers.ofByteArray(get(EXPORT).body()))
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }
}
