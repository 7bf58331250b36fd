package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.sverka.log.EntryType;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;

/** What holds for any sheet, whatever people do to it. */
class ReconcilerPropertiesTest {
  private static final List<String> NUMBERS =
      Scene.SIGNED.roadmap().measures().keySet().stream().map(MeasureNumber::value).toList();
  private static final List<Column> COLUMNS = Scene.SIGNED.contentColumns();

  /** Something that a person does to a sheet. */
  interface Deed {
    void on(FakeSheet sheet);
  }

  /** A cell typed over. */
  record Typing(int row, int column, Cell cell) implements Deed {
    @Override
    public void on(FakeSheet sheet) {
      if (sheet.size() > 1) {
        sheet.set(1 + row % (sheet.size() - 1), column % sheet.columns(), cell);
      }
    }
  }

  /** Something done to a row as a whole. */
  record RowDeed(int kind, int row, int other) implements Deed {
    @Override
    public void on(FakeSheet sheet) {
      int from = row % sheet.size();
      int to = other % sheet.size();
      switch (kind) {
        case 0 -> sheet.insertRow(from);
        case 1 -> sheet.deleteRow(from);
        case 2 -> sheet.moveRow(from, to);
        case 3 -> sheet.copyRow(from, to);
        case 4 -> sheet.sort(COLUMNS.get(other % COLUMNS.size()).key());
        default -> sheet.clearRow(from);
      }
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Arbitraries.frequencyOf(Tuple.of(4, typing()), Tuple.of(1, rowDeeds()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static Arbitrary<Deed> typing() {
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 400);
    return Combinators.combine(index, index, cells()).as(Typing::new);
  }

  private static Arbitrary<Deed> rowDeeds() {
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 400);
    return Combinators.combine(Arbitraries.integers().between(0, 5), index, index).as(RowDeed::new);
  }

  private static Arbitrary<Cell> cells() {
    Arbitrary<Cell> texts =
        Arbitraries.oneOf(
                Arbitraries.of(
                    "В работе",
                    "Исполнено",
                    "Готово",
                    "23.11.2026",
                    "2026-11-23",
                    "31.02.2026",
                    "https://gov.spb.ru/1",
                    "javascript:alert(1)",
                    "=1+1",
                    "7.6",
                    "1",
                    "№ п/п",
                    "   ",
                    "\u202Eтекст",
                    "\u0000",
                    "-"),
                Arbitraries.strings().ofMaxLength(40))
            .map(Cell::text);
    return Arbitraries.oneOf(
        texts,
        Arbitraries.just(Cell.EMPTY),
        Arbitraries.integers()
            .between(-5, 60_000)
            .map(n -> new Cell(Cell.Kind.NUMBER, String.valueOf(n))),
        Arbitraries.of("=NOW()", "=IMPORTXML(\"https://x\";\"//a\")")
            .map(f -> new Cell(Cell.Kind.FORMULA, f)),
        Arbitraries.just(new Cell(Cell.Kind.ERROR, "#REF!")),
        Arbitraries.just(new Cell(Cell.Kind.BOOLEAN, "TRUE")));
  }

  @Property(tries = 150)
  void noPlanOverwritesWhatAPersonPutIntoAWorkingCell(@ForAll("deeds") List<Deed> deeds) {
    Scene scene = new Scene();
    deeds.forEach(deed -> deed.on(scene.sheet));
    for (int look = 0; look < 3; look++) {
      Snapshot before = scene.sheet.snapshot();
      HeaderMap header = HeaderMap.locate(scene.charter, before);
      Plan plan = scene.turn();
      assertSparesWorkingCells(scene, before, header, plan);
      scene.now = scene.now.plusSeconds(70);
    }
  }

  private static void assertSparesWorkingCells(
      Scene scene, Snapshot before, HeaderMap header, Plan plan) {
    Set<Integer> working =
        scene.charter.layout().columns(Column.Kind.WORKING).stream()
            .map(header::place)
            .collect(Collectors.toSet());
    for (SheetChange change : plan.changes()) {
      if (change instanceof SheetChange.InsertRow || change instanceof SheetChange.InsertColumn) {
        return; // what follows goes into what was inserted
      }
      if (change instanceof SheetChange.Replace replace
          && working.contains(replace.column())
          && replace.row() != header.row()) {
        assertThat(before.rows().get(replace.row()).cell(replace.column())).isEqualTo(Cell.EMPTY);
        assertThat(replace.seen()).isEqualTo(Cell.EMPTY);
      }
      if (change instanceof SheetChange.SetText set) {
        assertThat(working).doesNotContain(set.column());
      }
    }
  }

  @Property(tries = 150)
  void planningAgainAfterApplyingIsEmpty(@ForAll("deeds") List<Deed> deeds) {
    Scene scene = new Scene();
    deeds.forEach(deed -> deed.on(scene.sheet));
    scene.settle();
    Plan again = scene.turn();
    assertThat(again.entries()).isEmpty();
    assertThat(again.changes()).isEmpty();
  }

  @Property(tries = 150)
  void turnThatDiesBeforeItsWriteEndsTheSame(@ForAll("deeds") List<Deed> deeds) {
    Scene straight = new Scene();
    Scene crashing = new Scene();
    deeds.forEach(deed -> deed.on(straight.sheet));
    deeds.forEach(deed -> deed.on(crashing.sheet));
    straight.settle();
    crashing.decide();
    crashing.now = straight.now.minusSeconds(80);
    crashing.settle();
    assertThat(crashing.sheet.snapshot().rows().stream().map(ReconcilerPropertiesTest::content))
        .containsExactlyElementsOf(
            straight.sheet.snapshot().rows().stream()
                .map(ReconcilerPropertiesTest::content)
                .toList());
  }

  /** Once in some thousand of those above. */
  @Test
  void copyOfARowWithANumberTypedOver_isTheCopyAfterACrashToo() {
    int row = new Scene().sheet.rowOf("6");
    turnThatDiesBeforeItsWriteEndsTheSame(
        List.of(new Typing(row - 1, 0, new Cell(Cell.Kind.NUMBER, "0")), new RowDeed(3, row, 0)));
  }

  private static List<Cell> content(Snapshot.Row row) {
    return row.cells().stream().limit(COLUMNS.size()).toList();
  }

  @Property(tries = 150)
  void whatIsPublishedIsAlwaysValid(@ForAll("deeds") List<Deed> deeds) {
    Scene scene = new Scene();
    for (Deed deed : deeds) {
      deed.on(scene.sheet);
      scene.turn();
    }
    scene.settle();
    for (MeasureState measure : scene.state.measures().values()) {
      measure.published().forEach((key, value) -> assertValid(scene, key, value));
    }
    assertThat(scene.state.measures().keySet())
        .isEqualTo(scene.charter.roadmap().measures().keySet());
  }

  private static void assertValid(Scene scene, String key, String value) {
    ColumnType type = scene.charter.layout().column(key).type();
    assertThat(value).isNotEmpty().doesNotContain("\u0000", "\u202E");
    if (type instanceof ColumnType.Choice choice) {
      assertThat(choice.options().stream().map(ColumnType.Option::key)).contains(value);
    } else if (type instanceof ColumnType.Date) {
      assertThat(LocalDate.parse(value)).isNotNull();
    } else if (type instanceof ColumnType.Links) {
      assertThat(value.lines()).allMatch(PublicForm::isLink);
    }
  }

  @Property(tries = 150)
  void everyEditedCellHasExactlyOneEntry(@ForAll("edits") Map<String, Cell> edits) {
    Scene scene = new Scene();
    Set<String> expected = new HashSet<>();
    edits.forEach(
        (place, cell) -> {
          String number = place.split("/")[0];
          String column = place.split("/")[1];
          if (!scene.sheet.cell(number, column).equals(cell)) {
            expected.add(place);
            scene.sheet.set(scene.sheet.rowOf(number), scene.sheet.place(column), cell);
          }
        });
    scene.settle();
    List<String> entered =
        scene.news().stream()
            .filter(entry -> entry.type() == EntryType.EDIT)
            .map(entry -> entry.measure() + "/" + entry.column())
            .toList();
    assertThat(entered).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Provide
  Arbitrary<Map<String, Cell>> edits() {
    Arbitrary<String> place =
        Combinators.combine(
                Arbitraries.of(NUMBERS),
                Arbitraries.of(
                    COLUMNS.stream().map(Column::key).filter(k -> !k.equals("number")).toList()))
            .as((number, column) -> number + "/" + column);
    return Arbitraries.maps(place, cells()).ofMinSize(1).ofMaxSize(15).map(HashMap::new);
  }

  @Property(tries = 100)
  void entriesAreNumberedWithoutGaps(@ForAll("deeds") List<Deed> deeds) {
    Scene scene = new Scene();
    for (Deed deed : deeds) {
      deed.on(scene.sheet);
      scene.turn();
    }
    for (int i = 0; i < scene.log.size(); i++) {
      assertThat(scene.log.get(i).seq()).isEqualTo(i + 1L);
    }
    assertThat(scene.state.revision()).isEqualTo(scene.log.size());
  }
}
