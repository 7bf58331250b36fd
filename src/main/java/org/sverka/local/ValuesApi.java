package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.json.GenericJson;
import com.google.api.services.sheets.v4.model.AppendValuesResponse;
import com.google.api.services.sheets.v4.model.BatchClearValuesRequest;
import com.google.api.services.sheets.v4.model.BatchClearValuesResponse;
import com.google.api.services.sheets.v4.model.BatchGetValuesResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesResponse;
import com.google.api.services.sheets.v4.model.ClearValuesRequest;
import com.google.api.services.sheets.v4.model.ClearValuesResponse;
import com.google.api.services.sheets.v4.model.UpdateValuesResponse;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.ValuesWriter.Written;

/** The calls on {@code /v4/spreadsheets/{id}/values}. */
final class ValuesApi {
  private final LocalSheets sheets;

  ValuesApi(LocalSheets sheets) {
    this.sheets = sheets;
  }

  Answer get(ApiRequest request) {
    request.requireQuery("majorDimension", "valueRenderOption", "dateTimeRenderOption");
    Workbook book = sheets.need(request.path().get(0)).current();
    return answer(
        request,
        read(
            book,
            request.path().get(2),
            ValuesOptions.major(request),
            ValuesOptions.render(request)),
        ValueRange.class);
  }

  Answer batchGet(ApiRequest request) {
    request.requireQuery("ranges", "majorDimension", "valueRenderOption", "dateTimeRenderOption");
    Workbook book = sheets.need(request.path().get(0)).current();
    ObjectNode json = Json.object().put("spreadsheetId", book.id());
    ArrayNode list = Json.array();
    request
        .all("ranges")
        .forEach(
            range ->
                list.add(
                    read(
                        book, range, ValuesOptions.major(request), ValuesOptions.render(request))));
    if (!list.isEmpty()) {
      json.set("valueRanges", list);
    }
    return answer(request, json, BatchGetValuesResponse.class);
  }

  private static ObjectNode read(Workbook book, String range, Dimension major, ValueRender render) {
    A1.Area area = A1.find(book, range);
    return ValuesReader.read(book, area.tab(), area.onGrid(), major, render);
  }

  Answer update(ApiRequest request) {
    request.requireQuery(
        "valueInputOption",
        "includeValuesInResponse",
        "responseValueRenderOption",
        "responseDateTimeRenderOption");
    ObjectNode body = request.body(ValueRange.class, "data");
    ValuesWriter.Input input = ValuesOptions.input(request.text("valueInputOption"));
    String range = request.path().get(2);
    Document document = sheets.need(request.path().get(0));
    var edited =
        document.edit(sheets.context(request.editor()), draft -> write(draft, range, body, input));
    return answer(
        request,
        updated(request, edited.book(), edited.answer(), ValuesOptions.bodyMajor(body)),
        UpdateValuesResponse.class);
  }

  private static Written write(
      WorkbookDraft draft, String range, ObjectNode body, ValuesWriter.Input input) {
    Workbook book = draft.view();
    A1.Area area = A1.find(book, range);
    if (body.has("range") && !A1.find(book, body.get("range").asText()).equals(area)) {
      A1.Area other = A1.find(book, body.get("range").asText());
      throw ApiException.invalid(
          "Request range["
              + A1.text(area.tab(), area.range())
              + "] does not match value's range["
              + A1.text(other.tab(), other.range())
              + "]");
    }
    return new ValuesWriter(draft, input)
        .write(area, ValuesOptions.bodyMajor(body), body.path("values"));
  }

