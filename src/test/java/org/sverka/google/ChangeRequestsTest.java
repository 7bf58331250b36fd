package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.InsertColumn;
import org.sverka.sheet.SheetChange.InsertRow;
import org.sverka.sheet.SheetChange.Replace;
import org.sverka.sheet.SheetChange.SetCheckpoint;
import org.sverka.sheet.SheetChange.SetNumber;
import org.sverka.sheet.SheetChange.SetText;
import org.sverka.sheet.SheetChange.TagColumn;
import org.sverka.sheet.SheetChange.TagRow;
import org.sverka.sheet.Tag;

class ChangeRequestsTest {
  private final List<DimensionProperties> rows = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Scratch scratch = new Scratch(9, "с", true);

  @Test
  void neighboursInARow_shareOneRequest() {
    assertThat(
            json(
                new SetText(1, 3, "a"),
                new SetNumber(1, 4, 46000),
                new SetText(1, 5, ""),
                new SetText(1, 7, "b"),
                new SetText(2, 8, "c")))
        .containsExactly(
            cells(1, 3, "[{%s},{%s},{}]".formatted(text("a"), number("46000.0"))),
            cells(1, 7, "[{%s}]".formatted(text("b"))),
            cells(2, 8, "[{%s}]".formatted(text("c"))));
  }

  @Test
  void replacedCells_areCopiedBeforeTheyAreOverwritten() {
    Cell signed = Cell.text("a");
    assertThat(
            json(
                new Replace(3, 1, signed, Cell.EMPTY),
                new Replace(3, 2, signed, Cell.text("b")),
                new Replace(3, 3, signed, new Cell(Cell.Kind.FORMULA, "=A1")),
                new SetText(3, 4, "c"),
                new Replace(5, 0, new Cell(Cell.Kind.NUMBER, "46000"), Cell.EMPTY)))
        .containsExactly(
            copy(3, 1, 3, 0),
            cells(3, 1, "[{%s},{%s}]".formatted(text("a"), text("a"))),
            cells(3, 3, "[{%s},{%s}]".formatted(text("a"), text("c"))),
            copy(5, 0, 1, 1),
            cells(5, 0, "[{%s}]".formatted(number("46000.0"))));
    assertThat(scratch.address()).isEqualTo("'с'!A1:B2");
  }

  private static String copy(int row, int column, int endColumn, int line) {
    String range =
        "{\"endColumnIndex\":%d,\"endRowIndex\":%d,\"sheetId\":%d,\"startColumnIndex\":%d,\"startRowIndex\":%d}";
    return "{\"copyPaste\":{\"destination\":%s,\"pasteType\":\"PASTE_VALUES\",\"source\":%s}}"
        .formatted(
            range.formatted(endColumn - column, line + 1, 9, 0, line),
            range.formatted(endColumn, row + 1, 7, column, row));
  }

  @Test
  void order_isKeptAcrossKinds() {
    assertThat(kinds(new SetText(1, 0, "a"), new InsertRow(1), new SetText(1, 1, "b")))
        .containsExactly("updateCells", "insertDimension", "updateCells");
  }

  @Test
  void row_takesItsLookFromTheRowBeforeButNotFromTheHeader() {
    assertThat(json(new InsertRow(1)).get(0)).contains("\"inheritFromBefore\":false");
    assertThat(json(new InsertRow(2)).get(0)).contains("\"inheritFromBefore\":true");
    assertThat(json(new InsertColumn(0)).get(0)).contains("\"inheritFromBefore\":false");
    assertThat(json(new InsertColumn(1)).get(0)).contains("\"inheritFromBefore\":true");
  }

  @Test
  void tag_replacesTheOneThatWasSeen() {
    rows.add(row());
    rows.add(row(41, Tag.ROW, "1.1", 42, "other", "x"));

    assertThat(kinds(new TagRow(1, "1.2")))
        .containsExactly("deleteDeveloperMetadata", "createDeveloperMetadata");
    assertThat(json(new TagRow(1, "1.2")).get(0)).contains("\"metadataId\":41");
    assertThat(json(new TagRow(1, "1.2")).get(1))
        .contains("\"metadataKey\":\"sverka.measure\"")
        .contains("\"metadataValue\":\"1.2\"")
        .contains("\"visibility\":\"DOCUMENT\"")
        .contains("\"startIndex\":1");
  }

  @Test
  void emptyTag_onlyRemoves() {
    rows.add(row(41, Tag.ROW, "1.1", 42, Tag.ROW, "1.2"));

    assertThat(kinds(new TagRow(0, "")))
        .containsExactly("deleteDeveloperMetadata", "deleteDeveloperMetadata");
    assertThat(kinds(new TagRow(5, ""))).isEmpty();
  }

