package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ConditionalFormatRule;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.ProtectedRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sverka.google.Structure.Origin;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Tag;

class ProvisioningTest {
  private static final Provisioning PROVISIONING =
      new Provisioning(Fixture.LAYOUT, Fixture.ROADMAP, () -> "svc@example.com");

  @Test
  void absentTab_isAddedWithContentLookTagsAndRules() {
    List<String> kinds = kinds(missing(absent()));

    assertThat(kinds).startsWith("addSheet", "updateCells", "updateSheetProperties");
    assertThat(kinds).filteredOn("updateDimensionProperties"::equals).hasSize(12);
    // The tab's roadmap and look, 12 columns, the header and 5 rows.
    assertThat(kinds).filteredOn("createDeveloperMetadata"::equals).hasSize(20);
    // Two columns, and each taken back from two headings.
    assertThat(kinds).filteredOn("setDataValidation"::equals).hasSize(6);
    // The header, 5 canonical and 2 service columns.
    assertThat(kinds).filteredOn("addProtectedRange"::equals).hasSize(8);
    assertThat(kinds).filteredOn("addConditionalFormatRule"::equals).hasSize(3);
  }

  @Test
  void blankTab_isTakenOverInsteadOfAdded() {
    List<Request> requests = missing(blank());

    assertThat(kinds(requests)).doesNotContain("addSheet");
    assertThat(json(requests.get(0)))
        .contains("\"title\":\"Дорожная карта\"")
        .contains("\"rowCount\":16")
        .contains("\"columnCount\":12");
  }

  @Test
  void t2_cellsOfANewTab_areNeverFormulas() {
    String content = json(missing(absent()).get(1));

    assertThat(content)
        .contains("{\"userEnteredValue\":{\"stringValue\":\"=не формула\"}}")
        .doesNotContain("formulaValue")
        .doesNotContain("null");
  }

  @Test
  void sectionRows_areBold() {
    List<String> bold =
        missing(absent()).stream()
            .map(ProvisioningTest::json)
            .filter(request -> request.contains("\"bold\":true"))
            .map(request -> request.replaceAll(".*\"startRowIndex\":(\\d+).*", "$1"))
            .toList();

    assertThat(bold).containsExactly("0", "1", "4");
  }

  @Test
  void dropDown_offersTheLabelsAndAllowsOtherWords() {
    String choice =
        missing(absent()).stream()
            .map(ProvisioningTest::json)
            .filter(request -> request.contains("ONE_OF_LIST"))
            .findFirst()
            .orElseThrow();

    assertThat(choice)
        .contains("\"userEnteredValue\":\"В работе\"")
        .contains("\"strict\":false")
        .contains("\"showCustomUi\":true")
        .contains("\"startRowIndex\":1")
        .contains("Выберите одно из значений: Не начато, В работе, Исполнено.");
  }

  @Test
  void protection_namesTheAccountAndTheReasonInRussian() {
    String service =
        missing(absent()).stream()
            .map(ProvisioningTest::json)
            .filter(request -> request.contains("«Проверка» заполняет"))
            .findFirst()
            .orElseThrow();

    assertThat(service)
        .contains("\"warningOnly\":false")
        .contains("\"users\":[\"svc@example.com\"]")
        .contains("\"domainUsersCanEdit\":false")
        .contains("\"startColumnIndex\":10");
  }

  @Test
  void ids_areAllDifferentAndTheSameEachTime() {
    List<String> ids =
        missing(absent()).stream()
            .map(ProvisioningTest::json)
            .filter(request -> request.contains("metadataId") || request.contains("RangeId"))
            .map(
                request -> request.replaceAll(".*\"(?:metadata|protectedRange)Id\":(\\d+).*", "$1"))
            .toList();

    assertThat(ids).hasSize(28).doesNotHaveDuplicates().allMatch(id -> Integer.parseInt(id) > 0);
    assertThat(missing(absent())).isEqualTo(missing(absent()));
  }

  @Test
  void tabThatStands_lacksNothing() {
    assertThat(missing(standing(new ArrayList<>(Fixture.LAYOUT.columns())))).isEmpty();
  }

  @Test
  void movedColumns_areStillKnown() {
    List<Column> moved = new ArrayList<>(Fixture.LAYOUT.columns());
    moved.add(moved.remove(5));

    assertThat(missing(standing(moved))).isEmpty();
  }

  @Test
  void lostDropDown_isTheOnlyThingAskedFor() {
    Structure structure = standing(new ArrayList<>(Fixture.LAYOUT.columns()));
    structure.grid().cells(2).get(5).setDataValidation(null);

    List<Request> requests = missing(structure);

    assertThat(kinds(requests)).containsOnly("setDataValidation");
    assertThat(json(requests.get(0))).contains("ONE_OF_LIST").contains("\"startRowIndex\":1");
  }

  @Test
  void dropDownOnASectionsHeading_isTakenAway() {
    Structure structure = standing(new ArrayList<>(Fixture.LAYOUT.columns()));
    CellData measure = structure.grid().cells(2).get(5);
    structure.grid().cells(4).get(5).setDataValidation(measure.getDataValidation());

    List<Request> requests = missing(structure);

    assertThat(kinds(requests)).containsExactly("setDataValidation");
    assertThat(json(requests.get(0)))
        .contains("\"startRowIndex\":4")
        .contains("\"endRowIndex\":5")
        .doesNotContain("rule");
  }

