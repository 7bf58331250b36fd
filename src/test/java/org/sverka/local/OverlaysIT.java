package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.RawSheet.cells;
import static org.sverka.local.RawSheet.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What lies over cells: names, filters, alternating colours, groups of lines. The shapes are those
 * of the recordings {@code CellTest.test_define_named_range}, {@code test_update_named_range},
 * {@code WorksheetTest.test_get_values_merge_cells_with_named_range}, {@code test_basic_filters},
 * {@code test_group_rows} and {@code test_group_columns}; nesting is as documented for {@code
 * AddDimensionGroupRequest}.
 */
class OverlaysIT {
  @TempDir Path directory;
  private LocalServerFixture server;
  private RawSheet sheet;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    sheet = RawSheet.create(server, "en_US");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void name(String id, String name, String range) throws Exception {
    assertThat(
            text(
                sheet.batch(
                    "{'addNamedRange':{'namedRange':{'namedRangeId':'"
                        + id
                        + "','name':'"
                        + name
                        + "','range':"
                        + range
                        + "}}}")))
        .contains(name);
  }

  private static String lines(String dimension, int start, int end) {
    return "{'sheetId':0,'dimension':'"
        + dimension
        + "','startIndex':"
        + start
        + ",'endIndex':"
        + end
        + "}";
  }

  @Test
  void namedRange_isReadAndWrittenByItsName() throws Exception {
    name("n1", "Totals", cells(0, 2, 1, 3));
    sheet.type("Totals", "[['a','b'],['c','d']]");
    assertThat(text(sheet.read("Data!Totals")))
        .isEqualTo("{'range':'Data!B1:C2','majorDimension':'ROWS','values':[['a','b'],['c','d']]}");
    assertThat(sheet.read("totals").get("range").asText()).isEqualTo("Data!B1:C2");
  }

  @Test
  void namedRange_followsItsCells() throws Exception {
    name("n1", "Totals", cells(1, 3, 1, 3));
    sheet.batch("{'insertDimension':{'range':" + lines("ROWS", 0, 1) + "}}");
    sheet.batch("{'deleteDimension':{'range':" + lines("COLUMNS", 2, 3) + "}}");
    sheet.batch("{'moveDimension':{'source':" + lines("ROWS", 2, 4) + ",'destinationIndex':0}}");
    assertThat(text(sheet.restarted().get("namedRanges").get("namedRanges")))
        .isEqualTo(
            "[{'namedRangeId':'n1','name':'Totals','range':{'startRowIndex':0,'endRowIndex':2,"
                + "'startColumnIndex':1,'endColumnIndex':2}}]");
  }

  @Test
  void namedRange_isRenamed_movedAndDeleted() throws Exception {
    name("n1", "Totals", cells(0, 1, 0, 1));
    sheet.batch(
        "{'updateNamedRange':{'namedRange':{'namedRangeId':'n1','name':'Sums'},'fields':'name'}}",
        "{'updateNamedRange':{'namedRange':{'namedRangeId':'n1','range':"
            + cells(2, 4, 2, 4)
            + "},'fields':'range'}}");
    assertThat(text(sheet.get("namedRanges")))
        .contains("'name':'Sums','range':{'startRowIndex':2,'endRowIndex':4,");
    sheet.batch("{'deleteNamedRange':{'namedRangeId':'n1'}}");
    assertThat(text(sheet.get("namedRanges"))).isEqualTo("{}");
  }

  @Test
  void name_thatIsTakenOrLooksLikeACell_isRefused() throws Exception {
    name("n1", "Totals", cells(0, 1, 0, 1));
    for (String bad : new String[] {"TOTALS", "A1", "R1C1", "two words", "1st", "trueish", ""}) {
      assertThat(
              sheet.refused(
                  "{'addNamedRange':{'namedRange':{'name':'" + bad + "','range':{'sheetId':0}}}}"))
          .as(bad)
          .startsWith("400 Invalid requests[0].addNamedRange:");
    }
  }

  @Test
  void allCellsOfANamedRange_areNotDeleted() throws Exception {
    name("n1", "Totals", cells(1, 2, 0, 1));
    assertThat(sheet.refused("{'deleteDimension':{'range':" + lines("ROWS", 1, 2) + "}}"))
        .startsWith("501 ");
  }

  @Test
  void basicFilter_coversTheGrid_whereItsRangeIsOpen() throws Exception {
    sheet.batch("{'setBasicFilter':{'filter':{'range':{'sheetId':0}}}}");
    assertThat(text(sheet.tab("basicFilter")))
        .isEqualTo(
            "{'range':{'startRowIndex':0,'endRowIndex':6,'startColumnIndex':0,'endColumnIndex':5}}");
    sheet.batch("{'clearBasicFilter':{'sheetId':0}}");
    assertThat(sheet.tab("basicFilter").isMissingNode()).isTrue();
  }

  @Test
  void basicFilter_withCriteria_isDeclined() throws Exception {
    assertThat(
            sheet.refused(
                "{'setBasicFilter':{'filter':{'range':{'sheetId':0},'filterSpecs':[{'columnIndex':0,"
                    + "'filterCriteria':{'hiddenValues':['x']}}]}}}"))
        .startsWith("501 ");
  }

