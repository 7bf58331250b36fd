package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A new conditional format before the one at an index. */
final class AddConditionalFormatRule implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FormatRule rule = FormatRules.read(request.need("rule"), book);
    TabDraft tab = book.grid(rule.ranges().get(0).sheetId());
    int index = request.integer("index", 0);
    if (index < 0) {
      throw ApiException.invalid("index[" + index + "] may not be negative.");
    }
    tab.rules().add(Math.min(index, tab.rules().size()), rule);
    return RequestHandler.nothing();
  }
}
