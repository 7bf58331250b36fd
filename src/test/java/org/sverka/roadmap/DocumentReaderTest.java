package org.sverka.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sverka.roadmap.InvalidRoadmapException.Problem;

class DocumentReaderTest {
  private static final Path SEEDS = Path.of("seeds");

  private static Descriptor descriptor() {
    return DescriptorReader.read("roadmap.json", file("roadmap.json"));
  }

  private static String signed() {
    return file(descriptor().document());
  }

  private static String file(String name) {
    try {
      return Files.readString(SEEDS.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Roadmap read(String text) {
    return DocumentReader.read(descriptor(), "signed.txt", text);
  }

  private static Measure measure(String number) {
    return read(signed()).measures().get(new MeasureNumber(number));
  }

  private static List<Problem> refused(String text) {
    return catchThrowableOfType(InvalidRoadmapException.class, () -> read(text)).problems();
  }

  /** The line, from 1, that the text stands in. */
  private static int lineOf(String text, String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count()
        + (text.charAt(text.indexOf(part) - 1) == '\n' ? 1 : 0);
  }

  @Test
  void signedDocument_hasItsTwelveSections() {
    assertThat(read(signed()).sections().stream().map(s -> s.measures().size()))
        .containsExactly(6, 1, 4, 1, 4, 2, 6, 3, 3, 7, 1, 3);
  }

  @Test
  void signedDocument_hasTitlePeriodAndParties() {
    Roadmap roadmap = read(signed());
    assertThat(roadmap.title())
        .isEqualTo(
            "ПЛАН МЕРОПРИЯТИЙ («ДОРОЖНАЯ КАРТА») по развитию сотрудничества между Санкт-Петербургом"
                + " и Калининградской областью на 2023-2026 годы");
    assertThat(roadmap.period()).isEqualTo(new Period(2023, 2026));
    assertThat(roadmap.parties().stream().map(Party::key)).containsExactly("spb", "kaliningrad");
  }

  @Test
  void measureRepeatedWholeAfterPageBreak_isReadOnce() {
    assertThat(measure("1.3").text())
        .isEqualTo(
            "Содействие участию представителей хозяйствующих субъектов Калининградской области в"
                + " ежегодном Петербургском международном инновационном форуме в случае поступления"
                + " соответствующих обращений");
  }

  @Test
  void measureContinuedAfterPageBreak_isWhole() {
    assertThat(measure("2.1").text())
        .isEqualTo(
            "Обмен опытом работы исполнительных органов государственной власти (далее – ИОГВ) и"
                + " государственных учреждений, осуществляющих функции по обеспечению деятельности"
                + " мировых судей, путем проведения конференций, семинаров, рабочих встреч");
    assertThat(measure("6.1").text()).contains("экологического состояния, ликвидации");
    assertThat(measure("10.4").text())
        .endsWith("Калининградской области в деловых и событийных мероприятиях регионов");
    assertThat(measure("12.1").text())
        .endsWith("на территориях Санкт-Петербурга и Калининградской области");
  }

  @Test
  void semicolonsInText_doNotSplitIt() {
    assertThat(measure("7.6").text())
        .contains("«Женщина года» (март); Международный форум")
        .endsWith("Санкт-Петербургский Форум Добровольчества (декабрь)");
  }

  @Test
  void severalBodiesInCell_areTold() {
    assertThat(measure("1.1").responsible().get("kaliningrad").stream().map(Responsible::name))
        .containsExactly(
            "Министерство экономического развития, промышленности и торговли Калининградской"
                + " области",
            "Министерство сельского хозяйства Калининградской области",
            "Министерство строительства и ЖКХ Калининградской области");
  }

  @Test
  void twoSpellingsOfBody_haveOneKeyAndStayAsSigned() {
    Responsible first = measure("7.1").responsible().get("spb").get(0);
    Responsible second = measure("7.2").responsible().get("spb").get(0);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.name()).isEqualTo("Комитет по социальной политике Санкт Петербурга");
    assertThat(first.name()).isEqualTo("Комитет по социальной политике Санкт-Петербурга");
  }

  @Test
  void declaredArtefactInText_isPutRight() {
    assertThat(measure("5.4").text()).contains("в Санкт-Петербургском международном");
  }

  @Test
  void termOfOneYear_beginsAndEndsInIt() {
    assertThat(measure("8.3").term()).isEqualTo(new Term("2023 г.", 2023, 2023));
  }

  @Test
  void lineThatFitsNowhere_isRefusedByItsNumber() {
    String text = signed().replace("1.4\tСодействие", "Приложение\n1.4\tСодействие");
    assertThat(refused(text).get(0).line()).isEqualTo(lineOf(text, "Приложение"));
  }

  @Test
  void measureLeftOut_isRefused() {
    String text =
        signed()
            .lines()
            .filter(line -> !line.startsWith("5.2\t"))
            .collect(Collectors.joining("\n"));
    assertThat(refused(text).get(0).message()).contains("5.3").contains("expected was 5.2");
  }

  @Test
  void measureTwiceOnOnePage_isRefused() {
    String row =
        signed().lines().filter(line -> line.startsWith("5.2\t")).findFirst().orElseThrow();
    assertThat(refused(signed().replace(row, row + "\n" + row)).get(0).message()).contains("5.2");
  }

  @Test
  void rowWithMissingCell_isRefused() {
    assertThat(refused(signed().replace("\t2023 г.", "")).get(0).message()).contains("4 cells");
  }

  @Test
  void unknownTerm_isRefused() {
    assertThat(refused(signed().replace("2023 г.", "скоро")).get(0).message()).contains("«скоро»");
  }

  @Test
  void termOutsidePeriod_isRefused() {
    assertThat(refused(signed().replace("2023 г.", "2029 г.")).get(0).message()).contains("2029");
  }

  @Test
  void wrongSignature_isRefused() {
    assertThat(refused(signed().replace("А.Д.Беглов", "А.Б.Чужой")).stream().map(Problem::message))
        .anySatisfy(message -> assertThat(message).contains("А.Б.Чужой"));
  }

  @Test
  void severalFaults_areReportedTogether() {
    String text = signed().replace("2023 г.", "скоро").replace("5.2\t", "5.9\t");
    assertThat(refused(text)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void emptyFile_isRefused() {
    assertThat(refused("")).isNotEmpty();
  }

  @Test
  void sameDocument_hasSameEdition() {
    assertThat(read(signed()).edition()).isEqualTo(read(signed().replace("\n", "\r\n")).edition());
    assertThat(read(signed()).edition().name()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void rowWithoutNumberAwayFromPageBreak_isRefused() {
    String text = signed().replace("1.5\tОбмен", "\tПриложение\t\t\t\n1.5\tОбмен");
    assertThat(refused(text).get(0).line()).isEqualTo(lineOf(text, "Приложение"));
  }

  @Property(tries = 200)
  void strayLineAnywhere_isRefusedByItsNumber(
      @ForAll @IntRange(min = 0, max = 400) int place, @ForAll("strayLines") String stray) {
    List<String> lines = new ArrayList<>(signed().lines().toList());
    int index = place % lines.size();
    lines.add(index, stray);
    assertThat(refused(String.join("\n", lines)).stream().map(Problem::line))
        .as("line %d: %s", index + 1, stray)
        .contains(index + 1);
  }

  @Provide
  Arbitrary<String> strayLines() {
    return Arbitraries.of(
        "Приложение",
        "13.1\tНовое мероприятие\tКомитет\tМинистерство\t2023-2026 гг.",
        "1\t2\t3\t4",
        "<b>Без номера</b>\t\t\t\t",
        "а\tб\tв\tг\tд");
  }
}