  @Test
  void filterView_isKept_withItsCriteriaInBothForms() throws Exception {
    sheet.batch(
        "{'addFilterView':{'filter':{'filterViewId':7,'title':'Mine','range':"
            + cells(0, 6, 1, 4)
            + ",'sortSpecs':[{'dimensionIndex':2,'sortOrder':'DESCENDING'}],"
            + "'criteria':{'3':{'hiddenValues':['x']}}}}}");
    sheet.batch("{'insertDimension':{'range':" + lines("COLUMNS", 0, 1) + "}}");
    assertThat(text(sheet.restarted().tab("filterViews")))
        .isEqualTo(
            "[{'filterViewId':7,'title':'Mine','range':{'startRowIndex':0,'endRowIndex':6,"
                + "'startColumnIndex':2,'endColumnIndex':5},"
                + "'sortSpecs':[{'dimensionIndex':3,'sortOrder':'DESCENDING'}],"
                + "'criteria':{'4':{'hiddenValues':['x']}},"
                + "'filterSpecs':[{'filterCriteria':{'hiddenValues':['x']},'columnIndex':4}]}]");
    sheet.batch(
        "{'updateFilterView':{'filter':{'filterViewId':7,'title':'Yours'},'fields':'title'}}",
        "{'updateFilterView':{'filter':{'filterViewId':7},'fields':'criteria,sortSpecs'}}");
    assertThat(text(sheet.tab("filterViews")))
        .startsWith("[{'filterViewId':7,'title':'Yours',")
        .doesNotContain("criteria", "sortSpecs");
    sheet.batch("{'deleteFilterView':{'filterId':7}}");
    assertThat(sheet.tab("filterViews").isMissingNode()).isTrue();
  }

  @Test
  void banding_isKept_withItsColoursInBothForms() throws Exception {
    String colours =
        "'rowProperties':{'firstBandColor':{'red':1},'secondBandColorStyle':{'rgbColor':{'blue':0.5}}}";
    String reply =
        text(
            sheet.batch(
                "{'addBanding':{'bandedRange':{'bandedRangeId':3,'range':"
                    + cells(0, 3, 0, 2)
                    + ","
                    + colours
                    + "}}}"));
    assertThat(reply)
        .contains("'firstBandColorStyle':{'rgbColor':{'red':1}}")
        .contains("'secondBandColor':{'blue':0.49803922}");
    assertThat(
            sheet.refused(
                "{'addBanding':{'bandedRange':{'range':"
                    + cells(2, 4, 1, 3)
                    + ","
                    + colours
                    + "}}}"))
        .startsWith("400 ");
    sheet.batch(
        "{'updateBanding':{'bandedRange':{'bandedRangeId':3,'range':"
            + cells(4, 6, 0, 2)
            + "},'fields':'range'}}");
    assertThat(text(sheet.tab("bandedRanges"))).contains("'startRowIndex':4");
    sheet.batch("{'deleteBanding':{'bandedRangeId':3}}");
    assertThat(sheet.tab("bandedRanges").isMissingNode()).isTrue();
  }

  private String group(String request, int start, int end) throws Exception {
    return text(
        sheet
            .batch("{'" + request + "':{'range':" + lines("COLUMNS", start, end) + "}}")
            .get(0)
            .path(request)
            .path("dimensionGroups"));
  }

  private static String shown(int start, int end, int depth) {
    return "{'range':{'dimension':'COLUMNS','startIndex':"
        + start
        + ",'endIndex':"
        + end
        + "},'depth':"
        + depth
        + "}";
  }

  /** The three examples in the documentation of AddDimensionGroupRequest. */
  @Test
  void group_insideAroundAndAcrossAnother_nests() throws Exception {
    assertThat(group("addDimensionGroup", 1, 5)).isEqualTo("[" + shown(1, 5, 1) + "]");
    assertThat(group("addDimensionGroup", 2, 4))
        .isEqualTo("[" + shown(1, 5, 1) + "," + shown(2, 4, 2) + "]");
    // The example of DeleteDimensionGroupRequest goes on from here.
    assertThat(group("deleteDimensionGroup", 3, 5))
        .isEqualTo("[" + shown(1, 4, 1) + "," + shown(2, 3, 2) + "]");
    group("deleteDimensionGroup", 1, 4);
    group("deleteDimensionGroup", 2, 3);
    group("addDimensionGroup", 1, 4);
    assertThat(group("addDimensionGroup", 2, 5))
        .isEqualTo("[" + shown(1, 5, 1) + "," + shown(2, 4, 2) + "]");
  }

  @Test
  void group_leavesItsControlBehind_andGrowsWithLinesInside() throws Exception {
    sheet.batch("{'addDimensionGroup':{'range':" + lines("ROWS", 1, 3) + "}}");
    sheet.batch("{'insertDimension':{'range':" + lines("ROWS", 2, 3) + "}}");
    assertThat(text(sheet.restarted().tab("rowGroups")))
        .isEqualTo("[{'range':{'dimension':'ROWS','startIndex':1,'endIndex':4},'depth':1}]");
    assertThat(text(sheet.batch("{'deleteDimensionGroup':{'range':" + lines("ROWS", 1, 4) + "}}")))
        .isEqualTo("[{'deleteDimensionGroup':{}}]");
    assertThat(sheet.tab("properties").at("/gridProperties/rowGroupControlAfter").asBoolean())
        .isTrue();
  }

  @Test
  void collapsedGroup_hidesItsLines() throws Exception {
    sheet.batch("{'addDimensionGroup':{'range':" + lines("ROWS", 1, 3) + "}}");
    String update =
        "{'updateDimensionGroup':{'dimensionGroup':{'range':"
            + lines("ROWS", 1, 3)
            + ",'depth':1,'collapsed':%s},'fields':'collapsed'}}";
    sheet.batch(update.formatted("true"));
    assertThat(text(sheet.get("sheets(rowGroups(collapsed),data.rowMetadata.hiddenByUser)")))
        .contains("'rowGroups':[{'collapsed':true}]")
        .contains("[{},{'hiddenByUser':true},{'hiddenByUser':true},{}");
    sheet.batch(update.formatted("false"));
    assertThat(text(sheet.get("sheets(rowGroups(collapsed),data.rowMetadata.hiddenByUser)")))
        .doesNotContain("true");
  }
}