  @Test
  void tagsAfterAnInsertion_areThoseOfTheRowsThatMoved() {
    rows.add(row(40, Tag.ROW, "header", 0, "", ""));
    rows.add(row(41, Tag.ROW, "1.1", 0, "", ""));

    assertThat(json(new InsertRow(1), new TagRow(2, "")).get(1)).contains("\"metadataId\":41");
  }

  @Test
  void insertedRow_isBoldExactlyIfItIsAHeading() {
    assertThat(json(new InsertRow(2), new TagRow(2, "3")).get(2)).contains("\"bold\":true");
    assertThat(json(new InsertRow(2), new TagRow(2, "3.1")).get(2)).contains("\"bold\":false");
    assertThat(kinds(new TagRow(2, "3"))).containsExactly("createDeveloperMetadata");
  }

  @Test
  void ids_areTheSameForTheSameTagAndNeverTakenOnes() {
    String once = json(new TagRow(1, "1.2")).get(0);
    assertThat(json(new TagRow(4, "1.2")).get(0)).contains(id(once));
    assertThat(json(new TagColumn(1, "text")).get(0)).doesNotContain(id(once));

    taken.add(Integer.valueOf(id(once).replaceAll("\\D", "")));
    assertThat(json(new TagRow(1, "1.2")).get(0)).doesNotContain(id(once));
  }

  @Test
  void sameTagOnTwoRows_getsTwoIds() {
    List<String> both = json(new TagRow(1, "1.2"), new TagRow(2, "1.2"));

    assertThat(id(both.get(0))).isNotEqualTo(id(both.get(1)));
  }

  @Test
  void checkpoint_takesThePlaceOfThoseThatWereSeen() {
    List<String> requests = json(new SetCheckpoint("one"));

    assertThat(kinds(new SetCheckpoint("one")))
        .containsExactly(
            "deleteDeveloperMetadata", "deleteDeveloperMetadata", "createDeveloperMetadata");
    assertThat(requests.get(0)).contains("\"metadataId\":31");
    assertThat(requests.get(1)).contains("\"metadataId\":32");
    assertThat(requests.get(2)).contains("\"metadataKey\":\"sverka.checkpoint\"", "\"one\"");
    assertThat(id(json(new SetCheckpoint("two")).get(2))).isNotEqualTo(id(requests.get(2)));
  }

  private static String id(String request) {
    return request.replaceAll(".*(\"metadataId\":\\d+).*", "$1");
  }

  private List<Request> requests(SheetChange... changes) {
    Set<Integer> ids = new HashSet<>(taken);
    TagBook rowTags = new TagBook(7, Areas.ROWS, Tag.ROW, "roadmap", rows, ids);
    TagBook columnTags = new TagBook(7, Areas.COLUMNS, Tag.COLUMN, "roadmap", List.of(), ids);
    return new ChangeRequests(7, rowTags, columnTags, List.of(31, 32), Optional.of(scratch))
        .of(List.of(changes));
  }

  private List<String> kinds(SheetChange... changes) {
    return requests(changes).stream().map(request -> request.keySet().iterator().next()).toList();
  }

  private List<String> json(SheetChange... changes) {
    return requests(changes).stream().map(ChangeRequestsTest::string).toList();
  }

  private static String string(Request request) {
    try {
      return GsonFactory.getDefaultInstance().toString(request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String cells(int row, int column, String values) {
    return ("{\"updateCells\":{\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":%s}],"
            + "\"start\":{\"columnIndex\":%d,\"rowIndex\":%d,\"sheetId\":7}}}")
        .formatted(values, column, row);
  }

  private static String text(String text) {
    return "\"userEnteredValue\":{\"stringValue\":\"" + text + "\"}";
  }

  private static String number(String number) {
    return "\"userEnteredValue\":{\"numberValue\":" + number + "}";
  }

  private static DimensionProperties row() {
    return new DimensionProperties().setPixelSize(21);
  }

  private static DimensionProperties row(
      int id, String key, String value, int otherId, String otherKey, String otherValue) {
    return row()
        .setDeveloperMetadata(
            List.of(metadata(id, key, value), metadata(otherId, otherKey, otherValue)));
  }

  private static DeveloperMetadata metadata(int id, String key, String value) {
    return new DeveloperMetadata().setMetadataId(id).setMetadataKey(key).setMetadataValue(value);
  }
}
