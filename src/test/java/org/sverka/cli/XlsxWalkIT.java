package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office without Google: the table goes out as a file, is filled in, and is handed back. */
class XlsxWalkIT {
  private static final String PROGRESS = "Ход исполнения (Санкт-Петербург)";
  private static final int HEADER = 0;

  @TempDir private Path data;
  private Service service;
  private Editor editor;
  private Webmaster webmaster;

  @BeforeEach
  void start() {
    Running running = Running.on(data, Instant::now);
    service = running.service();
    editor = running.editor();
    webmaster = running.webmaster();
    assertThat(editor.rows()).hasSize(54);
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private byte[] export() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address("export.xlsx")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  private JsonNode handIn(byte[] file) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("import"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new JsonMapper().readTree(answer.body());
  }

  private URI address(String call) {
    String root = service.sheetLink().replaceFirst("/spreadsheets/.*", "");
    return URI.create(root + "/local/v1/spreadsheets/roadmap/" + call);
  }

  /** Fills in a file; what is written is found by number and header. */
  private static byte[] filledIn(byte[] file, Consumer<Sheet> work) throws Exception {
    try (XSSFWorkbook open = new XSSFWorkbook(new ByteArrayInputStream(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      work.accept(new Sheet(open.getSheet(Editor.TAB)));
      open.write(out);
      return out.toByteArray();
    }
  }

  private record Sheet(XSSFSheet tab) {
    XSSFCell cell(String number, String header) {
      for (Row row : tab) {
        if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(number)) {
          return tab.getRow(row.getRowNum()).getCell(column(header));
        }
      }
      throw new AssertionError("No row " + number);
    }

    void type(String number, String header, String text) {
      XSSFCell cell = cell(number, header);
      cell.setBlank();
      cell.setCellValue(text);
    }

    private int column(String header) {
      for (var cell : tab.getRow(HEADER)) {
        if (cell.getStringCellValue().equals(header)) {
          return cell.getColumnIndex();
        }
      }
      throw new AssertionError("No column " + header);
    }
  }

  @Test
  void fileFilledIn_reachesFeedLogAndRow() throws Exception {
    long before = webmaster.revision();
    byte[] file =
        filledIn(
            export(),
            sheet -> {
              sheet.type("1.1", "Статус", "Исполняется ежегодно");
              sheet.type("7.6", PROGRESS, "Проведён форум");
              sheet.cell("1.1", "Дата исполнения").setCellValue(45000);
              sheet.type("3.2", "Статус", "Готово");
            });
    JsonNode answer = handIn(file);
    assertThat(answer.get("changed").asInt()).as(answer.toString()).isEqualTo(4);
    assertThat(answer.get("refused")).isEmpty();
    Eventually.holds(
        () -> {
          assertThat(webmaster.measure("1.1").path("status").asText()).isEqualTo("recurring");
          assertThat(webmaster.measure("1.1").path("completedOn").asText()).isEqualTo("2023-03-15");
          assertThat(webmaster.measure("7.6").path("progress").path("spb").asText())
              .isEqualTo("Проведён форум");
        });
    Eventually.holds(
        () -> assertThat(editor.cell("3.2", "Проверка")).contains("«Готово» нет в списке"));
    assertThat(webmaster.measure("3.2").path("status").asText()).isEqualTo("not-started");
    assertThat(webmaster.types(before)).containsExactly("edit", "edit", "edit", "edit");
  }

  @Test
  void signedTextAndVerdictsChangedInTheFile_areRefused_andTheSheetKeepsThem() throws Exception {
    long before = webmaster.revision();
    String signed = editor.cell("2.1", "Наименование мероприятия");
    byte[] file =
        filledIn(
            export(),
            sheet -> {
              sheet.type("2.1", "Наименование мероприятия", "Другое");
              sheet.type("2.1", "На сайте", "опубликовано всё");
              sheet.type("2.1", "Статус", "В работе");
            });
    JsonNode answer = handIn(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("refused")).hasSize(2);
    assertThat(answer.at("/refused/0/measure").asText()).isEqualTo("2.1");
    assertThat(answer.at("/refused/0/column").asText()).isEqualTo("Наименование мероприятия");
    assertThat(answer.at("/refused/0/reason").asText())
        .contains("текст подписанной дорожной карты");
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("2.1").path("status").asText()).isEqualTo("in-progress"));
    assertThat(editor.cell("2.1", "Наименование мероприятия")).isEqualTo(signed);
    assertThat(webmaster.types(before)).containsExactly("edit");
  }

  @Test
  void fileFromLastWeek_undoesNothingThatOthersDid() throws Exception {
    byte[] file = export();
    editor.type("1.1", "Статус", "В работе");
    editor.type("1.2", "Статус", "В работе");
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("1.2").path("status").asText()).isEqualTo("in-progress"));
    JsonNode answer =
        handIn(
            filledIn(
                file,
                sheet -> {
                  sheet.type("1.2", "Статус", "Отложено");
                  sheet.type("1.3", "Статус", "Отложено");
                }));
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.at("/conflicts/0/measure").asText()).isEqualTo("1.2");
    assertThat(answer.at("/conflicts/0/theirs").asText()).isEqualTo("Отложено");
    assertThat(answer.at("/conflicts/0/ours").asText()).isEqualTo("В работе");
    Eventually.holds(
        () -> assertThat(webmaster.measure("1.3").path("status").asText()).isEqualTo("postponed"));
    assertThat(webmaster.measure("1.1").path("status").asText()).isEqualTo("in-progress");
    assertThat(webmaster.measure("1.2").path("status").asText()).isEqualTo("in-progress");
  }
}
