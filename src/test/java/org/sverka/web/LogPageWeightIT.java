package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.testing.FakePublished;

/** A page of a hundred entries is below 100 kB, whatever they are about. */
class LogPageWeightIT {
  private static final String LOG = "/spb-kaliningrad-2023-2026/log";
  private static final int PAGE = 100;
  private static final int MOST_BYTES = 100_000;
  private static final int MOST_BYTES_PACKED = 30_000;
  private static final Duration APART = Duration.ofHours(1);
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  private final FakePublished roadmap = FakePublished.sample("spb-kaliningrad-2023-2026");
  private final List<String> measures =
      roadmap.roadmap().measures().keySet().stream().map(MeasureNumber::toString).toList();
  private final Random random = new Random(7);

  @Test
  void rowsAndRepairs_afterAMassChange() {
    String row =
        "№ п/п: 7.6\nНаименование мероприятия: "
            + "Содействие обмену опытом Санкт-Петербурга и Калининградской области. ".repeat(5);
    String message =
        "Строка 7.6 удалена, а в подписанной дорожной карте она есть. Строка будет возвращена"
            + " вместе с тем, что в ней было.";
    for (int i = 0; i < PAGE / 2; i++) {
      enter(EntryType.ROW, "7.6", "", row, "", message, TOGETHER);
      enter(EntryType.REPAIR, "7.6", "", "", row, "", TOGETHER);
    }

    assertLight();
  }

  @Test
  void texts_unlikeEachOther() {
    edits(APART, "");

    assertLight();
  }

  @Test
  void texts_refusedWithLongMessages_areOnTwoPages() {
    edits(APART, "Нет даты и числа, по которым можно судить, что сделано. ".repeat(3));

    try (Served served = new Served(roadmap)) {
      String first = light(served, LOG);
      long last = last(first);
      assertThat(first).contains("href=\"" + LOG + "?before=" + last + "\" rel=\"next\"");
      assertThat(numbers(light(served, LOG + "?before=" + last)).get(0)).isEqualTo(last - 1);
    }
  }

  @Test
  void texts_besideMuchThatIsHeld() {
    for (String measure : measures) {
      for (String column : List.of("status", "progress.spb", "progress.kaliningrad")) {
        roadmap.refuse(measure, column, "", letters(), "formula");
      }
    }

    try (Served served = new Served(roadmap)) {
      String unused = light(served, LOG);
    }
  }

  @Test
  void texts_foldedIntoEpisodes() {
    edits(TOGETHER, "");

    assertLight();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3_600})
  void reportsOfOneSide_eachWithARemark(long seconds) {
    for (int i = 0; i < PAGE; i++) {
      String report = "Проведено заседание рабочей группы № " + i + "; подписан протокол. ";
      enter(
          EntryType.EDIT,
          measure(i % 6),
          "progress.spb",
          report.repeat(2),
          report.repeat(3),
          List.of(new LoggedFinding("long-silence", Severity.NOTE, "Давно не было вестей.")),
          Verdict.ACCEPTED_WITH_WARNINGS,
          "spb",
          Duration.ofSeconds(seconds));
    }

    try (Served served = new Served(roadmap)) {
      assertThat(numbers(light(served, LOG))).hasSizeGreaterThanOrEqualTo(85);
    }
  }

  @Test
  void texts_ofWhichEachThirdWordIsAnother() {
    for (int i = 0; i < PAGE; i++) {
      String before = words(i);
      enter(EntryType.EDIT, measure(i), "progress.spb", before, words(i + 1), "", APART);
    }

    assertLight();
  }

  private void edits(Duration pause, String message) {
    for (int i = 0; i < PAGE; i++) {
      String column = i % 2 == 0 ? "progress.spb" : "progress.kaliningrad";
      enter(EntryType.EDIT, measure(i / 2), column, letters(), letters(), message, pause);
    }
  }

  private String measure(int at) {
    return measures.get(at % measures.size());
  }

  /** 400 letters and blanks that hardly pack. */
  private String letters() {
    String letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя    ";
    return random
        .ints(400, 0, letters.length())
        .mapToObj(at -> letters.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  /** 300 words, each third of them different with each number. */
  private static String words(int number) {
    return IntStream.range(0, 300)
        .mapToObj(at -> at % 3 == 0 ? "слово" + number + "в" + at : "слово" + at)
        .collect(Collectors.joining(" "));
  }

  private void enter(
      EntryType type,
      String measure,
      String column,
      String before,
      String after,
      String message,
      Duration pause) {
    List<LoggedFinding> findings =
        message.isEmpty()
            ? List.of()
            : List.of(new LoggedFinding("vague-report", Severity.ERROR, message));
    Verdict verdict = findings.isEmpty() ? Verdict.NONE : Verdict.REJECTED;
    enter(type, measure, column, before, after, findings, verdict, "", pause);
  }

  private void enter(
      EntryType type,
      String measure,
      String column,
      String before,
      String after,
      List<LoggedFinding> findings,
      Verdict verdict,
      String party,
      Duration pause) {
    long seq = roadmap.state().revision() + 1;
    Instant at = FakePublished.START.plus(pause.multipliedBy(seq));
    roadmap.enter(
        new Entry(
            seq,
            at,
            type,
            measure,
            column,
            before,
            after,
            verdict,
            findings,
            party,
            party.isEmpty() ? PartyBasis.UNKNOWN : PartyBasis.COLUMN,
            false));
  }

  private void assertLight() {
    try (Served served = new Served(roadmap)) {
      assertThat(numbers(light(served, LOG))).hasSize(PAGE);
    }
  }

  private static String light(Served served, String path) {
    String page = served.get(path).body();
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(served.bytes(path, "Accept-Encoding", "gzip").body().length)
        .isLessThan(MOST_BYTES_PACKED);
    return page;
  }

  private static List<Long> numbers(String page) {
    return Pattern.compile("id=\"e(\\d+)\"")
        .matcher(page)
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .toList();
  }

  private static long last(String page) {
    List<Long> numbers = numbers(page);
    return numbers.get(numbers.size() - 1);
  }
}
