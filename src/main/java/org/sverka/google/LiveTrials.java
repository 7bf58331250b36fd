package org.sverka.google;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeleteDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.MoveDimensionRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SortRangeRequest;
import com.google.api.services.sheets.v4.model.SortSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.Tag;

/** How the server behaves where no source says so, tried in one tab. */
final class LiveTrials {
  static final List<String> POINTS =
      List.of(
          "tag-twice",
          "tag-sort",
          "tag-move",
          "tag-gone",
          "lenient",
          "strict",
          "response-range",
          "long-text",
          "too-long-text");

  private static final int LONGEST = 50_000;

  private final LiveReport report;
  private final LiveScratch scratch;
  private final int tab;
  private final int tagId;

  LiveTrials(LiveReport report, LiveScratch scratch, int tab) {
    this.report = report;
    this.scratch = scratch;
    this.tab = tab;
    this.tagId = Ids.of("live", "tag", String.valueOf(tab));
  }

  void run() {
    report.point("tag-twice", this::tagTwice);
    report.point("tag-sort", this::tagUnderSort);
    report.point("tag-move", this::tagUnderMove);
    report.point("tag-gone", this::tagGone);
    report.point("lenient", this::lenient);
    report.point("strict", this::strict);
    report.point("response-range", this::responseRange);
    report.point("long-text", this::longText);
    report.point("too-long-text", this::tooLongText);
  }

  /** An id that is taken has to be refused: so a repeated write makes nothing twice. */
  private String tagTwice() {
    scratch.fill(tab, 0, "в", "б", "а");
    scratch.change(tag(0));
    Optional<SheetException> refusal = scratch.refusal(() -> scratch.change(tag(1)));
    return refusal.map(HttpRefusal::said).orElseThrow(() -> LiveReport.notOk("tag-doubled"));
  }

  private String tagUnderSort() {
    int before = tagged();
    scratch.change(
        new Request()
            .setSortRange(
                new SortRangeRequest()
                    .setRange(
                        new GridRange()
                            .setSheetId(tab)
                            .setStartRowIndex(0)
                            .setEndRowIndex(3)
                            .setStartColumnIndex(0)
                            .setEndColumnIndex(4))
                    .setSortSpecs(
                        List.of(new SortSpec().setDimensionIndex(0).setSortOrder("ASCENDING")))));
    if (!scratch.text(tab, 0).equals("а")) {
      throw LiveReport.notOk("not-sorted", scratch.text(tab, 0));
    }
    return LiveReport.detail(tagged() == before ? "tag-stays" : "tag-goes");
  }

  private String tagUnderMove() {
    int before = tagged();
    scratch.change(
        new Request()
            .setMoveDimension(
                new MoveDimensionRequest()
                    .setSource(Areas.line(tab, Areas.ROWS, before))
                    .setDestinationIndex(6)));
    return LiveReport.detail(tagged() == before ? "tag-stays" : "tag-goes");
  }

  private String tagGone() {
    scratch.change(
        new Request()
            .setDeleteDimension(
                new DeleteDimensionRequest().setRange(Areas.line(tab, Areas.ROWS, tagged()))));
    Request delete =
        new Request()
            .setDeleteDeveloperMetadata(
                new DeleteDeveloperMetadataRequest()
                    .setDataFilter(
                        new DataFilter()
                            .setDeveloperMetadataLookup(
                                new DeveloperMetadataLookup().setMetadataId(tagId))));
    return scratch
        .refusal(() -> scratch.change(delete))
        .map(HttpRefusal::said)
        .orElseGet(() -> LiveReport.detail("accepted"));
  }

  /** What people type has to stand, right or wrong, and what we write as well. */
  private String lenient() {
    scratch.change(choice(false));
    return scratch.refusal(() -> scratch.fill(tab, 8, "другое")).map(LiveTrials::thrown).orElse("");
  }

  private String strict() {
    scratch.change(choice(true));
    return scratch
        .refusal(() -> scratch.fill(tab, 8, "третье"))
        .map(HttpRefusal::said)
        .orElseGet(() -> LiveReport.detail("accepted"));
  }

  private String responseRange() {
    BatchUpdateSpreadsheetRequest body =
        new BatchUpdateSpreadsheetRequest()
            .setRequests(
                List.of(Requests.cells(tab, 9, 0, List.of(List.of(Requests.text("сделано"))))))
            .setIncludeSpreadsheetInResponse(true)
            .setResponseRanges(List.of(A1.column("Нет такой вкладки", 0)));
    Optional<SheetException> refusal =
        scratch.refusal(() -> scratch.to().sheets().change(body, "spreadsheetId"));
    String key = scratch.text(tab, 9).equals("сделано") ? "range-done" : "range-not-done";
    return LiveReport.detail(
        key, refusal.map(HttpRefusal::said).orElseGet(() -> LiveReport.detail("accepted")));
  }

  private String longText() {
    scratch.fill(tab, 10, "я".repeat(LONGEST));
    return "";
  }

  private String tooLongText() {
    Optional<SheetException> refusal =
        scratch.refusal(() -> scratch.fill(tab, 10, "я".repeat(LONGEST + 1)));
    String said = refusal.map(SheetException::getMessage).orElse("");
    if (!said.contains("50,000 characters")) {
      throw LiveReport.notOk("too-long-said", said);
    }
    return "";
  }

  private static String thrown(SheetException refusal) {
    throw refusal;
  }

  private Request tag(int row) {
    return Requests.metadata(tagId, Tag.ROW, "проба", Requests.at(tab, Areas.ROWS, row));
  }

  private int tagged() {
    Grid grid = scratch.grid(tab);
    return IntStream.range(0, grid.rowMetadata().size())
        .filter(row -> Grid.tag(grid.rowMetadata().get(row), Tag.ROW).equals("проба"))
        .findFirst()
        .orElseThrow(() -> LiveReport.notOk("tag-lost"));
  }

  private Request choice(boolean strict) {
    BooleanCondition oneOf =
        new BooleanCondition()
            .setType("ONE_OF_LIST")
            .setValues(List.of(new ConditionValue().setUserEnteredValue("первое")));
    GridRange cell = Areas.column(tab, 0).setStartRowIndex(8).setEndRowIndex(9);
    Request request = Requests.validation(cell, oneOf, "");
    request.getSetDataValidation().getRule().setStrict(strict);
    return request;
  }
}
