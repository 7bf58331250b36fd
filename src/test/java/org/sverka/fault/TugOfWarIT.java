package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.STATUS;
import static org.sverka.fault.Watch.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.cli.Editor;

/** People against each other, and people or their scripts against Sverka. */
class TugOfWarIT {
  private static final Duration A_LOOK = Duration.ofSeconds(5);

  @RegisterExtension static final Bench bench = Bench.own();

  private static Editor editor() {
    return bench.editor();
  }

  private static List<String> typedInto(Watch watch) {
    return watch.entries().stream().map(entry -> entry.path("after").asText()).toList();
  }

  @Test
  void f38_twoOfficialsRewriteAReportByTurns_eachVersionIsEnteredAndNoneIsPutBack() {
    List<String> versions =
        IntStream.range(0, 24).mapToObj(i -> "Проведена встреча, версия " + i).toList();
    editor().type("2.1", SPB, "Проведена встреча");
    bench.cycles(2);
    Watch watch = bench.watch();
    for (String version : versions) {
      editor().type("2.1", SPB, version);
      bench.pass(A_LOOK);
    }
    bench.cycle();
    assertThat(typedInto(watch)).containsExactlyElementsOf(versions);
    assertThat(watch.log()).containsOnly("2.1 edit progress.spb accepted");
    assertThat(watch.writes()).isLessThanOrEqualTo(versions.size());
    assertThat(editor().cell("2.1", SPB)).isEqualTo(versions.get(23));
    assertThat(watch.shown("2.1").at("/progress/spb").asText()).isEqualTo(versions.get(23));
  }

  @Test
  void f38_twoOfficialsSwingBetweenTwoValues_theLastOneCountsAndNoneIsPutBack() {
    bench.repeating("3.1", "status");
    Watch watch = bench.watch();
    for (int i = 0; i < 12; i++) {
      editor().type("3.1", STATUS, "В работе");
      bench.pass(A_LOOK);
      editor().type("3.1", STATUS, "Отложено");
      bench.pass(A_LOOK);
    }
    bench.cycles(2);
    assertThat(watch.log()).hasSizeBetween(2, 24).containsOnly("3.1 edit status accepted");
    assertThat(typedInto(watch)).contains("В работе").endsWith("Отложено");
    assertThat(watch.shown("3.1").path("status").asText()).isEqualTo("postponed");
    assertThat(editor().cell("3.1", STATUS)).isEqualTo("Отложено");
    assertThat(watch.writes()).isLessThanOrEqualTo(24);
  }

  @Test
  void f39_refusedTextTypedFiftyTimes_isPutBackThreeTimesAndThenLeftWithOneRecord() {
    bench.repeating("3.2", "text");
    String signed = editor().cell("3.2", TEXT);
    Watch watch = bench.watch();
    for (int i = 0; i < 50; i++) {
      editor().type("3.2", TEXT, "Обмен опытом и всё");
      bench.pass(A_LOOK);
    }
    assertThat(watch.log().stream().filter("3.2 edit text rejected"::equals)).hasSize(4);
    assertThat(watch.log().stream().filter("3.2 repair text "::equals)).hasSize(3);
    assertThat(watch.log()).hasSize(7);
    assertThat(watch.rules().stream().filter("repair-limit"::equals)).hasSize(1);
    assertThat(watch.writes()).isLessThanOrEqualTo(8);
    assertThat(watch.verdict("3.2")).startsWith("Ошибка. ");
    watch.siteIsAsItWas();
    assertThat(bench.ears().all()).contains("put back three times within an hour");
    bench.sleep(Duration.ofMinutes(61));
    assertThat(editor().cell("3.2", TEXT)).isEqualTo(signed);
  }

