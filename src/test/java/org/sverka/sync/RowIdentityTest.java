package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sverka.log.EntryType;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;

/** Which row is which when numbers, rows and tags have come apart. */
class RowIdentityTest {
  private final Scene scene = new Scene();

  private void write(int row, String column, String text) {
    scene.sheet.set(row, scene.sheet.place(column), Cell.text(text));
  }

  private String published(String number) {
    return scene.measure(number).published("progress.spb");
  }

  @Test
  void numbersPulledDown_leaveEachReportWithItsMeasure() {
    scene.sheet.set("1.1", "progress.spb", "о первом");
    scene.sheet.set("1.2", "progress.spb", "о втором");
    scene.turn();
    int first = scene.sheet.rowOf("1.1");
    write(first, Layout.NUMBER, "1.2");
    write(first + 1, Layout.NUMBER, "1.3");
    write(first + 2, Layout.NUMBER, "1.33");
    scene.news();
    scene.turn();
    assertThat(published("1.1")).isEqualTo("о первом");
    assertThat(published("1.2")).isEqualTo("о втором");
    assertThat(published("1.3")).isEmpty();
    assertThat(scene.newTypes()).containsOnly(EntryType.EDIT, EntryType.REPAIR);
    assertThat(scene.sheet.rowOf("1.1")).isEqualTo(first);
    assertThat(scene.sheet.rowOf("1.3")).isEqualTo(first + 2);
  }

  @Test
  void numbersSwapped_leaveEachReportWithItsMeasure() {
    scene.sheet.set("1.1", "progress.spb", "о первом");
    scene.turn();
    int first = scene.sheet.rowOf("1.1");
    write(first, Layout.NUMBER, "1.2");
    write(first + 1, Layout.NUMBER, "1.1");
    scene.turn();
    assertThat(published("1.1")).isEqualTo("о первом");
    assertThat(published("1.2")).isEmpty();
    assertThat(scene.sheet.rowOf("1.1")).isEqualTo(first);
  }

  @Test
  void numberOfAnotherTypedIntoForeignRow_doesNotTakeTheReport() {
    scene.sheet.set("1.1", "progress.spb", "о первом");
    scene.turn();
    int first = scene.sheet.rowOf("1.1");
    write(first, Layout.NUMBER, "1.2");
    scene.sheet.insertRow(first);
    write(first, Layout.NUMBER, "1.1");
    scene.turn();
    assertThat(published("1.1")).isEqualTo("о первом");
    assertThat(published("1.2")).isEmpty();
  }

  @Test
  void rowsSortedTogetherWithTheHeader_keepEveryReport() {
    scene.sheet.set("1.1", "progress.spb", "о первом");
    scene.sheet.set("12.3", "progress.spb", "о последнем");
    scene.turn();
    scene.news();
    scene.sheet.reverseWithHeader();
    scene.settle();
    assertThat(published("1.1")).isEqualTo("о первом");
    assertThat(published("12.3")).isEqualTo("о последнем");
    assertThat(scene.sheet.cell("12.3", "progress.spb").text()).isEqualTo("о последнем");
    assertThat(scene.newTypes()).isEmpty();
  }

  @Test
  void measureSortedIntoTheHeadersPlaceAndHeaderDeleted_keepsItsReport() {
    scene.sheet.set("12.3", "progress.spb", "о последнем");
    scene.turn();
    scene.sheet.reverseWithHeader();
    scene.sheet.clearRow(scene.sheet.size() - 1);
    scene.settle();
    assertThat(scene.sheet.cell("12.3", "progress.spb").text()).isEqualTo("о последнем");
    assertThat(scene.turn().changes()).isEmpty();
  }

  @Test
  void replyToAnyWrite_isCheckedByAllRows() {
    scene.sheet.set("1.1", "status", "В работе");
    Plan plan = scene.decide();
    List<Integer> rows =
        IntStream.range(1, scene.sheet.size())
            .filter(row -> !scene.sheet.cell(row, 0).isEmpty())
            .boxed()
            .toList();
    assertThat(plan.witness().keys().keySet()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void headingPutRight_isConfirmedWithTheSameWrite() {
    scene.sheet.set("3", Layout.TEXT, "Другое");
    Plan plan = scene.turn();
    assertThat(plan.written().sheet().headings().get("3").isPending(Layout.TEXT)).isFalse();
    assertThat(scene.sheet.cell("3", Layout.TEXT))
        .isEqualTo(plan.written().sheet().headings().get("3").seen(Layout.TEXT));
  }

  @Test
  void hundredForeignRowsRemovedAtOnce_haveOneEntry() {
    int end = scene.sheet.size();
    for (int i = 0; i < 100; i++) {
      scene.sheet.insertRow(end);
      write(end, Layout.TEXT, "строка " + i);
    }
    scene.turn();
    scene.news();
    for (int i = 0; i < 100; i++) {
      scene.sheet.deleteRow(end);
    }
    scene.turn();
    assertThat(scene.newTypes()).containsExactly(EntryType.ROW);
  }
}