  Answer batchUpdate(ApiRequest request) {
    request.requireQuery();
    Params body = new Params(request.body(BatchUpdateValuesRequest.class, ""), "");
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
              List<Written> all = new ArrayList<>();
              for (int i = 0; i < data.size(); i++) {
                all.add(writeOne(draft, data.get(i), input, i));
              }
              return all;
            });
    Workbook book = edited.book();
    ObjectNode json = Json.object().put("spreadsheetId", book.id());
    ArrayNode responses = Json.array();
    for (int i = 0; i < data.size(); i++) {
      Written written = edited.answer().get(i);
      ObjectNode response = written.json(book);
      if (include) {
        response.set(
            "updatedData", data(book, written, ValuesOptions.bodyMajor(data.get(i)), render));
      }
      responses.add(response);
    }
    Written.putTotals(json, edited.answer());
    json.set("responses", responses);
    return answer(request, json, BatchUpdateValuesResponse.class);
  }

  private static Written writeOne(
      WorkbookDraft draft, ObjectNode body, ValuesWriter.Input input, int index) {
    try {
      return write(draft, body.path("range").asText(), body, input);
    } catch (ApiException e) {
      throw e.within("data[" + index + "]");
    }
  }

  Answer append(ApiRequest request) {
    request.requireQuery(
        "valueInputOption",
        "insertDataOption",
        "includeValuesInResponse",
        "responseValueRenderOption",
        "responseDateTimeRenderOption");
    ObjectNode body = request.body(ValueRange.class, "data");
    ValuesWriter.Input input = ValuesOptions.input(request.text("valueInputOption"));
    boolean insert =
        request
            .word("insertDataOption", ValuesAppend.Insert.class, "InsertDataOption")
            .orElse(ValuesAppend.Insert.OVERWRITE)
            .equals(ValuesAppend.Insert.INSERT_ROWS);
    String range = request.path().get(2);
    Document document = sheets.need(request.path().get(0));
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft ->
                ValuesAppend.append(
                    draft,
                    A1.find(draft.view(), range),
                    body.path("values"),
                    ValuesOptions.bodyMajor(body),
                    input,
                    insert));
    ObjectNode json = Json.object().put("spreadsheetId", edited.book().id());
    ValuesAppend.Appended appended = edited.answer();
    appended
        .table()
        .ifPresent(
            table -> json.put("tableRange", A1.text(edited.book().grid(table.sheetId()), table)));
    json.set(
        "updates",
        updated(request, edited.book(), appended.written(), ValuesOptions.bodyMajor(body)));
    return answer(request, json, AppendValuesResponse.class);
  }

  Answer clear(ApiRequest request) {
    request.requireQuery();
    ObjectNode body = request.body(ClearValuesRequest.class, "");
    Document document = sheets.need(request.path().get(0));
    String range = request.path().get(2);
    var edited = document.edit(sheets.context(request.editor()), draft -> clear(draft, range));
    ObjectNode json =
        body.put("spreadsheetId", edited.book().id()).put("clearedRange", edited.answer());
    return answer(request, json, ClearValuesResponse.class);
  }

  Answer batchClear(ApiRequest request) {
    request.requireQuery();
    ObjectNode body = request.body(BatchClearValuesRequest.class, "");
    Document document = sheets.need(request.path().get(0));
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft -> {
              ArrayNode cleared = Json.array();
              body.path("ranges").forEach(range -> cleared.add(clear(draft, range.asText())));
              return cleared;
            });
    ObjectNode json = Json.object().put("spreadsheetId", edited.book().id());
    json.set("clearedRanges", edited.answer());
    return answer(request, json, BatchClearValuesResponse.class);
  }

  private static String clear(WorkbookDraft draft, String text) {
    return clear(draft, A1.find(draft.view(), text).onGrid());
  }

  /** Takes the values out of a range on the grid and returns its name. */
  static String clear(WorkbookDraft draft, GridRange range) {
    TabDraft tab = draft.grid(range.sheetId());
    for (int r = range.startRow(); r < range.endRow(); r++) {
      for (int c = range.startColumn();
          c < Math.min(range.endColumn(), tab.row(r).cells().size());
          c++) {
        tab.put(r, c, tab.cell(r, c).withEntered(null));
      }
    }
    return A1.text(draft.view().grid(range.sheetId()), range);
  }

  private static ObjectNode updated(
      ApiRequest request, Workbook book, Written written, Dimension major) {
    ObjectNode json = written.json(book);
    if (request.flag("includeValuesInResponse")) {
      ValueRender render =
          ValuesOptions.render(
              request.text("responseValueRenderOption").orElse(null),
              request.text("responseDateTimeRenderOption").orElse(null),
              "response_");
      json.set("updatedData", data(book, written, major, render));
    }
    return json;
  }

  /** What was written, as it now reads. */
  static ObjectNode data(Workbook book, Written written, Dimension major, ValueRender render) {
    return ValuesReader.read(
        book, book.grid(written.range().sheetId()), written.range(), major, render);
  }

  static Answer answer(ApiRequest request, JsonNode json, Class<? extends GenericJson> type) {
    return Answer.ok(request.fields(type).orElse(FieldMask.ALL).filter(json));
  }
}
