package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A conditional format goes. */
final class DeleteConditionalFormatRule implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    TabDraft tab = book.grid(request.integer("sheetId", 0));
    FormatRule rule = tab.rules().remove(FormatRules.index(request, tab));
    ObjectNode reply = Json.object();
    reply.putObject("deleteConditionalFormatRule").set("rule", TabJson.rule(rule));
    return reply;
  }
}
