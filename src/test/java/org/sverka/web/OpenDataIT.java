package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;
import static org.sverka.web.Served.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.roadmap.DescriptorReader;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layouts;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Sample;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tables, what describes them, figures and news, over real HTTP. */
class OpenDataIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "/api/v1/roadmaps/one";

  private final FakePublished one = FakePublished.sample("one");
  private Served served;
  private Schemas schemas;

  @BeforeEach
  void start() throws Exception {
    served = new Served(one);
    schemas = new Schemas(path -> served.get(path).body());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static List<Map<String, String>> rows(String csv) throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> read =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv)) {
      read.forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void table_hasALineForEachMeasure() throws Exception {
    HttpResponse<String> response = served.get(DATA + ".csv");

    assertThat(header(response, "Content-Type")).startsWith("text/csv; charset=utf-8");
    List<Map<String, String>> rows = rows(response.body());
    assertThat(rows)
        .extracting(row -> row.get("number"))
        .containsExactly("1.1", "1.2", "7.5", "7.6", "9.1", "9.10");
    assertThat(rows.get(1))
        .containsEntry("section", "1")
        .containsEntry("termFrom", "2023")
        .containsEntry("termTo", "2026")
        .containsEntry("status", "done")
        .containsEntry("completedOn", "2026-03-01");
    assertThat(rows.get(3)).containsEntry("held", "status");
  }

  @Test
  void table_takesTheFiltersOfTheFeed() throws Exception {
    assertThat(rows(served.get(DATA + ".csv?section=7&status=recurring").body()))
        .extracting(row -> row.get("number"))
        .containsExactly("7.5");
    assertThat(served.get(DATA + ".csv?section=7&status=done").body())
        .isEqualTo(served.get(DATA + ".csv?at=1&status=done").body())
        .startsWith("section,number,text,")
        .endsWith("held\r\n");
    assertThat(served.get(DATA + ".csv?colour=red").statusCode()).isEqualTo(400);
  }

  @Test
  void logAsATable_isPagedByNumber() throws Exception {
    List<String> seen = new ArrayList<>();
    String path = DATA + "/changes.csv?limit=4";
    while (!path.isEmpty()) {
      HttpResponse<String> response = served.get(path);
      rows(response.body()).forEach(row -> seen.add(row.get("seq")));
      path = link(response, "next");
    }
    assertThat(seen).hasSize(11).startsWith("1", "2").endsWith("11");
  }

  @Test
  void logAsATable_saysWhatAReviewIsAboutAndHowGraveAnEntryIs() throws Exception {
    one.review(8, "Ошибка в данных");

    List<Map<String, String>> rows = rows(served.get(DATA + "/changes.csv").body());

    assertThat(rows.get(0).keySet()).endsWith("erased", "about", "severity");
    assertThat(rows.get(7)).containsEntry("about", "").containsEntry("severity", "error");
    assertThat(rows.get(11)).containsEntry("about", "8").containsEntry("severity", "");
  }

  @Test
  void dataPackage_describesTheWorkingColumnsAsTheyAreValidated() throws Exception {
    HttpResponse<String> response = served.get(DATA + "/datapackage.json");

    schemas.check("datapackage", response.body());
    JsonNode fields = JSON.readTree(response.body()).at("/resources/0/schema/fields");
    List<Column> working =
        Layouts.of(DescriptorReader.read("x", descriptor(fields))).columns(Column.Kind.WORKING);
    assertThat(working).isEqualTo(Sample.layout().columns(Column.Kind.WORKING));
  }

  /** A descriptor with those of the published fields that are working columns. */
  private static String descriptor(JsonNode published) {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", "x").put("title", "x").put("document", "x").put("timeZone", "Europe/Moscow");
    ArrayNode parties = root.putArray("parties");
    for (String key : List.of("spb", "kaliningrad")) {
      parties
          .addObject()
          .put("key", key)
          .put("name", "x")
          .put("heading", "x")
          .put("signature", "x");
    }
    ObjectNode headers = root.putObject("sheet").put("tab", "x").putObject("headers");
    for (String key :
        List.of(
            "number",
            "text",
            "term",
            "check",
            "site",
            "responsible.spb",
            "responsible.kaliningrad")) {
      headers.put(key, "x");
    }
    ArrayNode fields = root.putObject("working").putArray("fields");
    List<String> working =
        Sample.layout().columns(Column.Kind.WORKING).stream().map(Column::key).toList();
    for (JsonNode field : published) {
      if (working.contains(field.get("name").asText())) {
        fields.add(asInTheSheet(field));
      }
    }
    return root.toString();
  }

  /**
   * In the table there is room for the apostrophes, half as much again and one; and links are
   * addresses as people write them, not all of them URIs.
   */
  private static JsonNode asInTheSheet(JsonNode field) {
    if (field.path("type").asText().equals("list")) {
      ((ObjectNode) field).put("format", "uri");
    }
    if (field.path("constraints").has("maxLength")) {
      int inTheTable = field.at("/constraints/maxLength").asInt();
      ((ObjectNode) field.get("constraints")).put("maxLength", (inTheTable - 1) * 2 / 3);
    }
    return field;
  }

  @Test
  void dataPackage_namesTheColumnsOfTheTablesInTheirOrder() throws Exception {
    JsonNode resources =
        JSON.readTree(served.get(DATA + "/datapackage.json").body()).get("resources");

    for (JsonNode resource : resources) {
      String path = resource.get("path").asText().replace("https://sverka.example", "");
      String head = served.get(path).body().lines().findFirst().orElseThrow();
      assertThat(String.join(",", resource.at("/schema/fields").findValuesAsText("name")))
          .isEqualTo(head);
    }
  }

  /** An address with Russian letters passes the rules, and is an IRI. */
  @Test
  void dataPackage_doesNotPromiseThatLinksAreUris() {
    one.accept("1.1", "evidence", "", "…", "https://правительство.рф/новости");

    assertThat(served.get(DATA + "/datapackage.json").body())
        .contains("\"name\":\"evidence\"")
        .doesNotContain("\"format\":\"uri\"");
  }

  @Test
  void passport_hasThePropertiesOfTheStandard() throws Exception {
    List<Map<String, String>> rows = rows(served.get(DATA + "/meta.csv").body());

    assertThat(rows)
        .extracting(row -> row.get("property"))
        .containsExactly(
            "standardversion",
            "identifier",
            "title",
            "description",
            "creator",
            "created",
            "modified",
            "subject",
            "format",
            "provenance",
            "valid",
            "publishername",
            "publisherphone",
            "publishermbox",
            "data-20261123-structure-20261123",
            "structure-20261123");
    assertThat(rows.get(9).get("value"))
        .isEqualTo("Обновление набора: состояние после записи журнала № 11");
    for (int i : new int[] {14, 15}) {
      String url = rows.get(i).get("value");
      assertThat(url).startsWith("https://sverka.example/");
      assertThat(served.get(url.replace("https://sverka.example", "")).statusCode()).isEqualTo(200);
    }
    assertThat(rows(served.get(DATA + "/structure.csv").body()))
        .extracting(row -> row.get("field name"))
        .startsWith("section", "number");
  }

  @Test
  void summary_countsByEverything() throws Exception {
    HttpResponse<String> response = served.get(DATA + "/summary");

    schemas.check("summary", response.body());
    JsonNode summary = JSON.readTree(response.body());
    assertThat(summary.get("measures").asInt()).isEqualTo(6);
    assertThat(summary.get("held").asInt()).isEqualTo(2);
    assertThat(summary.get("sections").findValuesAsText("measures")).containsExactly("2", "2", "2");
    assertThat(summary.get("years").findValuesAsText("measures"))
        .containsExactly("6", "5", "5", "5");
  }

  @Test
  void atom_isWellFormedAndTellsOfEachEntry() throws Exception {
    HttpResponse<String> response = served.get("/one/changes.atom");

    assertThat(header(response, "Content-Type")).startsWith("application/atom+xml");
    Document atom = xml(response.body());
    NodeList entries = atom.getElementsByTagName("entry");
    assertThat(entries.getLength()).isEqualTo(11);
    assertThat(atom.getElementsByTagName("script").getLength()).isZero();
    assertThat(entries.item(3).getTextContent())
        .contains("urn:sverka:one:entry:8", "Мероприятие 7.6 · Статус · Правка · Отклонено")
        .contains("Было: В работе", "Стало: Готово");
  }

  @Test
  void news_takeTheFiltersOfTheLog() throws Exception {
    HttpResponse<String> response = served.get("/one/changes.json?verdict=rejected");

    schemas.check("news", response.body());
    JsonNode news = JSON.readTree(response.body());
    assertThat(news.get("items").findValuesAsText("id"))
        .containsExactly("urn:sverka:one:entry:11", "urn:sverka:one:entry:8");
    assertThat(news.get("feed_url").asText())
        .isEqualTo("https://sverka.example/one/changes.json?verdict=rejected");
    assertThat(served.get("/one/changes.atom?after=3").statusCode()).isEqualTo(400);
  }

  @Test
  void eachChoiceOfNews_isAFeedOfItsOwn() throws Exception {
    String title =
        "План мероприятий («дорожная карта») по развитию сотрудничества между Санкт-Петербургом и"
            + " Калининградской областью на 2023-2026 годы";
    String log = "https://sverka.example/one/log";

    assertThat(feed("")).containsExactly("urn:sverka:one:log", "Журнал изменений: " + title, log);
    assertThat(feed("?review=waiting"))
        .containsExactly(
            "urn:sverka:one:log:review=waiting",
            "Что ждёт рассмотрения: " + title,
            log + "?review=waiting");
    assertThat(feed("?since=2026-11-01&verdict=rejected&until=2026-11-24"))
        .containsExactly(
            "urn:sverka:one:log:verdict=rejected&since=2026-11-01&until=2026-11-24",
            "Журнал изменений (Решение — Отклонено; С какого дня — 01.11.2026; По какой день —"
                + " 23.11.2026): "
                + title,
            log + "?verdict=rejected&from=2026-11-01&to=2026-11-23");
    assertThat(feed("?review=waiting&party=spb").get(1))
        .startsWith("Что ждёт рассмотрения (Чья правка — Санкт-Петербург): ");
  }

  /** Id, title and page of an Atom feed; the JSON feed says the same of the last two. */
  private List<String> feed(String query) throws Exception {
    Document atom = xml(served.get("/one/changes.atom" + query).body());
    JsonNode json = JSON.readTree(served.get("/one/changes.json" + query).body());
    List<String> said = new ArrayList<>();
    said.add(atom.getElementsByTagName("id").item(0).getTextContent());
    said.add(atom.getElementsByTagName("title").item(0).getTextContent());
    said.add(((Element) atom.getElementsByTagName("link").item(1)).getAttribute("href"));
    assertThat(List.of(json.get("title").asText(), json.get("home_page_url").asText()))
        .isEqualTo(said.subList(1, 3));
    return said;
  }

  @Test
  void pageOfNews_isThereAndHasTheSameEntries() throws Exception {
    String page = feed("?verdict=rejected&since=2026-11-23T00:00:00Z").get(2);

    assertThat(served.get(page.replace("https://sverka.example", "")).body())
        .contains("id=\"e8\"", "id=\"e11\"")
        .doesNotContain("id=\"e9\"");
  }

  @Test
  void momentsBeyondAllCalendars_areNoFault() {
    for (String moment : List.of("%2B999999999-12-31T23:59:59-18:00", "-999999999-01-01T00:00Z")) {
      assertThat(served.get("/one/changes.atom?until=" + moment).statusCode()).isEqualTo(200);
      assertThat(served.get("/one/changes.atom?since=" + moment).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void news_nameTheSide() throws Exception {
    JsonNode items = JSON.readTree(served.get("/one/changes.json").body()).get("items");
    Document atom = xml(served.get("/one/changes.atom").body());

    assertThat(items.get(4).at("/authors/0/name").asText()).isEqualTo("Санкт-Петербург");
    assertThat(items.get(4).get("content_text").asText()).startsWith("Сторона: Санкт-Петербург\n");
    assertThat(items.get(3).at("/authors/0/name").asText()).isEqualTo("сторона неизвестна");
    assertThat(items.get(2).has("authors")).as("a repair is Sverka's own").isFalse();
    assertThat(atom.getElementsByTagName("entry").item(4).getTextContent())
        .contains("Санкт-Петербург");
  }

  /** Or readers of news would keep the copy that they have. */
  @Test
  void news_ofAnErasedEntry_areNewsAgain() throws Exception {
    FakePublished erased = FakePublished.sample("two");
    erased.erase(8);
    String moment = erased.state().changedAt().toString();
    try (Served other = new Served(erased)) {
      HttpResponse<String> feed = other.get("/two/changes.json?verdict=rejected");
      Document atom = xml(other.get("/two/changes.atom?verdict=rejected").body());

      schemas.check("news", feed.body());
      JsonNode items = JSON.readTree(feed.body()).get("items");
      assertThat(items.get(1).get("date_modified").asText()).isEqualTo(moment);
      assertThat(items.get(0).has("date_modified")).isFalse();
      assertThat(atom.getElementsByTagName("updated").item(0).getTextContent()).isEqualTo(moment);
      assertThat(atom.getElementsByTagName("updated").item(2).getTextContent()).isEqualTo(moment);
    }
  }

  /** That a review was taken down says nothing of what it is about: its title says the outcome. */
  @Test
  void news_ofAReview_nameTheEntryAndTheOutcome() throws Exception {
    FakePublished reviewed = FakePublished.sample("two");
    reviewed.review(8, "Ошибка в правиле");
    reviewed.review(8, "");
    try (Served other = new Served(reviewed)) {
      JsonNode items = JSON.readTree(other.get("/two/changes.json").body()).get("items");
      Document atom = xml(other.get("/two/changes.atom").body());

      String outcome = "Запись № 8 · Рассмотрено: Ошибка в правиле";
      assertThat(items.get(1).get("title").asText()).isEqualTo("Мероприятие 7.6 · " + outcome);
      assertThat(items.get(1).get("content_text").asText())
          .isEqualTo(outcome + "\nБыло: \nСтало: Ошибка в правиле");
      assertThat(items.get(0).get("title").asText())
          .isEqualTo("Мероприятие 7.6 · Запись № 8 · Рассмотрено: снято");
      assertThat(atom.getElementsByTagName("entry").item(1).getTextContent())
          .contains("Мероприятие 7.6 · " + outcome);
    }
  }

  @Test
  void news_sayHowGraveAFindingIs() throws Exception {
    JsonNode items = JSON.readTree(served.get("/one/changes.json").body()).get("items");

    assertThat(items.get(3).get("content_text").asText())
        .contains("\nОшибка. «Готово» — не статус.");
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes("UTF-8")));
  }

  @Test
  void everyFormat_isCachedConditionallyAndCompressed() {
    for (String path :
        List.of(
            DATA + ".csv",
            DATA + "/changes.csv",
            DATA + "/datapackage.json",
            DATA + "/summary",
            "/one/changes.atom",
            "/one/changes.json")) {
      HttpResponse<String> response = served.get(path);
      assertThat(header(response, "ETag")).as(path).startsWith("\"11-");
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(served.get(path, "If-None-Match", header(response, "ETag")).statusCode())
          .isEqualTo(304);
      assertThat(header(served.bytes(path, "Accept-Encoding", "gzip"), "Content-Encoding"))
          .isEqualTo("gzip");
    }
  }

  @Test
  void change_isInEveryFormatAtOnce() {
    one.accept("7.5", "progress.spb", "", "Проведён форум", "Проведён форум");

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!header(served.get(DATA), "ETag").startsWith("\"12-")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
    for (String path : List.of(DATA + ".csv", DATA + "/changes.csv", "/one/changes.atom")) {
      assertThat(served.get(path).body()).as(path).contains("Проведён форум");
    }
  }

  @Test
  void changesForExcel_areTheSameEntriesAndRunNothing() throws Exception {
    HttpResponse<byte[]> file = served.bytes(DATA + "/changes.xlsx?section=9");

    assertThat(file.statusCode()).isEqualTo(200);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Номер записи");
      assertThat(sheet.getLastRowNum()).isEqualTo(2);
      assertThat(sheet.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(10);
      for (Row row : sheet) {
        assertThat(row).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
      }
      assertThat(sheet.getRow(1).getCell(6).getStringCellValue()).contains("=IMPORTXML");
    }
  }
}
