package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataResponse;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.local.ApiRequest.Answer;

/** The calls on {@code /v4/spreadsheets}, those on values apart. */
final class SpreadsheetsApi {
  private final LocalSheets sheets;

  SpreadsheetsApi(LocalSheets sheets) {
    this.sheets = sheets;
  }

  Answer create(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(Spreadsheet.class, "spreadsheet"), "");
    Optional<Params> given = body.child("properties");
    WorkbookProperties properties =
        new WorkbookProperties(
            given
                .map(p -> p.text("title", ""))
                .filter(title -> !title.isEmpty())
                .orElse("Untitled spreadsheet"),
            SheetLocale.named(
                    given
                        .map(p -> p.text("locale", ""))
                        .filter(tag -> !tag.isEmpty())
                        .orElse("en_US"))
                .tag(),
            UpdateSpreadsheetProperties.zone(
                given
                    .map(p -> p.text("timeZone", ""))
                    .filter(zone -> !zone.isEmpty())
                    .orElse("Etc/GMT")),
            given
                .map(p -> p.text("autoRecalc", ""))
                .filter(recalc -> !recalc.isEmpty())
                .orElse("ON_CHANGE"));
    List<Params> tabs = body.children("sheets");
    Document document =
        sheets.create(
            properties,
            draft -> {
              if (tabs.isEmpty()) {
                draft.addTab(0, LocalSheets.firstTab(properties));
              }
              for (Params tab : tabs) {
                Params own = tab.child("properties").orElseGet(() -> new Params(Json.object(), ""));
                own.ignore("index");
                draft.addTab(draft.tabCount(), AddSheet.create(own, draft));
              }
              body.done();
            });
    return answer(request, document.current(), false, List.of(), false);
  }

  Answer get(ApiRequest request) {
    request.requireQuery("ranges", "includeGridData", "excludeTablesInBandedRanges");
    Workbook book = sheets.need(request.path().get(0)).current();
    List<GridRange> ranges = new ArrayList<>();
    request.all("ranges").forEach(text -> ranges.add(A1.find(book, text).onGrid()));
    return answer(request, book, request.flag("includeGridData"), ranges, !ranges.isEmpty());
  }

  Answer getByDataFilter(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(GetSpreadsheetByDataFilterRequest.class, ""), "");
    Workbook book = sheets.need(request.path().get(0)).current();
    body.ignore("excludeTablesInBandedRanges");
    boolean data = body.flag("includeGridData");
    List<GridRange> ranges = new ArrayList<>();
    body.children("dataFilters").forEach(filter -> ranges.addAll(DataFilters.ranges(filter, book)));
    body.done();
    return answer(request, book, data, ranges, true);
  }

  Answer batchUpdate(ApiRequest request) {
    request.requireQuery();
    FieldMask mask = request.fields(BatchUpdateSpreadsheetResponse.class).orElse(FieldMask.ALL);
    ObjectNode body = request.body(BatchUpdateSpreadsheetRequest.class, "");
    Document document = sheets.need(request.path().get(0));
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft -> BatchUpdate.apply(body.path("requests"), draft));
    ObjectNode json = Json.object().put("spreadsheetId", edited.book().id());
    json.set("replies", edited.answer());
    json = (ObjectNode) mask.filter(json);
    if (body.path("includeSpreadsheetInResponse").asBoolean() && mask.has("updatedSpreadsheet")) {
      json.set("updatedSpreadsheet", updated(request, body, edited.book(), mask));
    }
    return Answer.ok(json);
  }

  private static ObjectNode updated(
      ApiRequest request, ObjectNode body, Workbook book, FieldMask mask) {
    List<GridRange> ranges = new ArrayList<>();
    body.path("responseRanges").forEach(text -> ranges.add(A1.find(book, text.asText()).onGrid()));
    boolean data = body.path("responseIncludeGridData").asBoolean();
    FieldMask inner = mask.sub("updatedSpreadsheet");
    return new SpreadsheetJson(book, url(request, book), inner)
        .write(data, ranges, !ranges.isEmpty());
  }

  /** Copies a tab to the end of another spreadsheet, or of the same. */
  Answer copyTo(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(CopySheetToAnotherSpreadsheetRequest.class, ""), "");
    String destination = body.text("destinationSpreadsheetId", "");
    body.done();
    Workbook from = sheets.need(request.path().get(0)).current();
    Tab source = from.grid(number(request.path().get(2), "sheet_id"));
    Document document = sheets.need(destination);
    boolean elsewhere = !document.current().id().equals(from.id());
    if (elsewhere && !document.current().properties().locale().equals(from.properties().locale())) {
      throw ApiException.unsupported("copying a sheet to a spreadsheet of another locale");
    }
    if (elsewhere
        && source.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(
                cell ->
                    cell.entered() instanceof CellValue.Formula formula
                        && formula.source().contains("!"))) {
      throw ApiException.unsupported("copying formulas that refer to another sheet");
    }
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft -> {
              Tab copy = TabCopy.copy(source, draft.freshSheetId(), "", draft);
              draft.addTab(draft.tabCount(), copy);
              return TabJson.properties(copy, draft.tabCount() - 1);
            });
    FieldMask mask = request.fields(SheetProperties.class).orElse(FieldMask.ALL);
    return Answer.ok(mask.filter(edited.answer()));
  }

  private static int number(String text, String name) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.invalid("Invalid value at '" + name + "' (TYPE_INT32), \"" + text + "\"");
    }
  }

  Answer searchMetadata(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(SearchDeveloperMetadataRequest.class, ""), "");
    Workbook book = sheets.need(request.path().get(0)).current();
    ObjectNode json = Json.object();
    ArrayNode matched = Json.array();
    for (ObjectNode filter : body.rawChildren("dataFilters")) {
      Params params = new Params(filter, "dataFilters.");
      for (MetadataJson.Placed placed : MetadataRequests.find(params, book)) {
        ObjectNode item = matched.addObject();
        item.set("developerMetadata", MetadataJson.write(placed));
        item.putArray("dataFilters").add(filter);
      }
      params.done();
    }
    body.done();
    if (!matched.isEmpty()) {
      json.set("matchedDeveloperMetadata", matched);
    }
    return Answer.ok(
        request.fields(SearchDeveloperMetadataResponse.class).orElse(FieldMask.ALL).filter(json));
  }

  Answer getMetadata(ApiRequest request) {
    request.requireQuery();
    Workbook book = sheets.need(request.path().get(0)).current();
    int id = number(request.path().get(2), "metadata_id");
    ObjectNode json = MetadataJson.write(MetadataIndex.byId(book, id));
    return Answer.ok(request.fields(DeveloperMetadata.class).orElse(FieldMask.ALL).filter(json));
  }

  private static Answer answer(
      ApiRequest request,
      Workbook book,
      boolean includeData,
      List<GridRange> ranges,
      boolean only) {
    Optional<FieldMask> fields = request.fields(Spreadsheet.class);
    // With a mask, the mask alone says whether cells are wanted.
    boolean data = fields.map(mask -> mask.sub("sheets").has("data")).orElse(includeData);
    FieldMask mask = fields.orElse(FieldMask.ALL);
    return Answer.ok(new SpreadsheetJson(book, url(request, book), mask).write(data, ranges, only));
  }

  private static String url(ApiRequest request, Workbook book) {
    return request.baseUrl() + "/spreadsheets/d/" + book.id() + "/edit";
  }
}
