package org.sverka.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.DescriptorReader;
import org.sverka.roadmap.DocumentReader;
import org.sverka.roadmap.Measure;
import org.sverka.sheet.Tag;

/**
 * Google's answer for a tab of many measures: those that were signed, over and over, with reports.
 */
final class LargeTab {
  static final int SHEET_ID = 7;
  static final HttpLimits LIMITS =
      new HttpLimits(
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          1,
          Duration.ZERO,
          Duration.ZERO,
          Integer.MAX_VALUE);
  private static final int COLUMNS = 12;

  private LargeTab() {}

  /**
   * The answer, packed.
   *
   * @param status what stands in the status of the first measure
   */
  static byte[] packed(int measures, String status) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json(measures, status).getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /** The answer as it comes off the wire. */
  static RawAnswer answer(byte[] packed) throws IOException {
    HttpRequest request =
        new MockHttpTransport.Builder()
            .setLowLevelHttpResponse(
                new MockLowLevelHttpResponse()
                    .setContentType("application/json; charset=UTF-8")
                    .setContentEncoding("gzip")
                    .setContent(packed))
            .build()
            .createRequestFactory()
            .buildGetRequest(new GenericUrl("http://127.0.0.1/"))
            .setResponseReturnRawInputStream(true);
    return RawAnswer.read(request.execute(), LIMITS);
  }

  static String json(int measures, String status) throws IOException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    List<Measure> signed = signed();
    ArrayNode rows = nodes.arrayNode();
    ArrayNode lines = nodes.arrayNode();
    rows.add(row(List.of("№ п/п", "Наименование мероприятия")));
    lines.add(line(Tag.ROW, Tag.HEADER));
    for (int i = 0; i < measures; i++) {
      Measure measure = signed.get(i % signed.size());
      String number = (1 + i % 12) + "." + (1 + i / 12);
      rows.add(row(cells(measure, number, i == 0 ? status : "В работе", i)));
      lines.add(line(Tag.ROW, number));
    }
    ArrayNode columns = nodes.arrayNode();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(line(Tag.COLUMN, "column" + i));
    }
    ObjectNode tab = nodes.objectNode();
    ObjectNode properties = tab.putObject("properties").put("sheetId", SHEET_ID);
    properties.put("title", "Дорожная карта");
    properties
        .putObject("gridProperties")
        .put("rowCount", measures + 1)
        .put("columnCount", COLUMNS);
    ObjectNode block = tab.putArray("data").addObject();
    block.set("rowData", rows);
    block.set("rowMetadata", lines);
    block.set("columnMetadata", columns);
    ObjectNode answer = nodes.objectNode().put("spreadsheetId", "roadmap");
    answer.putArray("sheets").add(tab);
    return answer.toString();
  }

  private static List<Measure> signed() throws IOException {
    Path seeds = Path.of("seeds");
    Descriptor descriptor =
        DescriptorReader.read("roadmap.json", Files.readString(seeds.resolve("roadmap.json")));
    String text = Files.readString(seeds.resolve(descriptor.document()));
    return List.copyOf(
        DocumentReader.read(descriptor, descriptor.document(), text).measures().values());
  }

  private static List<String> cells(Measure measure, String number, String status, int index) {
    List<String> cells = new ArrayList<>(List.of(number, measure.text()));
    measure
        .responsible()
        .values()
        .forEach(
            bodies -> cells.add(String.join("; ", bodies.stream().map(b -> b.name()).toList())));
    cells.add(measure.term().text());
    cells.add(status);
    String report =
        "Встреча рабочей группы проведена, протокол № " + index + " направлен сторонам.";
    cells.addAll(List.of(report, report, "", "https://gov.spb.ru/press/" + index));
    cells.addAll(List.of("Замечаний нет", "опубликовано 23.11 09:15"));
    return cells;
  }

  private static ObjectNode row(List<String> texts) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    ArrayNode values = row.putArray("values");
    for (String text : texts) {
      ObjectNode cell = values.addObject();
      if (!text.isEmpty()) {
        cell.putObject("userEnteredValue").put("stringValue", text);
        cell.put("formattedValue", text);
      }
    }
    return row;
  }

  private static ObjectNode line(String key, String value) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("pixelSize", 21);
    line.putArray("developerMetadata")
        .addObject()
        .put("metadataKey", key)
        .put("metadataValue", value);
    return line;
  }
}
