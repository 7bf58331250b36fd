package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Sample;

/** The pages over real HTTP. */
class PagesIT {
  private static FakePublished roadmap;
  private static Served served;

  @BeforeAll
  static void start() {
    roadmap = FakePublished.sample("one");
    served = new Served(roadmap);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String page(String path) {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(response, "Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self';")
        .doesNotContain("unsafe");
    assertThat(header(response, "ETag")).isNotEmpty();
    return response.body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?section=7&utm_source=x", "?q=%D1%84"})
  void slashAtTheEnd_leadsToThePageWithoutIt(String query) {
    HttpResponse<String> response = served.get("/one/" + query);

    assertThat(response.statusCode()).isEqualTo(308);
    assertThat(header(response, "Location")).isEqualTo("/one" + query);
  }

  @Test
  void valueThatThereIsNot_isRefusedWithThoseOfItsFilter() {
    HttpResponse<String> refused = served.get("/one?section=99");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Каким может быть «section»", "<code>7</code>");
    assertThat(served.get("/one?sektion=7").body()).contains("Что есть").doesNotContain("sektion");
  }

  @Test
  void home_showsEachRoadmapWithItsProgress() {
    assertThat(page("/"))
        .contains("href=\"/one\"")
        .contains("<strong>1 из 6</strong>")
        .contains("aria-label=\"Не начато: 3, В работе: 1, Исполнено: 1, Исполняется ежегодно: 1\"")
        .contains("23.11.2026 14:16");
  }

  @Test
  void roadmap_showsMeasuresAndWhatIsHeld() {
    assertThat(page("/one"))
        .contains("Содействие организации взаимных бизнес-миссий")
        .contains("Найдено 6 мероприятий")
        .contains("У 2 мероприятий на сайте показано прежнее значение")
        .contains("href=\"/one/measures/7.6#held\"")
        .contains("Дата исполнения: 01.03.2026");
  }

  @Test
  void roadmap_saysAtFirstHowFarItIs() {
    assertThat(page("/one"))
        .contains("<span>Исполнено</span> <strong>1 из 6</strong> <span>мероприятий</span>")
        .contains("<a href=\"/one?party=spb#measures\">Санкт-Петербург</a>")
        .contains("сведения о 2 из 5")
        .contains("сведения о 0 из 5");
  }

  @Test
  void roadmap_showsTheYears() {
    assertThat(page("/one"))
        .contains("aria-label=\"К 23.11.2026 исполнено 1 из 6. По годам — в таблице ниже.\"")
        .contains(
            "<tr><th scope=\"row\"><a href=\"/one?year=2026#measures\">2026</a></th>"
                + "<td>5</td><td>1</td><td>1</td></tr>");
  }

  @Test
  void dayOfWhatIsNotDone_countsNowhereInTheTimeline() {
    FakePublished dated = new FakePublished(Sample.roadmap("dated"));
    dated.accept("1.1", "completedOn", "", "20.11.2026", "2026-11-20");
    try (Served served = new Served(dated)) {
      assertThat(served.get("/dated").body())
          .contains("<strong>0 из 6</strong>")
          .contains("class=\"done\" d=\"M0 100H973.")
          .doesNotContain("<td>1</td></tr>");
    }
  }

  @Test
  void timelineOfNothingDone_isFlat() {
    try (Served fresh = new Served(new FakePublished(Sample.roadmap("fresh")))) {
      assertThat(fresh.get("/fresh").body())
          .contains("<strong>0 из 6</strong>")
          .contains("class=\"done\" d=\"M0 100H973.");
    }
  }

  @Test
  void pages_nameTheirTimeZone() {
    for (String path : List.of("/one", "/one/measures/1.1", "/one/log", "/one/log/8")) {
      assertThat(page(path)).as(path).contains("Время на странице: московское (UTC+3).");
    }
    assertThat(page("/")).containsPattern("23\\.11\\.2026 14:16</time>\\s+МСК");
  }

  @Test
  void pages_canBeFoundAndPassedOn() {
    assertThat(page("/one?section=7"))
        .contains("<link rel=\"canonical\" href=\"https://sverka.example/one\">")
        .contains("<meta property=\"og:url\" content=\"https://sverka.example/one\">")
        .contains(
            "<meta property=\"og:description\" content=\"6 мероприятий. Не начато: 3, В работе: 1,"
                + " Исполнено: 1, Исполняется ежегодно: 1.\">");
    assertThat(page("/one/measures/1.1"))
        .contains("<meta property=\"og:title\" content=\"Мероприятие 1.1\">")
        .contains("content=\"В работе. Содействие организации");
  }

  @Test
  void link_isShownWithAPictureOfTheProgress() throws IOException {
    assertThat(page("/one/measures/1.1"))
        .contains(
            "<meta property=\"og:image\" content=\"https://sverka.example/one/progress.png\">");
    HttpResponse<byte[]> answer = served.bytes("/one/progress.png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));

    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1200, 630);
    assertThat(answer.body().length).isLessThan(10_000);
    assertThat(colourAt(picture, 70)).as("the first half is not begun").isEqualTo("8a94a3");
    assertThat(colourAt(picture, 1_130)).as("the last sixth recurs").isEqualTo("1f9aa3");
    assertThat(colourAt(picture, 10)).isEqualTo("ffffff");
  }

  private static String colourAt(BufferedImage picture, int x) {
    return Integer.toHexString(picture.getRGB(x, 100) & 0xffffff);
  }

  @Test
  void pages_leadToTheirOtherForms() {
    for (String path : List.of("/", "/one", "/one/measures/7.6", "/one/log", "/one/log/8")) {
      Matcher link =
          Pattern.compile(
                  "<link rel=\"alternate\" type=\"([^\"]+)\" href=\"([^\"]+)\" title=\"([^\"]+)\">")
              .matcher(page(path));
      int found = 0;
      for (; link.find(); found++) {
        assertThat(page(path))
            .contains("<a href=\"" + link.group(2) + "\">" + link.group(3) + "</a>");
        HttpResponse<String> form = served.send("HEAD", link.group(2).replace("&amp;", "&"));
        assertThat(form.statusCode()).as(link.group(2)).isEqualTo(200);
        assertThat(header(form, "Content-Type")).startsWith(link.group(1));
      }
      assertThat(found).as(path).isPositive();
    }
    assertThat(page("/one"))
        .contains(
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/one/changes.atom\"");
  }

  @Test
  void measure_knowsItsNeighbours() {
    assertThat(page("/one/measures/7.5"))
        .contains("href=\"/one/measures/1.2\" rel=\"prev\"")
        .contains("href=\"/one/measures/7.6\" rel=\"next\"");
    assertThat(page("/one/measures/1.1")).doesNotContain("rel=\"prev\"");
  }

  @Test
  void page_isLight() {
    int page = served.bytes("/one", "Accept-Encoding", "gzip").body().length;
    Matcher style = Pattern.compile("href=\"(/assets/sverka-[^\"]*)\"").matcher(page("/one"));
    assertThat(style.find()).isTrue();
    int css = served.bytes(style.group(1), "Accept-Encoding", "gzip").body().length;

    assertThat(page("/one")).doesNotContain("<script");
    assertThat(page + css).isLessThan(14_000);
  }

  @Test
  void filters_liveInTheAddress() {
    assertThat(page("/one?section=7&status=&party=&q="))
        .contains("Найдено 2 мероприятия")
        .contains("<option value=\"7\" selected>")
        .doesNotContain("id=\"m1.1\"");
    assertThat(page("/one?q=%D0%B2%D0%BE%D0%BB%D0%BE%D0%BD%D1%82%D0%B5%D1%80"))
        .contains("Найдено 1 мероприятие")
        .contains("value=\"волонтер\"");
    assertThat(page("/one?status=postponed")).contains("Таких мероприятий нет");
    assertThat(page("/one?utm_source=mail&yclid=1")).contains("Найдено 6 мероприятий");
  }

  @Test
  void measure_showsItsHistoryWithWordsThatChanged() {
    assertThat(page("/one/measures/1.1"))
        .contains("<ins><i>добавлено: </i>")
        .contains("представителей делового сообщества")
        .contains("№ 7")
        .doesNotContain("№ 8");
  }

  @Test
  void evidence_isALinkOnlyWhereItIsOne() {
    assertThat(page("/one/measures/1.2"))
        .contains(
            "<a href=\"https://example.org/report?a=1&amp;b=2\""
                + " rel=\"noopener noreferrer nofollow ugc\"")
        .contains("<span dir=\"ltr\">javascript:alert(1)</span>")
        .doesNotContain("href=\"javascript:");
  }

  @Test
  void log_isNewestFirstInRussian() {
    String log = page("/one/log");

    assertThat(log.indexOf("id=\"e11\"")).isLessThan(log.indexOf("id=\"e1\""));
    assertThat(log)
        .contains("Отклонено")
        .contains("Восстановление")
        .contains("Ход исполнения (Калининградская область)")
        .contains("<code>status-vocabulary</code>")
        .contains("<time datetime=\"2026-11-23T11:16:02.250Z\">23.11.2026 14:16</time>");
  }

  @Test
  void log_filters() {
    assertThat(page("/one/log?type=repair"))
        .contains("id=\"e9\"")
        .doesNotContain("id=\"e8\"")
        .contains("<option value=\"repair\" selected>");
    assertThat(page("/one/log?measure=7.6&verdict=rejected"))
        .contains("id=\"e8\"")
        .doesNotContain("id=\"e9\"");
    assertThat(page("/one/log?verdict=accepted-with-warnings")).contains("Таких записей нет");
  }

  @Test
  void log_saysInWordsWhatWasChosen() {
    assertThat(page("/one/log?measure=7.6&verdict=rejected&from=2026-11-01&to=2026-11-23"))
        .containsPattern("Отбор: <span>Мероприятие — 7\\.6\\. Участие")
        .contains("<span>Решение — Отклонено</span>; <span>С какого дня — 01.11.2026</span>;")
        .contains("<span>По какой день — 23.11.2026</span></p>");
    assertThat(page("/one/log")).doesNotContain("Отбор:");
  }

  @Test
  void log_offersWhatIsInNoTableAndNoBook() {
    assertThat(page("/one/log"))
        .contains("<option value=\"erased\">Удаление текстов записи</option>")
        .contains("<option value=\"edition\">edition: что изменила новая редакция");
  }

  @Test
  void filterByWhatIsNoMore_staysInTheForm() {
    assertThat(page("/one/log?rule=rule-of-old&measure=99.9"))
        .contains("<option value=\"rule-of-old\" selected>rule-of-old</option>")
        .contains("<option value=\"99.9\" selected>99.9</option>")
        .contains("Отбор: <span>Мероприятие — 99.9</span>; <span>Правило — rule-of-old</span>");
  }

  @Test
  void log_isOfTheseDays() {
    assertThat(page("/one/log?from=2026-11-23&to=2026-11-23")).contains("id=\"e8\"");
    assertThat(page("/one/log?from=2026-11-24")).contains("Таких записей нет");
    assertThat(page("/one/log?to=2026-11-22")).contains("Таких записей нет");
  }

  @Test
  void log_linksToTheSameChoiceAsData() {
    assertThat(page("/one/log?measure=7.6&from=2026-11-01&to=2026-11-23"))
        .contains(
            "/api/v1/roadmaps/one/changes.csv?measure=7.6&amp;since=2026-11-01&amp;until=2026-11-24")
        .contains("/one/changes.atom?measure=7.6&amp;since=2026-11-01&amp;until=2026-11-24");
  }

  @Test
  void editsAtOneSitting_areFoldedToWhatBecameOfEachCell() {
    FakePublished sitting = FakePublished.sample("sitting");
    sitting.accept("7.1", "status", "Не начато", "В работе", "in-progress");
    sitting.accept("7.1", "progress.spb", "", "Идут переговоры", "Идут переговоры");
    sitting.accept("7.1", "status", "В работе", "Исполнено", "done");
    sitting.accept("7.1", "progress.spb", "Идут переговоры", "", "");
    try (Served serving = new Served(sitting)) {
      assertThat(serving.get("/sitting/log?measure=7.1").body())
          .containsPattern("2 правки подряд</span>\\s+<span class=\"party\">Санкт-Петербург<")
          .containsPattern("2 правки подряд</span>\\s+<span class=\"party\">сторона неизвестна<")
          .contains("<del><i>удалено: </i>Не начато</del>")
          .contains("<ins><i>добавлено: </i>Исполнено</ins>")
          .contains("Исправлено и возвращено")
          .contains("Показать 2 правки по отдельности")
          .contains("id=\"e12\"", "id=\"e13\"", "id=\"e14\"", "id=\"e15\"");
    }
  }

  @Test
  void measureThatThereIsNot_isAnsweredWithThoseThatThereAre() {
    String api = "/api/v1/roadmaps/one/changes?";

    assertThat(served.get(api + "measure=99").body())
        .contains("\"allowed\":[\"1.1\",\"1.2\",\"7.5\",\"7.6\",\"9.1\",\"9.10\"]");
    assertThat(served.get(api + "section=x").body()).contains("\"allowed\":[\"1\",\"7\",\"9\"]");
    assertThat(served.get(api + "rule=X").body())
        .contains("\"canonical-number\"", "\"status-vocabulary\"", "\"mass-change\"");
    assertThat(served.get("/one/log?measure=99").body())
        .contains("Каким может быть «measure»", "<code>1.1</code>", "<code>9.10</code>");
    assertThat(served.get("/one/log?from=soon").body())
        .contains("Как может выглядеть «from», например", "<code>2026-11-23</code>");
  }

  /** It says that something began: there is no text that could be missing. */
  @Test
  void entryThatNeverHasTexts_doesNotSayThatItHasNone() {
    FakePublished held = FakePublished.sample("held");
    held.holdMassChange();
    try (Served serving = new Served(held)) {
      for (String page : List.of("/held/log", "/held/log/" + held.state().revision())) {
        assertThat(serving.get(page).body())
            .as(page)
            .contains("Изменилось сразу всё.")
            .doesNotContain("Без текста", "id=\"change\"");
      }
    }
  }

  @Test
  void foldedRefusal_showsWhatReachedTheSite() {
    FakePublished sitting = FakePublished.sample("sitting");
    sitting.accept("7.1", "progress.spb", "", "Идут переговоры", "Идут переговоры");
    sitting.refuse("7.1", "progress.spb", "Идут переговоры", "Звоните", "personal-data");
    try (Served serving = new Served(sitting)) {
      assertThat(serving.get("/sitting/log?measure=7.1").body())
          .containsPattern(
              "Из этого на сайт попало:</p>\\s+<p class=\"change\" dir=\"auto\"><ins><i>добавлено:"
                  + " </i>Идут переговоры</ins>");
    }
  }

  @Test
  void editsOfASide_areFoldedTheSameWayWhereOnlyItsEditsAreWanted() {
    FakePublished sitting = FakePublished.sample("sitting");
    sitting.accept("7.1", "progress.spb", "", "Идут переговоры", "Идут переговоры");
    sitting.accept("7.1", "status", "Не начато", "В работе", "in-progress");
    try (Served serving = new Served(sitting)) {
      for (String query : List.of("?measure=7.1", "?measure=7.1&party=spb")) {
        assertThat(serving.get("/sitting/log" + query).body()).doesNotContain("правки подряд");
      }
    }
  }

  @Test
  void log_beginsWithWhatIsHeldAndWhatWaits() {
    FakePublished waiting = FakePublished.sample("waiting");
    try (Served serving = new Served(waiting)) {
      assertThat(serving.get("/waiting/log").body())
          .contains("На сайте прежнее значение")
          .contains("<a href=\"/waiting/measures/7.6\">Мероприятие 7.6</a> · Статус: с")
          .contains("<a href=\"/waiting/log?review=waiting\">2 записи</a>, самая старая пришла");
      assertThat(serving.get("/waiting/log?review=waiting").body())
          .contains("id=\"e8\"", "id=\"e11\"")
          .doesNotContain("id=\"e9\"", "На сайте прежнее значение");
    }
  }

  @Test
  void log_beginsWithTheMassChangeThatIsHeld() {
    FakePublished held = FakePublished.sample("mass");
    held.holdMassChange();
    try (Served serving = new Served(held)) {
      String log = serving.get("/mass/log").body();
      assertThat(log)
          .containsPattern(
              "Массовое изменение ждёт второго взгляда</h3>\\s*<p>Сайт не меняется с"
                  + " <time datetime=\"2026-11-23T11:17:02.250Z\">23.11.2026 14:17</time>, \\d+")
          .contains("<a href=\"/mass/log/12\">В чём дело</a>");
      assertThat(log.indexOf("ждёт второго взгляда"))
          .isLessThan(log.indexOf("На сайте прежнее значение"));
    }
  }

  @Test
  void massChangeThatWasPutBack_isNotListed() {
    FakePublished held = FakePublished.sample("mass");
    held.holdMassChange();
    held.dropMassChange();
    try (Served serving = new Served(held)) {
      assertThat(serving.get("/mass/log").body()).doesNotContain("ждёт второго взгляда");
    }
  }

  @Test
  void review_standsWithWhatWasReviewed() {
    FakePublished reviewed = FakePublished.sample("reviewed");
    reviewed.review(8, "Ошибка в данных");
    reviewed.review(8, "Так и задумано");
    try (Served serving = new Served(reviewed)) {
      for (String path : List.of("/reviewed/log", "/reviewed/log/8", "/reviewed/measures/7.6")) {
        assertThat(serving.get(path).body())
            .contains("Рассмотрено: <strong dir=\"auto\">Ошибка в данных</strong>")
            .contains("Рассмотрено: <strong dir=\"auto\">Так и задумано</strong>");
      }
    }
  }

  @Test
  void longLog_isPagedByCursor() {
    FakePublished busy = FakePublished.sample("busy");
    for (int i = 0; i < 230; i++) {
      busy.accept("1.2", "progress.spb", "раз " + i, "раз " + (i + 1), "раз " + (i + 1));
    }
    try (Served many = new Served(busy)) {
      StringBuilder seen = new StringBuilder();
      String path = "/busy/log?column=progress.spb";
      int pages = 0;
      while (!path.isEmpty()) {
        String body = many.get(path).body();
        assertThat(bytes(body)).isLessThan(100_000);
        Matcher ids = Pattern.compile("id=\"e(\\d+)\"").matcher(body);
        while (ids.find()) {
          seen.append(ids.group(1)).append(' ');
        }
        Matcher older = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"").matcher(body);
        path = older.find() ? older.group(1).replace("&amp;", "&") : "";
        pages++;
      }
      assertThat(pages).isEqualTo(3);
      assertThat(seen.toString().split(" ")).hasSize(232).doesNotHaveDuplicates();
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void edition_isSaidInWords() {
    String name = roadmap.roadmap().edition().name().substring("sha256:".length());
    assertThat(page("/one/log"))
        .contains("Вступила в силу подписанная редакция документа: " + name.substring(0, 12))
        .doesNotContain("sha256:");
    assertThat(page("/one/log/1")).contains(name);
  }

  @Test
  void linksOfTheLog_leadWhereTheySay() {
    String log = page("/one/log");
    assertThat(log)
        .contains("<a href=\"log/8\">№ 8</a>")
        .contains("<a href=\"measures/7.6\">Мероприятие 7.6</a>");
    assertThat(page("/one/measures/7.6")).contains("<a href=\"/one/log/8\">№ 8</a>");
  }

  @Test
  void longEdit_isCutInTheLogAndShorterWhereSeveralAreFolded() {
    FakePublished wordy = FakePublished.sample("wordy");
    String text = "слово ".repeat(80).strip();
    String other = "новое ".repeat(80).strip();
    wordy.accept("2.1", "progress.spb", "", text, text);
    wordy.accept("3.1", "progress.spb", "", text, text);
    wordy.accept("3.1", "progress.spb", text, other, other);
    long newest = wordy.state().revision();
    try (Served served = new Served(wordy)) {
      String log = served.get("/wordy/log").body();
      assertThat(added(log, newest - 2)).startsWith(text.substring(0, 160)).doesNotStartWith(text);
      assertThat(added(log, newest)).startsWith(other.substring(0, 80)).doesNotStartWith(other);
      assertThat(served.get("/wordy/log/" + newest).body()).contains(text, other);
    }
  }

  /** What an entry of the log shows as added. */
  private static String added(String log, long seq) {
    Matcher entry =
        Pattern.compile("id=\"e" + seq + "\".*?добавлено: </i>([^<]*)</ins>", Pattern.DOTALL)
            .matcher(log);
    assertThat(entry.find()).isTrue();
    return entry.group(1);
  }

  @Test
  void entry_isWholeAndKnowsItsNeighbours() {
    assertThat(page("/one/log/8"))
        .contains("href=\"/one/log/7\" rel=\"prev\"")
        .contains("href=\"/one/log/9\" rel=\"next\"")
        .contains("Сайт не изменился")
        .contains("<del><i>удалено: </i>В работе</del>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/two",
        "/one/measures/99.9",
        "/one/log/12",
        "/one/log/0",
        "/one/log/x",
        "/one//",
        "/..",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%3Cscript%3E"
      })
  void unknownPage_is404InRussian(String path) {
    HttpResponse<String> response = served.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("Страница не найдена").doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/one?sttus=done",
        "/one?status=fertig",
        "/one?q=%ff",
        "/one/log?rule=%3Cb%3E",
        "/one/log?from=x",
        "/one/log?before=0",
        "/one/log?type=x",
        "/one/measures/7.6?x=y",
        "/?x=y"
      })
  void unknownFilter_is400InRussian(String path) {
    HttpResponse<String> response = served.get(path);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(response.body()).contains("На главную").doesNotContain("fertig");
  }

  @Test
  void staleSheet_isSaidOnThePage() {
    FakePublished stale = FakePublished.sample("stale");
    stale.stale(Optional.of(Instant.parse("2026-11-23T12:00:00Z")));
    try (Served serving = new Served(stale)) {
      assertThat(serving.get("/stale").body()).contains("С 23.11.2026 15:00 таблица не читается");
    }
  }

  @Test
  void page_isRenderedOncePerRevision() {
    int before = roadmap.memoryLog().reads();
    String first = header(served.get("/one/log?column=term"), "ETag");
    String second = header(served.get("/one/log?column=term&measure="), "ETag");

    assertThat(second).isEqualTo(first);
    assertThat(roadmap.memoryLog().reads()).isEqualTo(before + 1);
  }

  @Test
  void commit_isOnThePageAtOnce() {
    FakePublished live = FakePublished.sample("live");
    try (Served serving = new Served(live)) {
      assertThat(serving.get("/").body()).contains("Исполнено: 1");
      live.accept("7.6", "status", "", "Исполнено", "done");
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
      String home = serving.get("/").body();
      while (!home.contains("Исполнено: 2") && System.nanoTime() < deadline) {
        home = serving.get("/").body();
      }
      assertThat(home).contains("Исполнено: 2");
      assertThat(serving.get("/live/measures/7.6").body()).contains("Исполнено");
    }
  }

  @Test
  void commitAfterTheServerIsClosed_doesNoHarm() {
    FakePublished live = FakePublished.sample("live");
    Served closed = new Served(live);
    closed.close();

    live.accept("7.6", "status", "", "Исполнено", "done");

    assertThat(live.state().revision()).isEqualTo(12);
  }
}
