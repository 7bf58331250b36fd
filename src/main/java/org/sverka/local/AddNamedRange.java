package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A name for a range, with an id of the client's choice if it has one. */
final class AddNamedRange implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Params given = request.need("namedRange");
    String wanted = given.text("namedRangeId", "");
    Workbook now = book.view();
    String id =
        wanted.isEmpty()
            ? Integer.toString(book.fresh(number -> taken(now, Integer.toString(number))))
            : wanted;
    if (taken(now, id)) {
      throw ApiException.invalid("A named range with id " + id + " already exists.");
    }
    NamedRange name = NamedRanges.read(given, id, book);
    NamedRanges.add(name, book);
    ObjectNode reply = Json.object();
    reply.putObject("addNamedRange").set("namedRange", NamedRanges.json(name));
    return reply;
  }

  private static boolean taken(Workbook book, String id) {
    return NamedRanges.all(book).stream().anyMatch(name -> name.id().equals(id));
  }
}
