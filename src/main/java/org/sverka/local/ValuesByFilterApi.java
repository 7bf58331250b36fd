package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.BatchClearValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.BatchClearValuesByDataFilterResponse;
import com.google.api.services.sheets.v4.model.BatchGetValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.BatchGetValuesByDataFilterResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesByDataFilterResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.ValuesWriter.Written;

/**
 * The calls on values that name their ranges by data filters.
 *
 * @see <a
 *     href="https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchUpdateByDataFilter">
 *     spreadsheets.values.batchUpdateByDataFilter</a>
 */
final class ValuesByFilterApi {
  private final LocalSheets sheets;

  ValuesByFilterApi(LocalSheets sheets) {
    this.sheets = sheets;
  }

  /** A data filter as it was sent, and a range that it means. */
  private record Match(ObjectNode filter, GridRange range) {

    /** All matches of one filter, which must be read whole. */
    static List<Match> of(ObjectNode filter, Workbook book) {
      Params params = new Params(filter, "dataFilter.");
      List<GridRange> ranges = DataFilters.ranges(params, book);
      params.done();
      return ranges.stream().map(range -> new Match(filter, range)).toList();
    }

    GridRange onGrid(Workbook book) {
      return new A1.Area(book.grid(range.sheetId()), range, false).onGrid();
    }
  }

  Answer batchGet(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(BatchGetValuesByDataFilterRequest.class, ""), "");
    List<ObjectNode> filters = body.rawChildren("dataFilters");
    Dimension major = body.word("majorDimension", Dimension.class).orElse(Dimension.ROWS);
    ValueRender render =
        ValuesOptions.render(body.text("valueRenderOption"), body.text("dateTimeRenderOption"), "");
    body.done();
    Workbook book = sheets.need(request.path().get(0)).current();
    ArrayNode list = Json.array();
    for (Match match : distinct(filters, book)) {
      GridRange range = match.onGrid(book);
      ObjectNode item = list.addObject();
      item.set(
          "valueRange", ValuesReader.read(book, book.grid(range.sheetId()), range, major, render));
      item.putArray("dataFilters").add(match.filter());
    }
    ObjectNode json = Json.object().put("spreadsheetId", book.id());
    if (!list.isEmpty()) {
      json.set("valueRanges", list);
    }
    return ValuesApi.answer(request, json, BatchGetValuesByDataFilterResponse.class);
  }

  Answer batchClear(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(BatchClearValuesByDataFilterRequest.class, ""), "");
    List<ObjectNode> filters = body.rawChildren("dataFilters");
    body.done();
    Document document = sheets.need(request.path().get(0));
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft -> {
              ArrayNode cleared = Json.array();
              for (Match match : distinct(filters, draft.view())) {
                cleared.add(ValuesApi.clear(draft, match.onGrid(draft.view())));
              }
              return cleared;
            });
    ObjectNode json = Json.object().put("spreadsheetId", edited.book().id());
    if (!edited.answer().isEmpty()) {
      json.set("clearedRanges", edited.answer());
    }
    return ValuesApi.answer(request, json, BatchClearValuesByDataFilterResponse.class);
  }

  /** Says 501 where two filters mean the same range: nobody says how that is answered. */
  private static List<Match> distinct(List<ObjectNode> filters, Workbook book) {
    List<Match> matches = new ArrayList<>();
    Set<GridRange> seen = new HashSet<>();
    for (ObjectNode filter : filters) {
      for (Match match : Match.of(filter, book)) {
        if (!seen.add(match.range())) {
          throw ApiException.unsupported("several data filters for the same range");
        }
        matches.add(match);
      }
    }
    return matches;
  }

  /** One write: which data, where, and what it did. */
  private record Done(ObjectNode data, Match match, Written written) {}

  Answer batchUpdate(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(BatchUpdateValuesByDataFilterRequest.class, ""), "");
    List<ObjectNode> data = body.rawChildren("data");
    ValuesWriter.Input input =
        ValuesOptions.input(Optional.ofNullable(body.text("valueInputOption")));
    boolean include = body.flag("includeValuesInResponse");
    ValueRender render =
        ValuesOptions.render(
            body.text("responseValueRenderOption"),
            body.text("responseDateTimeRenderOption"),
            "response_");
    body.done();
    Document document = sheets.need(request.path().get(0));
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft -> {
              List<Done> all = new ArrayList<>();
              data.forEach(item -> all.addAll(write(draft, item, input)));
              return all;
            });
    Workbook book = edited.book();
    ObjectNode json = Json.object().put("spreadsheetId", book.id());
    ArrayNode responses = json.putArray("responses");
    for (Done done : edited.answer()) {
      ObjectNode response = done.written().json(book);
      response.remove("spreadsheetId");
      response.set("dataFilter", done.match().filter());
      if (include) {
        response.set(
            "updatedData",
            ValuesApi.data(book, done.written(), ValuesOptions.bodyMajor(done.data()), render));
      }
      responses.add(response);
    }
    Written.putTotals(json, edited.answer().stream().map(Done::written).toList());
    return ValuesApi.answer(request, json, BatchUpdateValuesByDataFilterResponse.class);
  }

  /** Writes the same values into every range that the filter means; they must fit into each. */
  private static List<Done> write(WorkbookDraft draft, ObjectNode data, ValuesWriter.Input input) {
    if (!(data.get("dataFilter") instanceof ObjectNode filter)) {
      throw ApiException.invalid("Must specify a data filter.");
    }
    List<Done> done = new ArrayList<>();
    for (Match match : Match.of(filter, draft.view())) {
      Tab tab = draft.view().grid(match.range().sheetId());
      Written written =
          new ValuesWriter(draft, input)
              .write(
                  new A1.Area(tab, match.range(), false),
                  ValuesOptions.bodyMajor(data),
                  data.path("values"));
      done.add(new Done(data, match, written));
    }
    return done;
  }
}
