package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;
import org.sverka.text.Sha256;

/** What changed between two days, and whether a paper says the same. */
class StatementIT {
  private static final Pattern CODE = Pattern.compile("<code>(\\d+-\\d+-[0-9A-Z-]{11})</code>");
  private static final FakePublished ROADMAP = FakePublished.sample("one");
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(ROADMAP);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String page(String path) {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static String code(String page) {
    Matcher code = CODE.matcher(page);
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @Test
  void betweenTwoRevisions_isWhatTheSiteShowsOtherwise() {
    assertThat(page("/one/log/compare?since=1&revision=6"))
        .contains("Изменились 3 мероприятия")
        .contains("<del><i>удалено: </i>Не начато</del>")
        .contains("<ins><i>добавлено: </i>Исполнено</ins>")
        .contains("<ins><i>добавлено: </i>01.03.2026</ins>")
        .contains("<tr><th scope=\"row\">Исполнено</th><td>0</td><td>1</td></tr>");
  }

  @Test
  void betweenTwoDays_includesBoth() {
    assertThat(page("/one/log/compare?from=2026-11-23&to=2026-11-23")).contains("Мероприятие 1.2");
    assertThat(page("/one/log/compare?from=2026-11-24")).contains("ничего не изменилось");
    assertThat(page("/one/log/compare")).contains("Мероприятие 1.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from=2026-11-01&to=2026-11-29 | за период с 01.11.2026 по 29.11.2026
          from=2026-11-01 | за период с 01.11.2026 по последнюю запись
          from=2026-11-01&to=9000-01-01 | за период с 01.11.2026 по настоящее время
          to=2026-11-29 | за период с начала журнала по 29.11.2026
          since=1&revision=6 | за период после записи № 1 по запись № 6
          from=2026-11-01&revision=6 | за период с 01.11.2026 по запись № 6
          utm_source=mail | за период с начала журнала по последнюю запись
          """)
  void statement_saysWhatWasAsked(String query, String period) {
    assertThat(page("/one/log/compare?" + query))
        .contains("<p class=\"period\">" + period + "</p>")
        .contains("Было, по состоянию на", "Стало, по состоянию на");
  }

  @Test
  void dayThatIsNotOver_saysHowFarTheLogHasCome() {
    String today = LocalDate.now(ROADMAP.zone()).toString();

    assertThat(page("/one/log/compare?from=2026-11-01&to=" + today))
        .contains(" (день ещё не закончился, последняя запись журнала — 23.11.2026 14:16)</p>");
  }

  @Test
  void instruction_isThereForDaysOnly() {
    assertThat(page("/one/log/compare?from=2026-11-01")).contains("за выбранные дни");
    assertThat(page("/one/log/compare?since=1")).doesNotContain("за выбранные дни");
    assertThat(page("/one/log/compare?revision=4")).doesNotContain("за выбранные дни");
  }

  @Test
  void days_stayInTheForm() {
    assertThat(page("/one/log/compare?from=2026-11-01&to=2026-11-29"))
        .contains("name=\"from\" value=\"2026-11-01\"")
        .contains("name=\"to\" value=\"2026-11-29\"");
  }

  @Test
  void whatWasRefused_isNotOnIt() {
    assertThat(page("/one/log/compare"))
        .doesNotContain("Готово")
        .contains("в том числе отклонённые");
  }

  @Test
  void table_isTheStatementAndItsNameIsTheCode() {
    String code = code(page("/one/log/compare?since=1&revision=4"));
    HttpResponse<String> table = served.get("/one/log/compare.csv?since=1&revision=4");

    assertThat(table.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"one-" + code + ".csv\"");
    assertThat(table.body())
        .isEqualTo(
            "roadmap,since,revision,section,measure,column,before,after\r\n"
                + "one,1,4,1,1.1,status,not-started,in-progress\r\n"
                + "one,1,4,1,1.2,status,not-started,done\r\n"
                + "one,1,4,1,1.2,completedOn,,2026-03-01\r\n");
  }

  @Test
  void code_matchesForEver() {
    FakePublished later = FakePublished.sample("later");
    try (Served serving = new Served(later)) {
      String code = code(serving.get("/later/log/compare?since=1&revision=6").body());
      later.accept("1.1", "status", "В работе", "Исполнено", "done");
      later.accept("7.6", "status", "", "Исполнено", "done");

      assertThat(
              serving
                  .get("/later/log/check?code=" + code.toLowerCase(java.util.Locale.ROOT))
                  .body())
          .contains("<strong>Код совпадает.</strong>")
          .contains("href=\"/later/log/compare?since=1&amp;revision=6\"");
    }
  }

  @Test
  void codeThatMatches_saysWhatItStandsForAndWhatToCompare() {
    String code = code(page("/one/log/compare?since=1&revision=6"));

    assertThat(page("/one/log/check?code=" + code))
        .contains("на 23.11.2026 14:06 (запись № 1) и на 23.11.2026 14:11 (запись № 6)")
        .contains("Между ними изменились 3 мероприятия.")
        .contains("сверьте её с ведомостью", "Дни в словах «за период…» в код не входят")
        .contains(
            "<a href=\"/one/log/compare?since=1&amp;revision=6\">Ведомость по нашему журналу");
  }

  /** What is compared is two states: on days on which nothing happened it is the same. */
  @Test
  void daysOfThePeriod_doNotEnterTheCode() {
    assertThat(code(page("/one/log/compare?from=2020-01-01&to=2026-11-24")))
        .isEqualTo(code(page("/one/log/compare")));
  }

  @Test
  void otherCode_doesNotMatch() {
    String code = code(page("/one/log/compare?since=1&revision=6"));
    char last = code.charAt(code.length() - 1);
    String other = code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0');

    assertThat(page("/one/log/check?code=" + other)).contains("Не совпадает.");
    assertThat(page("/one/log/check?code=" + code.replaceFirst("1-6", "1-7")))
        .contains("Не совпадает.");
    assertThat(page("/one/log/check?code=" + code.replaceFirst("1-6", "1-999")))
        .contains("Не совпадает.");
  }

  @Test
  void file_isHeldAgainstTheLogByItsDigest() {
    String code = code(page("/one/log/compare?since=1&revision=6"));
    HttpResponse<byte[]> table = served.bytes("/one/log/compare.csv?since=1&revision=6");

    assertThat(page("/one/log/check?code=" + code + "&sha256=" + Sha256.hex(table.body())))
        .contains("<strong>Совпадает.</strong>");
    assertThat(page("/one/log/check?code=" + code + "&sha256=" + "0".repeat(64)))
        .contains("Не совпадает.");
  }

  /** Without scripts too: the next answer is about the file again. */
  @Test
  void answerAboutAFile_keepsItsDigestInTheForm() {
    String code = code(page("/one/log/compare?since=1&revision=6"));
    String sha256 = "0".repeat(64);

    assertThat(page("/one/log/check?code=" + code + "&sha256=" + sha256))
        .contains("<input type=\"hidden\" name=\"sha256\" value=\"" + sha256 + "\">");
    assertThat(page("/one/log/check?code=0&sha256=" + sha256))
        .contains("<input type=\"hidden\" name=\"sha256\" value=\"" + sha256 + "\">");
    assertThat(page("/one/log/check?code=" + code))
        .contains("<input type=\"hidden\" name=\"sha256\" value=\"\" disabled>");
  }

  @Test
  void wrongFile_isToldOfAsAFile() {
    String code = code(page("/one/log/compare?since=1&revision=6"));

    assertThat(page("/one/log/check?code=" + code + "&sha256=" + "0".repeat(64)))
        .contains("получается другой файл", "Скачайте ведомость заново")
        .contains("<a href=\"/one/log/compare?since=1&amp;revision=6\">Ведомость по нашему журналу")
        .doesNotContain("Сверьте код с бумагой");
  }

  @Test
  void erasureAfterTheStatement_isNamedAsAPossibleCause() {
    FakePublished later = FakePublished.sample("erased");
    try (Served serving = new Served(later)) {
      String wrong = "/erased/log/check?code=1-6-00000-00000";
      String before = serving.get(wrong).body();
      later.erase(3);
      String after = serving.get(wrong).body();

      assertThat(before).contains("Не совпадает.").doesNotContain("по закону удалены");
      assertThat(after)
          .contains("по закону удалены тексты: № 3.")
          .contains("<a href=\"/erased/log?column=erased\">Что удалено</a>");
      assertThat(serving.get("/erased/log/check?code=1-12-00000-00000").body())
          .as("the erasure is the newest entry of that statement, which never had the text")
          .doesNotContain("по закону удалены");
    }
  }

  /** 12: a text comes. 13: it is replaced. 14: it is erased. */
  private static FakePublished withAnErasure(String id) {
    FakePublished roadmap = FakePublished.sample(id);
    roadmap.accept("1.2", "progress.spb", "", "Встреча у Незабудкиной", "Встреча у Незабудкиной");
    roadmap.accept("1.2", "progress.spb", "Встреча у Незабудкиной", "Встреча", "Встреча");
    roadmap.erase(12);
    return roadmap;
  }

  @Test
  void textThatWasErased_isSaidToHaveStoodThere() {
    try (Served serving = new Served(withAnErasure("gone"))) {
      String before = serving.get("/gone/log/compare?since=12&revision=13").body();
      String after = serving.get("/gone/log/compare?since=11&revision=12").body();

      assertThat(before)
          .contains("Было: текст удалён по закону.", "<ins><i>добавлено: </i>Встреча</ins>")
          .contains("href=\"/gone/log?column=erased\"")
          .doesNotContain("Стало: текст удалён", "Незабудкиной");
      assertThat(after)
          .contains("Изменилось 1 мероприятие", "Стало: текст удалён по закону.")
          .doesNotContain("Было: текст удалён", "Незабудкиной");
    }
  }

  @Test
  void textThatWasErased_isMarkedInTheTable() {
    try (Served serving = new Served(withAnErasure("gone"))) {
      assertThat(serving.get("/gone/log/compare.csv?since=12&revision=13").body())
          .isEqualTo(
              "roadmap,since,revision,section,measure,column,before,after,erased\r\n"
                  + "gone,12,13,1,1.2,progress.spb,,Встреча,before\r\n");
      assertThat(serving.get("/gone/log/compare.csv?since=11&revision=12").body())
          .endsWith("gone,11,12,1,1.2,progress.spb,,,after\r\n");
      assertThat(serving.get("/gone/log/compare.csv?since=13&revision=14").body())
          .doesNotContain("erased");
    }
  }

  @Test
  void erasedTextThatStoodAtBothEnds_isNoChange() {
    FakePublished roadmap = FakePublished.sample("kept");
    roadmap.accept("1.2", "progress.spb", "", "Встреча у Незабудкиной", "Встреча у Незабудкиной");
    roadmap.accept("1.1", "status", "В работе", "Исполнено", "done");
    roadmap.accept("1.2", "progress.spb", "Встреча у Незабудкиной", "Встреча", "Встреча");
    try (Served serving = new Served(roadmap)) {
      String path = "/kept/log/compare?since=12&revision=13";
      String code = code(serving.get(path).body());
      roadmap.erase(12);

      assertThat(serving.get(path).body()).doesNotContain("текст удалён", "Мероприятие 1.2");
      assertThat(serving.get("/kept/log/check?code=" + code).body())
          .contains("<strong>Код совпадает.</strong>");
    }
  }

  @Test
  void statementMadeBeforeAnErasure_isAnsweredWithWhatWasErased() {
    FakePublished roadmap = FakePublished.sample("late");
    roadmap.accept("1.2", "progress.spb", "", "Встреча у Незабудкиной", "Встреча у Незабудкиной");
    roadmap.accept("1.2", "progress.spb", "Встреча у Незабудкиной", "Встреча", "Встреча");
    try (Served serving = new Served(roadmap)) {
      String code = code(serving.get("/late/log/compare?since=12&revision=13").body());
      roadmap.erase(12);

      assertThat(serving.get("/late/log/check?code=" + code).body())
          .contains("Не совпадает.", "по закону удалены тексты: № 12.");
      String anew = code(serving.get("/late/log/compare?since=12&revision=13").body());
      assertThat(serving.get("/late/log/check?code=" + anew).body())
          .contains("<strong>Код совпадает.</strong>");
    }
  }

  @Test
  void whatIsNoCode_isSaidToBeNone() {
    assertThat(page("/one/log/check?code=%3Cscript%3E"))
        .contains("Это не похоже на код")
        .doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare?from=2026-11-24&to=2026-11-23",
        "compare.csv?from=2026-11-24&to=2026-11-23",
        "compare?from=9000-01-01",
        "compare?from=9000-01-01&to=9000-01-02"
      })
  void periodWithoutADay_is400(String query) {
    HttpResponse<String> response = served.get("/one/log/" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).containsPattern("В этом периоде нет ни одного дня|empty-period");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare?from=2020-01-01&to=2020-01-02", "compare?to=2026-11-22",
        "compare.csv?from=2020-01-01&to=2020-01-02", "compare.csv?to=2026-11-22"
      })
  void periodThatIsOverBeforeTheLog_saysSinceWhenThereIsOne(String query) {
    HttpResponse<String> response = served.get("/one/log/" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .containsPattern("Журнал начался позже|before-the-log")
        .contains("2026-11-23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare?since=6&revision=5",
        "compare.csv?since=6&revision=5",
        "compare?from=2026-11-24&revision=3"
      })
  void revisionsInTheWrongOrder_areSpokenOfAsSuch(String query) {
    HttpResponse<String> response = served.get("/one/log/" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .containsPattern("Проверьте номера записей|revision that the period ends")
        .doesNotContain("Последний день раньше первого");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare?since=5&from=2026-11-23", "compare?revision=5&to=2026-11-23",
        "compare.csv?since=5&from=2026-11-23", "compare.csv?revision=5&to=2026-11-23"
      })
  void endThatIsNamedTwice_isRefused(String query) {
    HttpResponse<String> response = served.get("/one/log/" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).containsPattern("и днём, и номером записи|said-twice");
  }

  @Test
  void periodThatBeginsBeforeTheLog_saysWhenTheLogBegan() {
    assertThat(page("/one/log/compare?from=2026-11-01")).contains("Журнал ведётся с 23.11.2026");
    assertThat(page("/one/log/compare?from=2026-11-23")).doesNotContain("Журнал ведётся с");
    assertThat(page("/one/log/compare")).doesNotContain("Журнал ведётся с");
  }

  @Test
  void entries_areThoseBetweenTheTwoStates() {
    assertThat(page("/one/log/compare?since=1&revision=6")).contains("<dd>2 – 6</dd>");
    assertThat(page("/one/log/compare?since=6&revision=6")).contains("<dd>—</dd>");
  }

  @Test
  void daysIncluded_areSpokenOfWhereDaysAreAskedFor() {
    assertThat(page("/one/log/compare?from=2026-11-01")).contains("Первый и последний день входят");
    assertThat(page("/one/log/compare?since=1&revision=6"))
        .doesNotContain("Первый и последний день входят");
  }

  @Test
  void rightStatementAfterAnErasure_isNotSaidToBeOfAnUntouchedLog() {
    FakePublished later = FakePublished.sample("kept");
    try (Served serving = new Served(later)) {
      String code = code(serving.get("/kept/log/compare?since=1&revision=2").body());
      later.erase(8);

      assertThat(serving.get("/kept/log/check?code=" + code).body())
          .contains("<strong>Код совпадает.</strong>", "удалены тексты: № 8.")
          .doesNotContain("ничего не изменено");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare?from=x", "compare?to=2026-13-01", "compare?since=0", "compare?revision=99",
        "compare?since=1e2", "compare.csv?from=x", "compare?x=1", "check?x=1",
        "check?code=1-6-00000-00000&sha256=abc"
      })
  void unknownQuery_is400(String query) {
    assertThat(served.get("/one/log/" + query).statusCode()).isEqualTo(400);
  }
}
