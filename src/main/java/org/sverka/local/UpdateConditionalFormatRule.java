package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Replaces a conditional format, or moves it in the order. */
final class UpdateConditionalFormatRule implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    ObjectNode reply = Json.object();
    ObjectNode answer = reply.putObject("updateConditionalFormatRule");
    if (request.has("rule")) {
      FormatRule rule = FormatRules.read(request.need("rule"), book);
      request.ignore("sheetId");
      TabDraft tab = book.grid(rule.ranges().get(0).sheetId());
      int index = FormatRules.index(request, tab);
      FormatRule before = tab.rules().set(index, rule);
      answer.set("newRule", TabJson.rule(rule));
      answer.put("newIndex", index);
      answer.set("oldRule", TabJson.rule(before));
      return reply;
    }
    if (!request.has("newIndex")) {
      throw ApiException.invalid("Must specify either a new rule or a new index.");
    }
    TabDraft tab = book.grid(request.integer("sheetId", 0));
    int index = FormatRules.index(request, tab);
    int target = request.integer("newIndex", 0);
    if (target < 0 || target >= tab.rules().size()) {
      throw ApiException.invalid("newIndex[" + target + "] is out of range.");
    }
    FormatRule rule = tab.rules().remove(index);
    tab.rules().add(target, rule);
    answer.set("newRule", TabJson.rule(rule));
    answer.put("newIndex", target);
    answer.put("oldIndex", index);
    return reply;
  }
}
