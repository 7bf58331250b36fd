package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in good order that say less than, more than or something else than was asked for. */
class ShapeFaultsIT {
  @RegisterExtension static final Bench bench = Bench.shared();

  @ParameterizedTest
  @CsvSource({
    "/sheets, 0",
    "/sheets/0/data, 0",
    "/sheets/0/data/0/rowMetadata, 0",
    "/sheets/0/data/0/rowMetadata, 10",
    "/sheets/0/data/0/columnMetadata, 3",
  })
  void f12_lessThanWasAskedFor_isRefusedAsAWhole(String list, int keep) {
    bench.sheet().plan(":getByDataFilter", ALWAYS, trim(list, keep));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f12_rowsWithoutTheirCells_areHeldAndNoDeletion() {
    long before = bench.webmaster().revision();
    bench.sheet().plan(":getByDataFilter", ALWAYS, trim(Shapes.BLOCK + "/rowData", 20));
    Probe probe = bench.probe();
    bench.cycles(3);
    probe.isNotLogged();
    probe.isNotPublished();
    probe.isNotWritten();
    bench.mend();
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.webmaster().entries(before))
        .filteredOn(entry -> !entry.path("type").asText().matches("edit|repair"))
        .extracting(entry -> entry.path("type").asText())
        .containsExactly("held", "held");
    assertThat(bench.struck(READ)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void f12_writeThatBringsBackTooLittle_isReadBack(int keep) {
    bench.sheet().plan(":batchUpdate", 1, trim("/updatedSpreadsheet/sheets/0/data", keep));
    bench.scratch();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
  }

  @Test
  void f13_otherOrder_saysTheSame() {
    bench.wire().reword(READ, ALWAYS, json(Shapes::reorder));
    bench.scratch();
    assertNothingMoreIsWritten();
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f13_rangesOfAWriteInOtherOrder_areReadBack() {
    bench
        .wire()
        .damage(
            WRITE,
            1,
            json(
                answer ->
                    answer
                        .withArray("/updatedSpreadsheet/sheets")
                        .forEach(sheet -> Shapes.reverse((ArrayNode) sheet.path("data")))));
    bench.scratch();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
  }

  @Test
  void f14_grownGrid_saysTheSame() {
    bench.wire().reword(READ, ALWAYS, json(Shapes::grow));
    bench.scratch();
    assertNothingMoreIsWritten();
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f14_startThatIsSaidThoughItIsZero_saysTheSame() {
    bench
        .wire()
        .reword(
            READ,
            ALWAYS,
            json(answer -> Shapes.block(answer).put("startRow", 0).put("startColumn", 0)));
    bench.scratch();
    assertNothingMoreIsWritten();
    assertThat(bench.struck(READ)).isPositive();
  }

  static Stream<Named<Consumer<ObjectNode>>> otherRanges() {
    return Stream.of(
        Named.of("later rows", answer -> Shapes.block(answer).put("startRow", 3)),
        Named.of("later columns", answer -> Shapes.block(answer).put("startColumn", 1)),
        Named.of(
            "a grid that is larger than what came",
            answer ->
                ((ObjectNode) answer.at("/sheets/0/properties/gridProperties"))
                    .put("rowCount", 1200)),
        Named.of("two blocks", answer -> ((ArrayNode) answer.at("/sheets/0/data")).addObject()),
        Named.of(
            "another tab",
            answer -> ((ObjectNode) answer.at("/sheets/0/properties")).put("sheetId", 5)));
  }

  @ParameterizedTest
  @MethodSource("otherRanges")
  void f14_otherRangeThanWasAskedFor_isRefused(Consumer<ObjectNode> other) {
    bench.wire().damage(READ, ALWAYS, json(other));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f14_titleInQuotes_isNoRangeToWriteTo() {
    bench
        .wire()
        .reword(
            READ,
            1,
            json(
                answer ->
                    ((ObjectNode) answer.at("/sheets/0/properties"))
                        .put("title", "'Дорожная карта'")));
    Probe probe = bench.probe();
    bench.cycles(3);
    probe.hasLanded();
    assertThat(bench.struck(READ)).isEqualTo(1);
  }

  static Stream<Named<Consumer<ObjectNode>>> emptinesses() {
    return Stream.of(
        Named.of("left out", Shapes::leaveOutEmpty), Named.of("sent", Shapes::sendEmpty));
  }

  @ParameterizedTest
  @MethodSource("emptinesses")
  void f15_emptyCellsAtTheEnd_areNoChange(Consumer<ObjectNode> change) {
    bench.wire().reword(READ, ALWAYS, json(change));
    long before = bench.webmaster().revision();
    assertNothingMoreIsWritten();
    assertThat(bench.webmaster().revision()).isEqualTo(before);
    bench.scratch();
    assertNothingMoreIsWritten();
    assertThat(bench.struck(READ)).isPositive();
  }

  /**
   * The copy is that before Sverka's own write, or that before the three edits of people.
   *
   * @param looks after the edits, before the copy is met
   */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "1, 4", "2, 4"})
  void f16_staleCopyBetweenTwoFreshOnes_makesNoRecordAndNoRepair(int looks, int changesAgo) {
    Probe probe = bench.probe();
    bench.cycles(looks);
    probe.hasLanded();
    long writes = bench.count(WRITE);
    bench.sheet().plan(":getByDataFilter", 1, Map.of("revisionsBack", changesAgo));
    bench.cycle();
    assertThat(bench.struck(READ)).isEqualTo(1);
    bench.cycles(2);
    probe.hasLanded();
    assertThat(bench.count(WRITE)).isEqualTo(writes);
  }

  private static void assertNothingMoreIsWritten() {
    long writes = bench.count(WRITE);
    bench.cycles(2);
    assertThat(bench.count(WRITE)).isEqualTo(writes);
  }

  private static Map<String, ?> trim(String list, int keep) {
    return Map.of("trim", Map.of("at", list, "keep", keep));
  }

  private static Damage json(Consumer<ObjectNode> change) {
    return Damage.rewritten(
        text -> {
          ObjectNode answer = (ObjectNode) Bench.json(text);
          change.accept(answer);
          return answer.toString();
        });
  }
}
