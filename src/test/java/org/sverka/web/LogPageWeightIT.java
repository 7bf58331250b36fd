package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
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
import org.sverka.sync.Charter;
import org.sverka.testing.FakePublished;
import org.sverka.testing.SignedRoadmap;

/** A page of a hundred entries is below 100 kB, whatever they are about. */
class LogPageWeightIT {
  private static final String LOG = "/spb-kaliningrad-2023-2026/log";
  private static final int PAGE = 100;
  private static final int MOST_BYTES = 100_000;
  private static final int MOST_BYTES_PACKED = 30_000;
  private static final List<String> COLUMNS =
      List.of("status", "completedOn", "progress.spb", "progress.kaliningrad", "evidence");
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

  /** What an ordinary quarter leaves behind: some of everything, and some cells that are held. */
  @Test
  void mix_ofAllThatHappens_besideHeldCells() {
    for (int seed = 0; seed < 12; seed++) {
      FakePublished mixed = mix(new Random(seed), 110, 8 + seed);
      try (Served served = new Served(mixed)) {
        assertThat(numbers(light(served, LOG))).as("seed %s", seed).hasSizeGreaterThan(40);
      }
    }
  }

  /** Every page of a log is light, and together they have each entry once. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void mix_random_isLightAndWhole(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 160) int entries,
      @ForAll @IntRange(max = 120) int held) {
    FakePublished mixed = mix(random, entries, held);
    List<Long> found = new ArrayList<>();
    try (Served served = new Served(mixed)) {
      String path = LOG;
      while (!path.isEmpty()) {
        String page = light(served, path);
        found.addAll(numbers(page));
        path = older(page);
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, mixed.state().revision()).boxed().toList());
  }

  /** More than a page can have, were all of it shown. */
  @Test
  void entry_ofWhichRulesSayMore_thanAPageCanHave() {
    String message = "Мероприятие 7.6 сформулировано иначе, чем в прежней редакции. ".repeat(8);
    List<LoggedFinding> findings =
        Collections.nCopies(300, new LoggedFinding("edition", Severity.NOTE, message));
    enter(
        EntryType.EDITION,
        "",
        "",
        "",
        "sha256:" + "a".repeat(64),
        findings,
        Verdict.NONE,
        "",
        APART);

    try (Served served = new Served(roadmap)) {
      String page = light(served, LOG);
      long seq = roadmap.state().revision();
      assertThat(numbers(page)).hasSizeGreaterThan(5);
      assertThat(page)
          .contains("<a href=\"log/" + seq + "\">Ещё 280 замечаний: № " + seq + " целиком</a>");
    }
  }

  /** More cells than a page can list. */
  @Test
  void held_ofAllMeasures_areCountedInTheEnd() {
    FakePublished signed = signed();
    Set<MeasureNumber> every = signed.roadmap().measures().keySet();
    for (MeasureNumber measure : every) {
      COLUMNS.forEach(
          column -> signed.refuse(measure.value(), column, "", "Готово", "status-vocabulary"));
    }

    try (Served served = new Served(signed)) {
      String page = light(served, LOG);
      assertThat(numbers(page)).hasSizeGreaterThan(50);
      int more = COLUMNS.size() * every.size() - 20;
      assertThat(page)
          .contains("<a href=\"/spb-kaliningrad-2023-2026\">И ещё " + more + " ячеек: смотрите");
    }
  }

  private static FakePublished signed() {
    Charter charter = SignedRoadmap.charter();
    return new FakePublished(charter.roadmap(), charter.layout());
  }

  private static FakePublished mix(Random random, int entries, int held) {
    FakePublished mixed = signed();
    List<String> all =
        mixed.roadmap().measures().keySet().stream().map(MeasureNumber::toString).toList();
    for (int i = 0; i < held; i++) {
      String text = report(random);
      mixed.refuse(pick(random, all), pick(random, COLUMNS), "", text, "vague-report");
    }
    for (int i = 0; i < entries; i++) {
      enterOne(mixed, random, pick(random, all), pick(random, COLUMNS));
    }
    return mixed;
  }

  private static void enterOne(FakePublished mixed, Random random, String measure, String column) {
    EntryType type =
        pick(
            random,
            List.of(
                EntryType.EDIT,
                EntryType.EDIT,
                EntryType.EDIT,
                EntryType.EFFECT,
                EntryType.REPAIR,
                EntryType.ROW,
                EntryType.TIME,
                EntryType.REVIEW));
    long seq = mixed.state().revision() + 1;
    if (type == EntryType.REVIEW) {
      mixed.review(1 + random.nextInt((int) seq - 1), "Ошибка в правиле");
      return;
    }
    List<LoggedFinding> findings =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(
                at ->
                    new LoggedFinding(
                        pick(random, List.of("vague-report", "long-silence", "status-vocabulary")),
                        pick(random, List.of(Severity.values())),
                        report(random)))
            .toList();
    boolean refused = findings.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    String party = pick(random, List.of("", "spb", "kaliningrad"));
    mixed.enter(
        new Entry(
            seq,
            FakePublished.START.plusSeconds(seq * (1 + random.nextInt(2) * 1_200L)),
            type,
            measure,
            type == EntryType.ROW ? "" : column,
            report(random),
            report(random),
            refused ? Verdict.REJECTED : Verdict.ACCEPTED,
            findings,
            party,
            party.isEmpty() ? PartyBasis.UNKNOWN : PartyBasis.COLUMN,
            !refused));
  }

  private static <T> T pick(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** From a word to a paragraph, with quotes and links in it. */
  private static String report(Random random) {
    List<String> words =
        List.of("Проведено", "заседание", "«рабочей группы»", "& <итоги>", "https://example.org/а");
    int most = pick(random, List.of(1, 6, 15, 60));
    return IntStream.rangeClosed(0, random.nextInt(most))
        .mapToObj(at -> pick(random, words))
        .collect(Collectors.joining(" "));
  }

  private static String older(String page) {
    Matcher link = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
    return link.find() ? link.group(1).replace("&amp;", "&") : "";
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
