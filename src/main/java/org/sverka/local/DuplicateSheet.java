package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A copy of a tab in the same workbook. */
final class DuplicateSheet implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    int sourceId = request.integer("sourceSheetId", 0);
    Workbook now = book.view();
    Tab source = now.tabs().get(book.indexOf(sourceId, "No sheet with id: "));
    int id = request.has("newSheetId") ? request.integer("newSheetId", 0) : book.freshSheetId();
    if (id < 0 || now.tab(id).isPresent()) {
      throw ApiException.invalid("Sheet with id " + id + " already exists or is not allowed.");
    }
    if (!request.has("insertSheetIndex")) {
      throw ApiException.unsupported("duplicateSheet without insertSheetIndex");
    }
    int index = request.integer("insertSheetIndex", 0);
    if (index < 0 || index > book.tabCount()) {
      throw ApiException.invalid("Index " + index + " is out of range.");
    }
    Tab copy = TabCopy.copy(source, id, request.text("newSheetName", ""), book);
    book.addTab(index, copy);
    ObjectNode reply = Json.object();
    reply.putObject("duplicateSheet").set("properties", TabJson.properties(copy, index));
    return reply;
  }
}
