package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sverka.local.ApiRequest.Answer;

/**
 * What the page sends that no call of Google's can say: where a person is, and a sort that can be
 * taken back. Below {@code /local/v1/spreadsheets}.
 */
final class PageCalls implements ApiHandler.Call {
  private final LocalSheets sheets;

  PageCalls(LocalSheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    ApiPath path = request.path();
    if (path.is(2, 1, "presence", "")) {
      return presence(sheets.need(path.get(0)).presence(), body(request));
    }
    if (path.is(3, 1, "sheets", "sort")) {
      return rows(request, PageSort::sort);
    }
    if (path.is(3, 1, "sheets", "reorder")) {
      return rows(request, PageSort::reorder);
    }
    throw ApiException.notFound();
  }

  private static Params body(ApiRequest request) {
    JsonNode json = Json.parse(request.body().getBytes());
    if (json instanceof ObjectNode object) {
      return new Params(object, "");
    }
    throw ApiException.invalid("Invalid JSON payload received. An object is expected.");
  }

  private static Answer presence(Presence presence, Params body) {
    String window = body.text("window", "");
    if (!Presence.isWindow(window)) {
      throw ApiException.invalid("Invalid value at 'window': 8 to 64 letters, digits and hyphens.");
    }
    GuestName name = GuestName.of(body.text("name", ""));
    Presence.Place place =
        new Presence.Place(body.integer("sheetId", 0), index(body, "row"), index(body, "column"));
    body.done();
    return Answer.ok(Json.object().put("number", presence.here(window, name, place)));
  }

  private static int index(Params body, String name) {
    int index = body.integer(name, 0);
    if (index < 0) {
      throw ApiException.invalid("Invalid value at '" + name + "': it may not be negative.");
    }
    return index;
  }

  /** A change of the order of rows; answers what stands where afterwards. */
  private interface RowChange {
    ObjectNode apply(WorkbookDraft book, TabDraft tab, Params body);
  }

  private Answer rows(ApiRequest request, RowChange change) {
    Document document = sheets.need(request.path().get(0));
    Params body = body(request);
    var edited =
        document.edit(
            sheets.context(request.editor()),
            draft -> {
              ObjectNode answer = change.apply(draft, draft.grid(sheetId(request)), body);
              body.done();
              return answer;
            });
    return Answer.ok(edited.answer().put("revision", edited.book().revision()));
  }

  private static int sheetId(ApiRequest request) {
    try {
      return Integer.parseInt(request.path().get(2));
    } catch (NumberFormatException e) {
      throw ApiException.notFound();
    }
  }
}