  @Test
  void lostProtection_isTheOnlyThingAskedFor() {
    Structure structure = standing(new ArrayList<>(Fixture.LAYOUT.columns()));
    structure.sheet().setProtectedRanges(structure.sheet().getProtectedRanges().subList(1, 8));

    assertThat(kinds(missing(structure))).containsExactly("addProtectedRange");
  }

  @Test
  void untaggedColumnWithItsHeader_isTagged() {
    Structure structure = standing(new ArrayList<>(Fixture.LAYOUT.columns()));
    structure.grid().columnMetadata().get(3).setDeveloperMetadata(null);

    List<Request> requests = missing(structure);

    assertThat(kinds(requests)).containsExactly("createDeveloperMetadata");
    assertThat(json(requests.get(0))).contains("responsible.kaliningrad");
  }

  @Test
  void emptiedTab_isNotFilledAgain() {
    Structure full = standing(new ArrayList<>(Fixture.LAYOUT.columns()));
    Grid grid = full.grid();
    Grid emptied =
        new Grid(
            grid.sheetId(),
            grid.title(),
            grid.rowCount(),
            grid.columnCount(),
            List.of(new DimensionProperties()),
            grid.columnMetadata(),
            List.of());
    Structure structure = new Structure(Origin.STANDING, full.sheet(), emptied, Fixture.LAYOUT);

    assertThat(missing(structure)).isEmpty();
  }

  /** The tab as it stands after all that was asked for has been done. */
  private static Structure standing(List<Column> columns) {
    List<DimensionProperties> columnMetadata = new ArrayList<>();
    columns.forEach(column -> columnMetadata.add(tagged(Tag.COLUMN, column.key())));
    List<DimensionProperties> rowMetadata = new ArrayList<>();
    List<RowData> rowData = new ArrayList<>();
    rowMetadata.add(tagged(Tag.ROW, Tag.HEADER));
    rowData.add(
        new RowData()
            .setValues(columns.stream().map(column -> Requests.text(column.header())).toList()));
    for (var row : Fixture.ROWS) {
      rowMetadata.add(tagged(Tag.ROW, row.tag()));
      rowData.add(new RowData().setValues(cells(columns, rowData.size())));
    }
    Grid grid = new Grid(7, "Иначе", rowMetadata.size(), 12, rowMetadata, columnMetadata, rowData);
    return new Structure(Origin.STANDING, sheet(columns), grid, Fixture.LAYOUT);
  }

  private static List<CellData> cells(List<Column> columns, int row) {
    List<CellData> cells = new ArrayList<>();
    for (Column column : columns) {
      var cell = Requests.cell(Cell.text("x"));
      for (Request request : missing(absent())) {
        var rule = request.getSetDataValidation();
        int place = Fixture.LAYOUT.indexOf(column.key());
        if (rule != null && covers(rule.getRange(), row, place)) {
          cell.setDataValidation(rule.getRule());
        }
      }
      cells.add(cell);
    }
    return cells;
  }

  private static boolean covers(GridRange range, int row, int column) {
    return range.getStartColumnIndex() == column
        && range.getStartRowIndex() <= row
        && (range.getEndRowIndex() == null || row < range.getEndRowIndex());
  }

  private static Sheet sheet(List<Column> columns) {
    List<ProtectedRange> ranges = new ArrayList<>();
    List<ConditionalFormatRule> rules = new ArrayList<>();
    int check = columns.indexOf(Fixture.LAYOUT.column("check"));
    for (Request request : missing(blank())) {
      if (request.getAddProtectedRange() != null) {
        ranges.add(request.getAddProtectedRange().getProtectedRange());
      }
      if (request.getAddConditionalFormatRule() != null) {
        ConditionalFormatRule rule = request.getAddConditionalFormatRule().getRule();
        rules.add(rule.setRanges(List.of(Areas.body(7, check))));
      }
    }
    return new Sheet()
        .setProperties(new SheetProperties().setSheetId(7).setTitle("Иначе"))
        .setDeveloperMetadata(
            List.of(metadata("sverka.roadmap", Fixture.ROADMAP), metadata("sverka.look", "1")))
        .setProtectedRanges(ranges)
        .setConditionalFormats(rules);
  }

  private static Structure absent() {
    return bare(Origin.ABSENT);
  }

  private static Structure blank() {
    return bare(Origin.BLANK);
  }

  private static Structure bare(Origin origin) {
    Grid nothing = new Grid(7, "Лист1", 0, 0, List.of(), List.of(), List.of());
    return new Structure(origin, new Sheet(), nothing, Fixture.LAYOUT);
  }

  private static DimensionProperties tagged(String key, String value) {
    return new DimensionProperties().setDeveloperMetadata(List.of(metadata(key, value)));
  }

  private static DeveloperMetadata metadata(String key, String value) {
    return new DeveloperMetadata().setMetadataKey(key).setMetadataValue(value);
  }

  private static List<Request> missing(Structure structure) {
    return PROVISIONING.missing(structure, Fixture.ROWS);
  }

  private static List<String> kinds(List<Request> requests) {
    return requests.stream().map(request -> request.keySet().iterator().next()).toList();
  }

  private static String json(Request request) {
    try {
      return GsonFactory.getDefaultInstance().toString(request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
