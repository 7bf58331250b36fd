package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;

/** What is known after an entry is erased, and where its texts still stand. */
class ErasureTest {
  private static final String NAME = "Незабудкина Анна Петровна";
  private static final String PROGRESS = "progress.spb";

  private final Scene scene = new Scene();

  /** The last entry of that type. */
  private Entry last(EntryType type) {
    return scene.log.stream()
        .filter(entry -> entry.type() == type)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Erasure erase(Entry entry) {
    return Erasure.of(scene.charter, scene.state, entry, "", scene.now);
  }

  private Remains remains(Entry entry) {
    Erasure erasure = erase(entry);
    return Remains.of(scene.charter, erasure.next(), erasure.texts());
  }

  private String signedText(String number) {
    return scene.charter.byNumber().get(number).signed().get(Layout.TEXT);
  }

  private void typeIntoASignedCell() {
    scene.sheet.set("2.1", Layout.TEXT, signedText("2.1") + " " + NAME);
    scene.turn();
    scene.turn();
    assertThat(scene.check("2.1")).contains(NAME);
  }

  @Test
  void whatSverkaWroteOfASignedCell_losesTheText() {
    typeIntoASignedCell();

    Erasure erasure = erase(last(EntryType.EDIT));

    assertThat(erasure.next().toString()).doesNotContain("Незабудкина");
    assertThat(erasure.changed()).containsOnlyKeys(new MeasureNumber("2.1"));
    assertThat(erasure.next().measures()).containsAllEntriesOf(erasure.changed());
  }

  @Test
  void verdictInTheSheet_losesTheTextWithTheNextTurn() {
    typeIntoASignedCell();
    int entries = scene.log.size();

    scene.state = erase(last(EntryType.EDIT)).next();
    scene.turn();

    assertThat(scene.check("2.1"))
        .contains("возвращён подписанный текст ([отличия удалены из журнала по закону])")
        .doesNotContain("Незабудкина");
    assertThat(scene.log).hasSize(entries);
  }

  @Test
  void headingPutBack_losesTheTextToo() {
    scene.sheet.set("2", Layout.TEXT, signedText("2") + " " + NAME);
    scene.turn();
    scene.turn();

    Erasure erasure = erase(last(EntryType.EDIT));

    assertThat(scene.state.toString()).contains("Незабудкина");
    assertThat(erasure.next().toString()).doesNotContain("Незабудкина");
  }

  @Test
  void signedTextThatStandsAgain_isNoneOfTheErased() {
    typeIntoASignedCell();

    assertThat(remains(last(EntryType.EDIT)).isNothing()).isTrue();
  }

  @Test
  void textThatStandsInAMeasure_isNamedHoweverItIsSpaced() {
    scene.sheet.set("1.3", PROGRESS, NAME);
    scene.turn();
    Entry first = last(EntryType.EDIT);
    scene.sheet.set("1.3", PROGRESS, "\n  " + NAME.replace(" ", "  ") + " в отпуске");
    scene.turn();

    assertThat(remains(first).measures()).containsExactly("1.3");
  }

  @Test
  void textThatStandsInAHeading_isNamed() {
    scene.sheet.set("3", PROGRESS, NAME);
    scene.turn();

    assertThat(remains(last(EntryType.EDIT)).headings()).containsExactly("3");
  }

  @Test
  void textThatStandsInARowOfNobody_isNamed() {
    int row = scene.sheet.size();
    scene.sheet.insertRow(row);
    scene.sheet.set(row, scene.sheet.place(Layout.NUMBER), Cell.text("99.9"));
    scene.sheet.set(row, scene.sheet.place(PROGRESS), Cell.text(NAME));
    scene.turn();

    Remains remains = remains(last(EntryType.ROW));

    assertThat(remains.strangers()).isTrue();
    assertThat(remains.measures()).isEmpty();
  }

  @Test
  void cellsOfADeletedRow_areSoughtOneByOne() {
    scene.sheet.set("1.3", PROGRESS, NAME);
    scene.sheet.set("1.3", Layout.STATUS, "В работе");
    scene.turn();
    scene.sheet.deleteRow(scene.sheet.rowOf("1.3"));
    scene.turn();

    WrittenTexts texts = erase(last(EntryType.ROW)).texts();

    assertThat(texts.isIn("Ответила " + NAME + ".")).isTrue();
    assertThat(texts.isIn(signedText("1.3"))).isFalse();
    assertThat(texts.columns()).containsExactly(PROGRESS);
  }

  @Test
  void statusOrDate_isSoughtOnlyAsAWholeInItsCell() {
    scene.sheet.set("1.3", Layout.STATUS, "В работе");
    scene.turn();

    WrittenTexts texts = erase(last(EntryType.EDIT)).texts();

    assertThat(texts.isOne("1.3", Layout.STATUS, "В работе")).isTrue();
    assertThat(texts.isOne("1.4", Layout.STATUS, "В работе")).isFalse();
    assertThat(texts.isIn("Всё ещё в работе: «В работе»")).isFalse();
    assertThat(texts.columns()).isEmpty();
  }
}