  @Test
  void f39_refusedStatusTypedFiftyTimes_isRefusedOnceAndStands() {
    Watch watch = bench.watch();
    for (int i = 0; i < 50; i++) {
      editor().type("3.3", STATUS, "Почти готово");
      bench.pass(A_LOOK);
    }
    assertThat(watch.log()).containsExactly("3.3 edit status rejected");
    assertThat(watch.writes()).isEqualTo(1);
    assertThat(watch.shown("3.3").path("status").asText()).isEqualTo("not-started");
  }

  @Test
  void f40_scriptThatUndoesEveryRepair_isOvercomeThreeTimesAnHourAtMost() {
    bench.repeating("3.4", "text");
    Watch watch = bench.watch();
    editor().type("3.4", TEXT, "Что хочет скрипт");
    Damage undo = Damage.meanwhile(() -> editor().type("3.4", TEXT, "Что хочет скрипт"));
    bench.wire().reword(WRITE, StandIn.ALWAYS, undo);
    bench.pass(Duration.ofMinutes(10));
    assertThat(watch.log().stream().filter("3.4 repair text "::equals)).hasSize(3);
    assertThat(watch.rules().stream().filter("repair-limit"::equals)).hasSize(1);
    assertThat(watch.writes()).isLessThanOrEqualTo(8);
    assertThat(bench.ears().all()).contains("put back three times within an hour");
    assertThat(watch.verdict("3.4")).startsWith("Ошибка. ");
    bench.mend();
    bench.sleep(Duration.ofMinutes(61));
    watch.sheetIsAsItWas();
  }

  @Test
  void f40_valueOfARowThatComesBackUnderStricterRules_isHeldAndWrittenOnce(@TempDir Path folder)
      throws IOException {
    String report = "Проведены две встречи, подписан план совместной работы";
    editor().type("4.1", SPB, report);
    bench.cycles(2);
    Watch watch = bench.watch();
    bench.stop();
    editor().deleteRow(editor().rowOf("4.1"));
    bench.start(Map.of("--roadmap", withShortReports(folder).toString()));
    bench.cycles(3);
    assertThat(editor().cell("4.1", SPB)).isEqualTo(report);
    assertThat(watch.verdict("4.1")).startsWith("Ошибка. ");
    assertThat(watch.shown("4.1").at("/progress/spb").asText()).isEqualTo(report);
    assertThat(watch.shown("4.1").at("/held/0/rules/0").asText()).isEqualTo("text-length");
    assertThat(watch.log().stream().filter("4.1 repair  "::equals)).hasSize(1);
    bench.pass(Duration.ofMinutes(10));
    assertThat(watch.writes()).as("with the claim of the sheet").isLessThanOrEqualTo(4);
    bench.stop();
    bench.start(Map.of());
  }

  /** The same roadmap, whose reports may have ten characters. */
  private static Path withShortReports(Path folder) throws IOException {
    Path seeds = Path.of("seeds");
    JsonMapper json = new JsonMapper();
    JsonNode descriptor = json.readTree(seeds.resolve("roadmap.json").toFile());
    for (JsonNode field : descriptor.at("/working/fields")) {
      if (field.path("name").asText().equals("progress.spb")) {
        ((ObjectNode) field).withObject("/constraints").put("maxLength", 10);
      }
    }
    String document = descriptor.path("document").asText();
    Files.copy(seeds.resolve(document), folder.resolve(document));
    return Files.writeString(folder.resolve("roadmap.json"), descriptor.toString());
  }

  @Test
  void f46_undoRightAfterARepair_isANewEditAndPutBackAnew() {
    bench.repeating("5.1", "text");
    Watch watch = bench.watch();
    editor().type("5.1", TEXT, "Обмен");
    bench.cycle();
    watch.sheetIsAsItWas();
    editor().type("5.1", TEXT, "Обмен");
    bench.cycles(3);
    assertThat(watch.log())
        .containsExactly(
            "5.1 edit text rejected",
            "5.1 repair text ",
            "5.1 edit text rejected",
            "5.1 repair text ");
    watch.siteIsAsItWas();
    watch.sheetIsAsItWas();
  }
}
