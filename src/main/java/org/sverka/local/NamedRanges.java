package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reading, finding and writing named ranges; the tab of its range holds each. */
final class NamedRanges {
  private NamedRanges() {}

  static List<NamedRange> all(Workbook book) {
    List<NamedRange> all = new ArrayList<>();
    book.tabs().forEach(tab -> all.addAll(tab.overlays().names()));
    return all;
  }

  static ArrayNode json(Workbook book) {
    ArrayNode list = Json.array();
    all(book).forEach(name -> list.add(json(name)));
    return list;
  }

  static ObjectNode json(NamedRange name) {
    ObjectNode json = Json.object().put("namedRangeId", name.id()).put("name", name.name());
    json.set("range", Ranges.json(name.range()));
    return json;
  }

  static NamedRange byId(Workbook book, String id) {
    return all(book).stream()
        .filter(name -> name.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiException.invalid("No named range with id: " + id));
  }

  static NamedRange read(Params given, String id, WorkbookDraft book) {
    String name = given.text("name", "");
    NamedRange.require(name);
    if (all(book.view()).stream()
        .anyMatch(other -> other.isNamed(name) && !other.id().equals(id))) {
      throw ApiException.invalid("A named range with the name \"" + name + "\" already exists.");
    }
    return new NamedRange(id, name, Ranges.grid(given.need("range"), book));
  }

  static void add(NamedRange name, WorkbookDraft book) {
    TabDraft tab = book.grid(name.range().sheetId());
    List<NamedRange> names = new ArrayList<>(tab.overlays().names());
    names.add(name);
    tab.setOverlays(tab.overlays().withNames(names));
  }

  static void remove(NamedRange name, WorkbookDraft book) {
    TabDraft tab = book.grid(name.range().sheetId());
    List<NamedRange> names = new ArrayList<>(tab.overlays().names());
    names.remove(name);
    tab.setOverlays(tab.overlays().withNames(names));
  }
}
